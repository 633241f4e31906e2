package fr.roubaix.cln.kiosk.receipt;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.Base45;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.ReceiptToken;
import fr.roubaix.cln.sync.ReceiptToken.Issuer;
import fr.roubaix.cln.sync.ReceiptToken.Reading;
import fr.roubaix.cln.sync.SigningKey;

/**
 * Tokens changed in every way that somebody would try, from a seed. Our key answers for every kiosk and key number, the worst
 * case: only the signature stands between a forger and a receipt.
 */
final class MutatedTokens {

    private static final int BODY = 24;
    private static final int ALL = 88;
    private static final String PREFIX = "CLN1:";
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    /** The order of the group of Ed25519 (RFC 8032 §5.1). */
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private final Random random;
    private final SigningKey ours = SigningKey.generate();
    private final SigningKey otherCity = SigningKey.generate();
    private byte[] genuine = new byte[0];
    private byte[] another = new byte[0];

    MutatedTokens(long seed) {
        random = new Random(seed);
    }

    /** How many of so many changed tokens pass for genuine. */
    int accepted(int count) {
        int accepted = 0;
        for (int i = 0; i < count; i++) {
            if (i % 1_000 == 0) {
                genuine = bytes(token(ours));
                another = bytes(token(ours));
            }
            String mutated = mutate(i % 10);
            boolean same = mutated.equals(PREFIX + Base45.encode(genuine));
            if (!same
                    && ReceiptToken.read(mutated, (_, _) -> Optional.of(ours.verifyingKey()))
                            instanceof Reading.Genuine) {
                accepted++;
            }
        }
        return accepted;
    }

    private String mutate(int way) {
        byte[] bytes = genuine.clone();
        return switch (way) {
            case 0 -> flipped(bytes, 1);
            case 1 -> flipped(bytes, 2 + random.nextInt(30));
            case 2 -> text(Arrays.copyOf(bytes, random.nextInt(ALL)));
            case 3 -> text(bytes).substring(0, random.nextInt(PREFIX.length() + 132));
            case 4 -> swapped(bytes);
            case 5 -> {
                // The number of another key, or of another kiosk, under the same signature.
                bytes[random.nextBoolean() ? 1 : 16] += (byte) (1 + random.nextInt(255));
                yield text(bytes);
            }
            case 6 -> token(otherCity);
            case 7 -> garbage();
            case 8 -> malleable(bytes);
            default -> mistyped(text(bytes));
        };
    }

    private String flipped(byte[] bytes, int bits) {
        for (int i = 0; i < bits; i++) {
            int bit = random.nextInt(8 * ALL);
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
        return text(bytes);
    }

    /** A field, or the whole signature, of another genuine receipt. */
    private String swapped(byte[] bytes) {
        int[] edges = {2, 10, 11, 12, 16, 18, BODY, ALL};
        int field = random.nextInt(edges.length - 1);
        System.arraycopy(another, edges[field], bytes, edges[field], edges[field + 1] - edges[field]);
        return text(bytes);
    }

    private String garbage() {
        var text = new StringBuilder(PREFIX);
        for (int i = 0; i < 132; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** s + kL verifies where a reader is lax; so do the nothing signatures of points of small order. */
    private String malleable(byte[] bytes) {
        if (random.nextInt(4) == 0) {
            Arrays.fill(bytes, BODY, ALL, (byte) 0);
            bytes[BODY] = (byte) random.nextInt(2);
            return text(bytes);
        }
        byte[] scalar = reversed(Arrays.copyOfRange(bytes, BODY + 32, ALL));
        var larger = new BigInteger(1, scalar).add(ORDER.multiply(BigInteger.valueOf(1 + random.nextInt(14))));
        byte[] grown = larger.toByteArray();
        byte[] out = new byte[32];
        for (int i = 0; i < 32 && i < grown.length; i++) {
            out[i] = grown[grown.length - 1 - i];
        }
        System.arraycopy(out, 0, bytes, BODY + 32, 32);
        return text(bytes);
    }

    private String mistyped(String text) {
        var out = new StringBuilder(text);
        int at = random.nextInt(out.length());
        switch (random.nextInt(4)) {
            case 0 -> out.deleteCharAt(at);
            case 1 -> out.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            case 2 -> out.append(random.nextBoolean() ? " " : "0");
            default -> {
                char one = out.charAt(at);
                int other = random.nextInt(out.length());
                out.setCharAt(at, out.charAt(other));
                out.setCharAt(other, one);
            }
        }
        return out.toString();
    }

    private String token(SigningKey key) {
        var mairie = Secteur.parNumero(1 + random.nextInt(5)).orElseThrow();
        return new ReceiptToken(
                        1 + random.nextInt(3),
                        new ReceiptCode(random.nextLong() >>> 19),
                        new Issuer.Kiosk(new KioskId(1 + random.nextInt(500)), mairie),
                        ReceiptToken.Purpose.APPLICATION,
                        Instant.ofEpochSecond(1_748_000_000L + random.nextInt(1_000_000)))
                .sign(key);
    }

    private static byte[] bytes(String token) {
        return Base45.decode(token.substring(PREFIX.length())).orElseThrow();
    }

    private static String text(byte[] bytes) {
        return PREFIX + Base45.encode(bytes);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] out = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            out[i] = bytes[bytes.length - 1 - i];
        }
        return out;
    }
}
