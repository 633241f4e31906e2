package fr.roubaix.cln.domaine.tirage;

/**
 * How criterion 3 (art. 7 §3, « représentation prioritaire ») is read where a sex has more than two candidates in a
 * sector. Chosen by the officials before any die is thrown, and part of the seed.
 */
public enum Lecture {
    /** The most literal, and the default: people of 16-25 and of 65 or more by rank, then the others. */
    PRIORITE_ABSOLUE("priorité absolue : les 16-25 ans et les 65 ans et plus sont tirés avant les autres"),
    /** One seat per sex and sector is kept for a person of 16-25 or of 65 or more; the others are open to all. */
    SIEGE_RESERVE(
            "siège réservé : un siège par sexe et par secteur va à une personne de 16-25 ans ou de 65 ans et plus");

    private final String phrase;

    Lecture(String phrase) {
        this.phrase = phrase;
    }

    /** What the reading means, in French. */
    public String phrase() {
        return phrase;
    }
}
