package fr.roubaix.cln.hub.privacy;

/** Seals what must not lie in clear in the database. */
public interface Coffre {

    /**
     * Seals bytes for a context; the same bytes sealed twice differ.
     *
     * @param contexte what the bytes belong to, for example a receipt code; not secret, not stored here
     */
    byte[] sceller(byte[] clair, String contexte);

    /**
     * Opens what {@link #sceller} made.
     *
     * @throws CoffreIllisibleException the bytes were altered, or sealed with another key or for another context
     */
    byte[] ouvrir(byte[] scelle, String contexte);

    /** Does what must end before the key that seals is changed. */
    default void sansChangement(Runnable travail) {
        travail.run();
    }
}
