package fr.roubaix.cln.hub.candidature;

/** Why a decision is refused. Each has its sentence. */
enum Refus {
    /** No application bears this code. */
    INCONNUE,
    /** Someone decided in the meantime. */
    DEJA_DECIDEE,
    /** There is no decision to take back. */
    PAS_DECIDEE,
    /** The list of the call is frozen. */
    LISTE_ARRETEE,
    /** Under 16: no decision can make the person eligible (art. 7 §1). */
    MOINS_DE_16_ANS,
    /** An application with an alert is looked at by itself, never in a batch. */
    ALERTE,
    /** The file is restricted: the data protection officer alone may read it. */
    LIMITEE
}
