package fr.roubaix.cln.sync;

/** Holds a private Ed25519 key and signs with it. */
public interface Signer {
    /** The 64-byte Ed25519 signature of {@link Use#frame} (RFC 8032). */
    byte[] sign(Use use, byte[] content);
}
