package fr.roubaix.cln.hub.tirage;

import fr.roubaix.cln.domaine.tirage.Defaut;
import fr.roubaix.cln.domaine.tirage.DefautDeGraine;
import fr.roubaix.cln.domaine.tirage.DefautDeListe;

/** Why a step of the draw is refused. Each has its sentence. */
public enum Refus {

    /** There is no such call. */
    APPEL_INCONNU,
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
    /** Somebody acted meanwhile: the screen showed another state than the one that now holds. */
    L_ECRAN_A_CHANGE,
    /** The first die is thrown: nothing before it can change any more. */
    DES_ENTRES,
    /** A reading must be chosen before its plan is confirmed. */
    LECTURE_MANQUANTE,
    /** Two voices confirmed the plan: its reading stands. */
    PLAN_DEJA_CONFIRME,
    /** Those present are registered once the plan is confirmed. */
    PLAN_NON_CONFIRME,
    /** A name is needed, of a hundred characters at most. */
    NOM_MAL_FORME,
    /** This name is registered. */
    DEJA_INSCRIT,
    /** This co-president is registered as absent: they arrive, they are not registered again. */
    INSCRIT_ABSENT,
    /** Whoever is registered as present is not absent too. */
    INSCRIT_PRESENT,
    /** Whoever arrives is there already. */
    DEJA_LA,
    /** Whoever leaves is not there. */
    DEJA_PARTI,
    /** Only absent co-presidents are named. */
    ABSENT_NON_CO_PRESIDENT,
    /** Nobody bears this number. */
    PRESENCE_INCONNUE,
    /** Art. 7 §2: no co-president is there. */
    CO_PRESIDENT_MANQUANT,
    /** Art. 7 §2: no elected member of the opposition is there. */
    OPPOSITION_MANQUANTE,
    /** From thirty throws to as many as the room can read. */
    LANCERS_MAL_FORMES,
    /** The round announced is published: it may be known. */
    DRAND_DEJA_PUBLIE,
    /** Not a round of drand. */
    DRAND_TOUR_MAL_FORME,
    /** The session is open. */
    SEANCE_OUVERTE,
    /** No die is thrown before the session is open. */
    SEANCE_NON_OUVERTE,
    /** One digit from 0 to 9, at a position that has been thrown. */
    CHIFFRE_MAL_FORME,
    /** The correction gives the digit that stands. */
    CHIFFRE_INCHANGE,
    /** Whoever throws is registered as present. */
    LANCEUR_ABSENT,
    /** Far more than any draw needs. */
    TROP_DE_DES,
    /** As many digits as were announced. */
    LANCERS_TOUS_ENTRES,
    /** The round announced may be known, and every digit is there: none moves. */
    DES_FIGES,
    /** The round announced may be known before the dice are complete: a later one must be announced. */
    TOUR_A_REMPLACER,
    /** The round that holds already. */
    DRAND_MEME_TOUR,
    /** As many digits are needed as were announced, thirty at least. */
    DES_MANQUANTS,
    /** No round was announced before the dice. */
    DRAND_NON_ANNONCE,
    /** Not the round that was announced. */
    DRAND_AUTRE_TOUR,
    /** The round is not published yet. */
    DRAND_PAS_ENCORE_PUBLIE,
    DRAND_ALEA_MAL_FORME,
    DRAND_SIGNATURE_MAL_FORMEE,
    DRAND_ALEA_AUTRE_QUE_SIGNATURE,
    /** The round announced must be entered before the seed is confirmed. */
    DRAND_MANQUANT,
    /** The round is entered: no die is added any more. */
    DRAND_DEJA_SAISI,
    /** The seed stands; there is no other attempt. */
    GRAINE_DEJA_CONFIRMEE,
    /** The draw needs the seed confirmed by two voices. */
    GRAINE_NON_CONFIRMEE,
    /** The draw has taken place; there is one per call. */
    DEJA_TIRE,
    PAS_ENCORE_TIRE,
    /** As many seats are shown already, or there are fewer. */
    DEJA_REVELE,
    DEJA_PROCLAME,
    PAS_ENCORE_PROCLAME,
    /** A text is needed, of two thousand characters at most. */
    TEXTE_MAL_FORME,
    /** The text is published as it is typed, and names somebody who applied. */
    NOM_DE_CANDIDAT,
    /** This account was told too often in a day that a text names a candidate: its texts are not compared any more. */
    TEXTES_SUSPENDUS,
    /** No candidate of the list bears this number. */
    NUMERO_INCONNU,
    /** This person's withdrawal is written. */
    DEJA_NOTE,
    /** No die is thrown: annulling the freeze makes a list without the person. */
    ANNULER_PLUTOT,
    /** Nothing more is written in a closed procès-verbal. */
    PROCES_VERBAL_CLOS,
    /** An annulment says why, and another round of drand too. */
    MOTIF_MANQUANT,
    /** A rehearsal was thrown away meanwhile, or never was. */
    REPETITION_INCONNUE;

    /** Why what was copied from drand is refused. */
    static Refus de(Defaut defaut) {
        return switch (defaut) {
            case DefautDeGraine.DRAND_AUTRE_TOUR -> DRAND_AUTRE_TOUR;
            case DefautDeGraine.DRAND_SIGNATURE_MAL_FORMEE -> DRAND_SIGNATURE_MAL_FORMEE;
            case DefautDeGraine.DRAND_ALEA_AUTRE_QUE_SIGNATURE -> DRAND_ALEA_AUTRE_QUE_SIGNATURE;
            case DefautDeGraine _, DefautDeListe _ -> DRAND_ALEA_MAL_FORME;
        };
    }
}
