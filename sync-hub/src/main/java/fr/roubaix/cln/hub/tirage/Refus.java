package fr.roubaix.cln.hub.tirage;

/** Why a step of the draw is refused. Each has its sentence. */
enum Refus {

    /** The call still runs. */
    APPEL_NON_CLOS,
    /** Some applications wait for a decision. */
    CANDIDATURES_A_EXAMINER,
    /** Some applications look like one person's, and nobody has said whether they are. */
    DOUBLONS_A_DECIDER,
    /** Some applications arrived that the hub could not take: their people would be left out. */
    CANDIDATURES_MISES_DE_COTE,
    /** A kiosk may still hold an application, and no derogation says why one goes on without it. */
    COMPLETUDE_NON_PROUVEE,
    /** A mairie received more paper forms than were entered, or fewer, and nobody said why. */
    FICHES_PAPIER_INEXPLIQUEES,
    /** Nobody may be drawn. */
    AUCUNE_CANDIDATURE,
    /** Somebody proposed it; the presidency has not answered. */
    ATTEND_UNE_SECONDE_VOIX,
    /** The call has its frozen list. */
    DEJA_ARRETEE,
    /** No list is frozen. */
    PAS_DE_LISTE,
    /** The screen showed another list or another reading than those that now hold. */
    L_ECRAN_A_CHANGE,
    /** The dice are entered: nothing before them can change any more. */
    DES_ENTRES,
    /** A reading must be chosen before the dice. */
    LECTURE_MANQUANTE,
    /** The dice must be entered before the draw. */
    DES_MANQUANTS,
    /** The draw has taken place; there is one per call. */
    DEJA_TIRE,
    /** An annulment says why. */
    MOTIF_MANQUANT
}
