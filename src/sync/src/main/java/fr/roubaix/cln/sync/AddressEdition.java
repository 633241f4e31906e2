package fr.roubaix.cln.sync;

import java.time.Instant;
import java.util.Optional;

/**
 * The address base that the hub gives its kiosks; worth something only under the hub's signature for {@link Use#ADRESSES}.
 * The file itself travels in pieces and is worth something only when its hash is this one.
 *
 * @param hash of the whole file
 * @param size in bytes, at most {@value #MAX_SIZE}
 * @param at when it was imported at the hub; an older one never takes the place of a newer one
 */
public record AddressEdition(Hash hash, long size, Instant at) {

    /** The largest file. */
    public static final long MAX_SIZE = 64L * 1024 * 1024;

    /** The largest file that a return takes to a kiosk without network: ten cities of this size. */
    public static final long MAX_ON_A_STICK = 16L * 1024 * 1024;

    /** The largest piece of it that travels at once, in bytes. */
    public static final int MAX_PIECE = 256 * 1024;

    /** The largest signed edition in its text form, in bytes. */
    public static final int MAX_TEXT = 1024;

    private static final int VERSION = 1;

    public AddressEdition {
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("not the size of an address base");
        }
    }

    public byte[] encode() {
        return Canonical.write(Canonical.object()
                .put("v", VERSION)
                .put("hash", hash.hex())
                .put("size", size)
                .put("at", at.toEpochMilli()));
    }

    /** Reads what {@link #encode} writes and nothing else. */
    public static Optional<AddressEdition> decode(byte[] bytes) {
        return Canonical.read(bytes, AddressEdition::read, AddressEdition::encode);
    }

    private static AddressEdition read(Fields fields) {
        fields.version(VERSION);
        return new AddressEdition(fields.hash("hash"), fields.number("size"), fields.instant("at"));
    }
}
