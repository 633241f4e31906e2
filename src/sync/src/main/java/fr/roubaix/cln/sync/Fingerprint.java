package fr.roubaix.cln.sync;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * Six French words out of 256 that two screens show after an enrolment, for a person to compare: the first 48 bits of
 * the SHA-256 of the three public keys. Different words mean that someone stands between kiosk and hub.
 */
public record Fingerprint(List<String> words) {

    private static final List<String> WORDS = load();

    public Fingerprint {
        words = List.copyOf(words);
    }

    /** The words for a kiosk's key and the two keys of the hub. */
    public static Fingerprint of(VerifyingKey kiosk, VerifyingKey hub, SealingKey seal) {
        String keys = "cln-fingerprint/1|" + kiosk.raw().base64url() + "|"
                + hub.raw().base64url() + "|" + seal.raw().base64url();
        byte[] hash = HexFormat.of()
                .parseHex(Hash.of(keys.getBytes(StandardCharsets.US_ASCII)).hex());
        var words = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            words.add(WORDS.get(hash[i] & 0xFF));
        }
        return new Fingerprint(words);
    }

    private static List<String> load() {
        try (InputStream list = Objects.requireNonNull(Fingerprint.class.getResourceAsStream("empreinte.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
