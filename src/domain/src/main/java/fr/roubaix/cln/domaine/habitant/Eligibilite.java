package fr.roubaix.cln.domaine.habitant;

import java.time.LocalDate;

/**
 * Who may apply (art. 7 §1): any resident of Roubaix aged at least 16. The age is taken on the reference date of the
 * call; residence is given by a sector, which only an address in Roubaix has.
 *
 * @param dateDeReference the date fixed when the call opens
 */
public record Eligibilite(LocalDate dateDeReference) {

    /** Art. 7 §1, in completed years. */
    public static final int AGE_MINIMUM = 16;

    /** Judges a birth date. */
    public Verdict examiner(DateDeNaissance naissance) {
        return naissance.ageAu(dateDeReference) >= AGE_MINIMUM
                ? new Verdict.Eligible(ClasseAge.de(naissance, dateDeReference))
                : new Verdict.TropJeune(naissance.anniversaire(AGE_MINIMUM));
    }

    /** The answer. */
    public sealed interface Verdict {
        /** The person may apply, and belongs to this class of criterion 3. */
        record Eligible(ClasseAge classe) implements Verdict {}

        /**
         * The person is under 16 on the reference date.
         *
         * @param eligibleLe the day of their sixteenth birthday
         */
        record TropJeune(LocalDate eligibleLe) implements Verdict {}
    }
}
