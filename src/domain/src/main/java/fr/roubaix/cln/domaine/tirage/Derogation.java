package fr.roubaix.cln.domaine.tirage;

/**
 * How far a number of women departs from the nominal one, for parity over the whole council (art. 7 §3, « sauf
 * dérogation nécessaire pour respecter la parité femmes-hommes »).
 */
public enum Derogation {
    /** The règlement sets no number there. */
    SANS_ATTEINTE(
            0,
            "Ce nombre est ajusté à %d pour la parité de l’ensemble, là où le règlement n’en fixe pas"
                    + " (art. 7 §3, « En cas de déséquilibre »)"),
    /** Women the règlement names are not all kept, or more are. */
    LEGERE(1, "Par dérogation, %d au lieu de %d pour la parité de l’ensemble (art. 7 §3)"),
    /** A single one of them is kept. */
    FORTE(2, "Par dérogation, une seule est retenue au lieu de %2$d pour la parité de l’ensemble (art. 7 §3)"),
    /** None is. */
    EXTREME(3, "Par dérogation, aucune femme n’est retenue, au lieu de %2$d, pour la parité de l’ensemble (art. 7 §3)");

    private final int degre;
    private final String forme;

    Derogation(int degre, String forme) {
        this.degre = degre;
        this.forme = forme;
    }

    /** 0 to 3, the higher the graver. */
    public int degre() {
        return degre;
    }

    String phrase(int femmes, int nominal) {
        return forme.replace("%2$d", Integer.toString(nominal))
                .replaceFirst("%d", Integer.toString(femmes))
                .replaceFirst("%d", Integer.toString(nominal));
    }
}
