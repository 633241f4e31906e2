package fr.roubaix.cln.hub.ingest;

/** Why bytes were set aside. */
public enum Reason {
    /** The seal does not open, or opens on something that is no message of its kind. */
    ILLISIBLE,
    /** A kind that this hub does not handle. */
    GENRE_INCONNU,
    /** A chain begins with an {@code OUVERTURE}, and has only one. */
    OUVERTURE_MAL_PLACEE,
    /** The id came before with another payload. */
    IDENTIFIANT_DEJA_PRIS,
    /** Another application bears this receipt code. */
    CODE_DEJA_PRIS,
    /** A paper original is entered once: somebody entered this one before. */
    ORIGINAL_DEJA_SAISI,
    /** The position is taken by other bytes: a kiosk was restored or cloned. */
    CONFLIT
}
