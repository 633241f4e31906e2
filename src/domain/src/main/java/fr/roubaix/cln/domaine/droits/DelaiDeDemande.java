package fr.roubaix.cln.domaine.droits;

import java.time.LocalDate;

/**
 * By when a person must have an answer (GDPR, art. 12 §3): one month from the day of reception, three when it was extended.
 * Months are those of the calendar; no day is moved, whatever day of the week it is.
 *
 * @param recueLe when the request reached the city, wherever it did
 * @param prolongee two further months were taken, and the person was told why
 */
public record DelaiDeDemande(LocalDate recueLe, boolean prolongee) {

    private static final int MOIS = 1;
    private static final int MOIS_DE_PLUS = 2;
    private static final int JOURS_D_ALERTE = 7;

    /** The last day. */
    public LocalDate echeance() {
        return recueLe.plusMonths(prolongee ? MOIS + MOIS_DE_PLUS : MOIS);
    }

    /** Whether it may still be extended: once, and before the first month is over. */
    public boolean prolongeable(LocalDate aujourdhui) {
        return !prolongee && !aujourdhui.isAfter(echeance());
    }

    public Urgence urgence(LocalDate aujourdhui) {
        if (aujourdhui.isAfter(echeance())) {
            return Urgence.EN_RETARD;
        }
        return aujourdhui.isAfter(echeance().minusDays(JOURS_D_ALERTE)) ? Urgence.PROCHE : Urgence.A_TEMPS;
    }

    /** How near the last day is. */
    public enum Urgence {
        A_TEMPS,
        /** Within a week. */
        PROCHE,
        EN_RETARD
    }
}
