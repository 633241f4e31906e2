package fr.roubaix.cln.hub.appel;

/** Why an act on a call is refused. Each has its sentence, shown at the field named. */
enum Refus {
    ID_MAL_FORME(Champ.ID),
    ID_PRIS(Champ.ID),
    TITRE_MANQUANT(Champ.TITRE),
    OUVERTURE_MANQUANTE(Champ.OUVERTURE),
    CLOTURE_MANQUANTE(Champ.CLOTURE),
    CLOTURE_AVANT_OUVERTURE(Champ.CLOTURE),
    CLOTURE_PASSEE(Champ.CLOTURE),
    CLOTURE_PAS_PLUS_TARD(Champ.CLOTURE),
    CLOTURE_TROP_LOIN(Champ.CLOTURE),
    REFERENCE_HORS_LIMITES(Champ.REFERENCE),
    TIRAGE_MANQUANT(Champ.TIRAGE),
    TIRAGE_AVANT_CLOTURE(Champ.TIRAGE),
    TIRAGE_TROP_LOIN(Champ.TIRAGE),
    LIEU_MANQUANT(Champ.LIEU),
    MOTIF_MANQUANT(Champ.MOTIF),
    UN_APPEL_EST_OUVERT(Champ.AUCUN),
    PRECEDENT_NON_TIRE(Champ.AUCUN),
    DEJA_CLOS(Champ.AUCUN),
    /** Said of an extension: what to do instead. */
    CLOS_SANS_RETOUR(Champ.AUCUN),
    BROUILLON_CHANGE(Champ.AUCUN),
    TEXTE_MANQUANT(Champ.TEXTE),
    TEXTE_TROP_LONG(Champ.TEXTE),
    SIEGES_HORS_LIMITES(Champ.AUCUN),
    AUCUN_SIEGE(Champ.AUCUN),
    ACCUEIL_TROP_LONG(Champ.AUCUN),
    MAIRIE_MANQUANTE(Champ.MAIRIE),
    /** Forms still come in: nothing is to be explained yet. */
    APPEL_NON_CLOS(Champ.AUCUN),
    PAS_D_ECART(Champ.MAIRIE),
    LOT_HORS_LIMITES(Champ.NOMBRE),
    ANNONCE_HORS_LIMITES(Champ.NOMBRE);

    /** The field at which a refusal is shown; {@code AUCUN}: above the form. */
    enum Champ {
        ID,
        TITRE,
        OUVERTURE,
        CLOTURE,
        HEURE,
        REFERENCE,
        TIRAGE,
        LIEU,
        MOTIF,
        TEXTE,
        MAIRIE,
        NOMBRE,
        AUCUN
    }

    private final Champ champ;

    Refus(Champ champ) {
        this.champ = champ;
    }

    Champ champ() {
        return champ;
    }
}
