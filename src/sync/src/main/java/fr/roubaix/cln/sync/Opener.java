package fr.roubaix.cln.sync;

import java.util.Optional;

/** Holds the hub's secret and opens seals with it. */
public interface Opener {

    /** The bytes that were sealed; none when the key is another, the context differs or a bit was altered. */
    Optional<byte[]> open(SealContext context, KeyId keyId, Bytes sealed);
}
