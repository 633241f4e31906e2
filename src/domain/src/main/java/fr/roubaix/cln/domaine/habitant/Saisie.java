package fr.roubaix.cln.domaine.habitant;

/**
 * What became of something a person typed: a value, or the reason why it cannot be one. Nothing typed by a person is an
 * exception.
 *
 * @param <T> the value read
 */
public sealed interface Saisie<T> {

    /** The text was understood. */
    record Lue<T>(T valeur) implements Saisie<T> {}

    /** The text was not understood. */
    record Refusee<T>(Motif motif) implements Saisie<T> {}

    /** Why a typed text is refused. The screen turns each constant into a sentence that says what to do. */
    enum Motif {
        VIDE,
        TROP_LONG,
        CARACTERE_INTERDIT,
        SANS_LETTRE,
        JOUR_MANQUANT,
        MOIS_MANQUANT,
        ANNEE_MANQUANTE,
        JOUR_HORS_LIMITES,
        MOIS_HORS_LIMITES,
        ANNEE_SUR_QUATRE_CHIFFRES,
        DATE_INEXISTANTE,
        DATE_FUTURE,
        AGE_INVRAISEMBLABLE,
        TELEPHONE_MAL_FORME,
        COURRIEL_MAL_FORME,
        CODE_MAL_FORME
    }
}
