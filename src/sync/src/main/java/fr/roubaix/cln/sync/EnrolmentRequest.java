package fr.roubaix.cln.sync;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * A kiosk asks to be enrolled. Sent in the form of {@link Signed} for {@link Use#REQUEST}, by the very key it presents:
 * nobody can enrol a key that they do not hold.
 *
 * @param code the one-time code that the hub showed
 * @param mairie the mairie that this kiosk is set up for, if any: a code for another one is then refused
 * @param name how people call this terminal, at most 60 characters
 * @param lastKey the number of the last key that this terminal signed receipts with, 0 when it knows of none: a hub that
 *     was restored may not know it any more, and no number may name two keys
 */
public record EnrolmentRequest(
        String code, VerifyingKey key, @Nullable Secteur mairie, String name, int lastKey) {

    /** The largest request in its text form, in bytes. */
    public static final int MAX_TEXT = 4 * 1024;

    private static final int VERSION = 1;

    public EnrolmentRequest {
        if (code.length() > 20 || name.length() > 60 || lastKey < 0 || lastKey > ReceiptToken.LAST_KEY) {
            throw new IllegalArgumentException("not an enrolment request");
        }
    }

    /** The request of a terminal that never had a number. */
    public EnrolmentRequest(String code, VerifyingKey key, @Nullable Secteur mairie, String name) {
        this(code, key, mairie, name, 0);
    }

    public byte[] encode() {
        return Canonical.write(Canonical.object()
                .put("v", VERSION)
                .put("code", code)
                .put("key", key.raw().base64url())
                .put("mairie", mairie == null ? null : mairie.name())
                .put("name", name)
                .put("lastKey", lastKey));
    }

    /** Reads a request in its text form and verifies that the key it presents signed it. */
    public static Optional<EnrolmentRequest> verified(String text) {
        if (text.length() > MAX_TEXT) {
            return Optional.empty();
        }
        return Signed.parse(text)
                .flatMap(signed -> decode(signed.content().toArray())
                        .filter(request -> signed.verifiedBy(request.key(), Use.REQUEST)));
    }

    static Optional<EnrolmentRequest> decode(byte[] bytes) {
        return Canonical.read(bytes, EnrolmentRequest::read, EnrolmentRequest::encode);
    }

    private static EnrolmentRequest read(Fields fields) {
        fields.version(VERSION);
        var mairie = fields.textOrNull("mairie");
        return new EnrolmentRequest(
                fields.text("code"),
                Fields.required(VerifyingKey.parse(fields.text("key")), "key"),
                mairie == null ? null : Secteur.valueOf(mairie),
                fields.text("name"),
                fields.smallNumber("lastKey"));
    }
}
