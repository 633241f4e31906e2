package fr.roubaix.cln.hub.security;

/** Seals the secrets of accounts with the hub's own key, which lies outside the database. */
public interface ScelleurDeSecrets {

    /** Seals bytes for a context, which must be given again to open them. */
    byte[] sceller(byte[] clair, String contexte);

    /** Opens what {@link #sceller} made. */
    byte[] ouvrir(byte[] scelle, String contexte);
}
