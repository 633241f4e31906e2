package fr.roubaix.cln.sync;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The header {@code Authorization: CLN1 kid=…,t=…,sig=…} of a kiosk's request. The signature, for {@link Use#REQUEST},
 * is over {@code METHOD LF path?query LF hex SHA-256(body) LF t}. No nonce: envelopes are idempotent, reads harmless.
 *
 * @param at what the kiosk claims the time is, in whole seconds
 */
public record RequestAuthorization(KioskId kiosk, Instant at, Bytes signature) {

    /** How far a kiosk's clock may be from the hub's. */
    public static final Duration WINDOW = Duration.ofMinutes(5);

    private static final Pattern FORM =
            Pattern.compile("CLN1 kid=([1-9][0-9]{0,4}),t=([1-9][0-9]{0,11}),sig=([A-Za-z0-9_-]{86})");

    /** Signs a request. */
    public static RequestAuthorization sign(Signer signer, KioskId kiosk, Request request, Instant at) {
        return new RequestAuthorization(
                kiosk,
                Instant.ofEpochSecond(at.getEpochSecond()),
                Bytes.of(signer.sign(Use.REQUEST, request.signedAt(at))));
    }

    /** Reads the header, and nothing that {@link #header} would not write. */
    public static Optional<RequestAuthorization> parse(String header) {
        var matcher = FORM.matcher(header);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > 65_535) {
            return Optional.empty();
        }
        return Bytes.parse(matcher.group(3))
                .map(signature -> new RequestAuthorization(
                        new KioskId(Integer.parseInt(matcher.group(1))),
                        Instant.ofEpochSecond(Long.parseLong(matcher.group(2))),
                        signature));
    }

    public String header() {
        return "CLN1 kid=%s,t=%d,sig=%s".formatted(kiosk, at.getEpochSecond(), signature.base64url());
    }

    /** Whether the key's holder signed this request with this claim. Says nothing of the window. */
    public boolean verifies(VerifyingKey key, Request request) {
        return key.verifies(Use.REQUEST, request.signedAt(at), signature.toArray());
    }

    /** Whether the claim is close enough to the hub's clock. */
    public boolean timely(Instant now) {
        return Duration.between(at, now).abs().compareTo(WINDOW) <= 0;
    }

    /**
     * What a kiosk asks.
     *
     * @param target path and query as in the request line
     */
    public record Request(String method, String target, Bytes body) {
        byte[] signedAt(Instant at) {
            return (method + "\n" + target + "\n" + Hash.of(body) + "\n" + at.getEpochSecond())
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
