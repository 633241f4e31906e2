package fr.roubaix.cln.hub.security;

import java.util.Optional;

/** Seals the secrets of accounts with the hub's own key, which lies outside the database. */
public interface ScelleurDeSecrets {

    /** Seals bytes for a context, which must be given again to open them. */
    byte[] sceller(byte[] clair, String contexte);

    /** Opens what {@link #sceller} made. */
    byte[] ouvrir(byte[] scelle, String contexte);

    /** The same secret under the key in force; empty when it is already. */
    Optional<byte[]> renouveler(byte[] scelle, String contexte);
}
