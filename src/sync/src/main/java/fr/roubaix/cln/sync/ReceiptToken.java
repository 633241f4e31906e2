package fr.roubaix.cln.sync;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * What the QR of a receipt says, without any personal data: 24 bytes, signed by who issued it, so that any kiosk can
 * tell a genuine receipt without the network.
 *
 * <p>Body: version 1 · key id 1 · receipt code 8 · mairie 1 · purpose 1 · epoch minutes 4 · kiosk 2 · reserved 6 (zero);
 * integers unsigned, big-endian. Text: {@code CLN1:} then {@link Base45} of body ‖ Ed25519 signature (RFC 8032) under
 * {@link Use#RECEIPT}.
 *
 * @param keyId which of the issuer's own keys signed: 0 to 255, the first is {@link #FIRST_KEY}
 * @param at cut down to the minute
 */
public record ReceiptToken(int keyId, ReceiptCode code, Issuer issuer, Purpose purpose, Instant at) {

    /** The highest key id there is. */
    public static final int LAST_KEY = 255;

    /** The key id of a signer that never renewed its key. */
    public static final int FIRST_KEY = 1;

    private static final String PREFIX = "CLN1:";
    private static final int VERSION = 1;
    private static final int BODY = 24;
    private static final int SIGNATURE = 64;
    private static final int RESERVED = 6;
    private static final long LAST_MINUTE = 0xffff_ffffL;

    public ReceiptToken {
        if (keyId < 0 || keyId > LAST_KEY) {
            throw new IllegalArgumentException("a key id is 0 to 255");
        }
        long minute = Math.floorDiv(at.getEpochSecond(), 60L);
        if (minute < 0 || minute > LAST_MINUTE) {
            throw new IllegalArgumentException("a receipt is issued between 1970 and 10136");
        }
        at = Instant.EPOCH.plus(Duration.ofMinutes(minute));
    }

    /** Who signed: kiosk 0 and mairie 0 stand for the hub. */
    public sealed interface Issuer {
        /** The hub, for the receipts and letter coupons it issues itself. */
        record Hub() implements Issuer {}

        /** A kiosk, in the mairie where it stood when it signed. */
        record Kiosk(KioskId id, Secteur mairie) implements Issuer {}
    }

    /** What the token is good for. */
    public enum Purpose {
        APPLICATION(1),
        WITHDRAWAL(2),
        RENEWAL_COUPON(3),
        RENEWAL_ANSWER(4),
        CONVOCATION(5);

        private final int number;

        Purpose(int number) {
            this.number = number;
        }

        private static Optional<Purpose> numbered(int number) {
            return Arrays.stream(values()).filter(p -> p.number == number).findFirst();
        }
    }

    /** Finds the public key of an issuer, for example in the bulletin. */
    @FunctionalInterface
    public interface Keys {
        /** The Ed25519 key this issuer signs with under this id; none when it is not known here. */
        Optional<VerifyingKey> find(Issuer issuer, int keyId);
    }

    /** What a scanned text turned out to be. */
    public sealed interface Reading {
        /** A code of something else: another QR, a product. */
        record NotOurs() implements Reading {}

        /** It begins like ours and is not well formed. */
        record Malformed() implements Reading {}

        /** Well formed, by an issuer or a key that is not known here: to be checked with the secretariat. */
        record UnknownKey(Issuer issuer, int keyId) implements Reading {}

        /** Well formed, and not signed by who it claims. */
        record WrongSignature() implements Reading {}

        /** Issued by who it says, unaltered. */
        record Genuine(ReceiptToken token) implements Reading {}
    }

    /** Signs this token: the text to put in the QR. */
    public String sign(Signer signer) {
        byte[] body = body();
        byte[] signature = signer.sign(Use.RECEIPT, body);
        if (signature.length != SIGNATURE) {
            throw new IllegalStateException("an Ed25519 signature has 64 bytes");
        }
        byte[] all = Arrays.copyOf(body, BODY + SIGNATURE);
        System.arraycopy(signature, 0, all, BODY, SIGNATURE);
        return PREFIX + Base45.encode(all);
    }

    /** Reads a scanned text and checks its signature. Accepts nothing but the one text {@link #sign} gives. */
    public static Reading read(String text, Keys keys) {
        if (!text.startsWith(PREFIX)) {
            return new Reading.NotOurs();
        }
        byte[] all = decode(text);
        if (all.length != BODY + SIGNATURE) {
            return new Reading.Malformed();
        }
        byte[] body = Arrays.copyOf(all, BODY);
        byte[] signature = Arrays.copyOfRange(all, BODY, all.length);
        return parse(body)
                .<Reading>map(token -> token.check(body, signature, keys))
                .orElseGet(Reading.Malformed::new);
    }

    /**
     * The receipt code that a scanned text claims, whoever signed it: enough to look up what is published by code, and proof
     * of nothing. Empty when the text is not that of a receipt.
     */
    public static Optional<ReceiptCode> claimedCode(String text) {
        byte[] all = text.startsWith(PREFIX) ? decode(text) : new byte[0];
        return all.length == BODY + SIGNATURE
                ? parse(Arrays.copyOf(all, BODY)).map(ReceiptToken::code)
                : Optional.empty();
    }

    private static byte[] decode(String text) {
        return Base45.decode(text.substring(PREFIX.length())).orElse(new byte[0]);
    }

    private Reading check(byte[] body, byte[] signature, Keys keys) {
        var key = keys.find(issuer, keyId);
        if (key.isEmpty()) {
            return new Reading.UnknownKey(issuer, keyId);
        }
        return key.get().verifies(Use.RECEIPT, body, signature)
                ? new Reading.Genuine(this)
                : new Reading.WrongSignature();
    }

    private byte[] body() {
        var body = ByteBuffer.allocate(BODY)
                .put((byte) VERSION)
                .put((byte) keyId)
                .putLong(code.bits())
                .put((byte) mairieNumber())
                .put((byte) purpose.number)
                .putInt((int) (at.getEpochSecond() / 60))
                .putShort((short) kioskNumber());
        return body.array();
    }

    private int mairieNumber() {
        return switch (issuer) {
            case Issuer.Hub _ -> 0;
            case Issuer.Kiosk kiosk -> kiosk.mairie().numero();
        };
    }

    private int kioskNumber() {
        return switch (issuer) {
            case Issuer.Hub _ -> 0;
            case Issuer.Kiosk kiosk -> kiosk.id().numero();
        };
    }

    private static Optional<ReceiptToken> parse(byte[] bytes) {
        var body = ByteBuffer.wrap(bytes);
        int version = Byte.toUnsignedInt(body.get());
        int keyId = Byte.toUnsignedInt(body.get());
        long bits = body.getLong();
        int mairie = Byte.toUnsignedInt(body.get());
        var purpose = Purpose.numbered(Byte.toUnsignedInt(body.get()));
        long minutes = Integer.toUnsignedLong(body.getInt());
        int kiosk = Short.toUnsignedInt(body.getShort());
        byte[] reserved = new byte[RESERVED];
        body.get(reserved);
        boolean ours = version == VERSION && bits >>> 45 == 0 && Arrays.equals(reserved, new byte[RESERVED]);
        var issuer = issuer(kiosk, mairie);
        if (!ours || purpose.isEmpty() || issuer.isEmpty()) {
            return Optional.empty();
        }
        var at = Instant.EPOCH.plus(Duration.ofMinutes(minutes));
        return Optional.of(new ReceiptToken(keyId, new ReceiptCode(bits), issuer.get(), purpose.get(), at));
    }

    private static Optional<Issuer> issuer(int kiosk, int mairie) {
        if (kiosk == 0) {
            return mairie == 0 ? Optional.of(new Issuer.Hub()) : Optional.empty();
        }
        return Secteur.parNumero(mairie).map(secteur -> new Issuer.Kiosk(new KioskId(kiosk), secteur));
    }
}
