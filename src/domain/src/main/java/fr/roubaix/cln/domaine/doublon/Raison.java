package fr.roubaix.cln.domaine.doublon;

/**
 * One thing that makes two applications look like one person's, and how much it weighs. The weights were set on the labelled
 * set that {@code ./cln bench doublons} measures.
 */
public enum Raison {
    MEME_NAISSANCE(45),
    /** 03/11 on one form, 11/03 on the other. */
    JOUR_ET_MOIS_INVERSES(30),
    NAISSANCE_A_UN_CHIFFRE(15),

    MEME_NOM(25),
    /** The birth name of one is the usage name of the other. */
    NOM_DE_NAISSANCE_ET_D_USAGE(24),
    /** « De Smet » and « Desmet », « El Amrani » and « Amrani ». */
    NOM_A_LA_PARTICULE_PRES(22),
    NOM_ET_PRENOM_INVERSES(22),
    NOM_MEME_SON(20),
    NOM_A_UNE_FAUTE(18),
    /** « Martin » and « Martin-Dubois ». */
    NOM_COMPOSE(16),
    NOM_A_DEUX_FAUTES(14),

    MEMES_PRENOMS(20),
    PRENOMS_DANS_UN_AUTRE_ORDRE(18),
    PRENOM_ABREGE(16),
    PRENOM_MEME_SON(16),
    PRENOM_A_UNE_FAUTE(14),
    /** One form bears more first names than the other. */
    PRENOMS_EN_PLUS(14),
    PRENOM_INITIALE(6),

    MEME_ADRESSE(20),
    MEME_RUE(7),
    MEME_CONTACT(10);

    private final int poids;

    Raison(int poids) {
        this.poids = poids;
    }

    /** In points; a likeness counts from {@link Ressemblance#SEUIL}. */
    public int poids() {
        return poids;
    }
}
