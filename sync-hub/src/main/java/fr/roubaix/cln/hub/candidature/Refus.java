package fr.roubaix.cln.hub.candidature;

/** Why an act on an application is refused. Each has its sentence. */
enum Refus {
    /** No application bears this code. */
    INCONNUE,
    /** Someone decided in the meantime. */
    DEJA_DECIDEE,
    /** The person took the application back in the meantime. */
    RETIREE,
    /** There is no decision to take back. */
    PAS_DECIDEE,
    /** The list of the call is frozen. */
    LISTE_ARRETEE,
    /** Under 16: no decision can make the person eligible (art. 7 §1). */
    MOINS_DE_16_ANS,
    /** An application with an alert is looked at by itself, never in a batch. */
    ALERTE,
    /** Another application may be the same person's: that is decided first. */
    DOUBLON_A_DECIDER,
    /** Who proposed an act cannot be its second look too. */
    MEME_PERSONNE,
    /** The last day for an answer is not after today. */
    ECHEANCE_PASSEE,
    /** Something is asked of the person, or nothing is missing. */
    RIEN_DE_DEMANDE,
    /** « Incomplete » says what is missing, in words. */
    PRECISIONS_MANQUANTES,
    /** A letter or a call is not of a day to come. */
    JOUR_A_VENIR,
    /** The file is restricted: the data protection officer alone may read it. */
    LIMITEE
}
