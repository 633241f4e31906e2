package fr.roubaix.cln.domaine.tirage;

/**
 * Which sentence of art. 7 §3, criterion 2 gives the number of women of a sector, by the number of women who are
 * candidates or renewed.
 */
public enum MotifDeRepartition {
    AUCUNE_FEMME(
            0,
            "Aucune femme n’est candidate ni reconduite : les sièges reviennent aux hommes (art. 7 §3, critère n° 2)"),
    UNE_FEMME(1, "Une seule femme est candidate ou reconduite : elle est retenue par défaut (art. 7 §3, critère n° 2)"),
    DEUX_FEMMES(2, "Deux femmes sont candidates ou reconduites : elles sont retenues (art. 7 §3, critère n° 2)"),
    TROIS_FEMMES(
            3,
            "Trois femmes sont candidates ou reconduites : elles sont toutes retenues, sans atteinte au critère n° 3"
                    + " (art. 7 §3, critère n° 2)"),
    TROIS_FEMMES_CRITERE_3(
            2,
            "Trois femmes sont candidates ou reconduites ; les retenir toutes porterait atteinte au critère n° 3 : deux sont retenues"
                    + " (art. 7 §3, critères n° 2 et n° 3)"),
    TIRAGE(
            2,
            "Quatre femmes ou plus sont candidates ou reconduites : le règlement ne fixe pas leur nombre, le tirage vise la parité"
                    + " (art. 7 §3, critère n° 2)");

    private final int vise;
    private final String phrase;

    MotifDeRepartition(int vise, String phrase) {
        this.vise = vise;
        this.phrase = phrase;
    }

    /** The number of women the règlement aims at, before the seats and candidates that there are. */
    public int vise() {
        return vise;
    }

    String phrase() {
        return phrase;
    }
}
