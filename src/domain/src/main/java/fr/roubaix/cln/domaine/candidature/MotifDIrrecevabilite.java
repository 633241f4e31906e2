package fr.roubaix.cln.domaine.candidature;

/** Why an application cannot enter the draw (art. 7 §1). */
public enum MotifDIrrecevabilite {
    /** Under 16 on the reference date. */
    AGE,
    /** Does not live in Roubaix. */
    RESIDENCE,
    /** The person has already applied: one person, one application. */
    DOUBLON,
    /** Received after the call ended. */
    HORS_DELAI,
    /** What was asked for did not come in time, or the form cannot be understood. */
    INCOMPLETE
}
