package fr.roubaix.cln.domaine.calendrier;

import java.time.LocalDate;

/**
 * One month to answer: the same day of the next month, else its last day (CPC, art. 641), moved to the next working day
 * (art. 642), inclusive until midnight.
 *
 * @param recuLe the day on which what is to be answered was received
 */
public record DelaiDUnMois(LocalDate recuLe) {

    private static final int PROLONGATION = 2;

    /** The last day. */
    public LocalDate echeance() {
        return JoursOuvres.nextOrSame(recuLe.plusMonths(1));
    }

    /** The last day once the period is extended by two months, which the person was told within the first (GDPR, art. 12 §3). */
    public LocalDate echeanceProlongee() {
        return JoursOuvres.nextOrSame(recuLe.plusMonths(1 + PROLONGATION));
    }
}
