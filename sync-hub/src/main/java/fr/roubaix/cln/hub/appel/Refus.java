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
    DEJA_CLOS(Champ.AUCUN);

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
