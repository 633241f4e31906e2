package fr.roubaix.cln.domaine.habitant;

import java.time.LocalDate;

/** The age classes of criterion 3 (art. 7 §3), both bounds included. */
public enum ClasseAge {
    DE_16_A_25("16-25", true),
    DE_26_A_64("26-64", false),
    A_PARTIR_DE_65("65+", true);

    private final String code;
    private final boolean prioritaire;

    ClasseAge(String code, boolean prioritaire) {
        this.code = code;
        this.prioritaire = prioritaire;
    }

    /** As written in the draw list: {@code 16-25}, {@code 26-64} or {@code 65+}. */
    public String code() {
        return code;
    }

    /** Whether criterion 3 gives this class priority. */
    public boolean prioritaire() {
        return prioritaire;
    }

    /**
     * The class of a person on the reference date of the call.
     *
     * @throws IllegalArgumentException under 16 years: such a person is in no class
     */
    public static ClasseAge de(DateDeNaissance naissance, LocalDate dateDeReference) {
        int age = naissance.ageAu(dateDeReference);
        if (age < Eligibilite.AGE_MINIMUM) {
            throw new IllegalArgumentException("no age class under " + Eligibilite.AGE_MINIMUM);
        }
        if (age <= 25) {
            return DE_16_A_25;
        }
        return age <= 64 ? DE_26_A_64 : A_PARTIR_DE_65;
    }
}
