package fr.roubaix.cln.sync;

import java.time.Instant;
import java.util.Optional;

import fr.roubaix.cln.domaine.secteur.Secteur;

/** What the hub answers to {@link EnrolmentRequest}: a body with status 200 or 403. */
public sealed interface EnrolmentResponse {

    /** The largest response, in bytes. */
    int MAX_BYTES = 4 * 1024;

    /** Version of both forms. */
    int VERSION = 1;

    /**
     * The kiosk has a number, a mairie, and the keys of the hub.
     *
     * @param receiptKey number of the kiosk's key among those it had, for its receipts
     */
    record Enrolled(
            KioskId kiosk,
            Secteur mairie,
            int receiptKey,
            SealingKey sealingKey,
            VerifyingKey signingKey,
            Instant hubTime)
            implements EnrolmentResponse {}

    /** Nothing was stored. */
    record Refused(Reason reason) implements EnrolmentResponse {}

    /** Why a kiosk is not enrolled. */
    enum Reason {
        /** Unknown, lapsed or already used: the hub does not say which. */
        CODE_REFUSE,
        /** The code is good, for another mairie than the one this kiosk is set up for; it is still good. */
        AUTRE_MAIRIE,
        /** This key was revoked. */
        CLE_REVOQUEE
    }

    default byte[] encode() {
        return Canonical.write(
                switch (this) {
                    case Enrolled enrolled ->
                        Canonical.object()
                                .put("v", VERSION)
                                .put("kiosk", enrolled.kiosk().numero())
                                .put("mairie", enrolled.mairie().name())
                                .put("receiptKey", enrolled.receiptKey())
                                .put("sealingKey", enrolled.sealingKey().raw().base64url())
                                .put("signingKey", enrolled.signingKey().raw().base64url())
                                .put("hubTime", enrolled.hubTime().toEpochMilli());
                    case Refused(var reason) ->
                        Canonical.object().put("v", VERSION).put("refused", reason.name());
                });
    }

    /** Reads what {@link #encode} writes and nothing else. */
    static Optional<EnrolmentResponse> decode(byte[] bytes) {
        return bytes.length > MAX_BYTES
                ? Optional.empty()
                : Canonical.read(bytes, EnrolmentResponse::read, EnrolmentResponse::encode);
    }

    private static EnrolmentResponse read(Fields fields) {
        fields.version(VERSION);
        if (fields.node().has("refused")) {
            return new Refused(fields.constant(Reason.class, "refused"));
        }
        return new Enrolled(
                new KioskId(fields.smallNumber("kiosk")),
                fields.constant(Secteur.class, "mairie"),
                fields.smallNumber("receiptKey"),
                Fields.required(SealingKey.parse(fields.text("sealingKey")), "sealingKey"),
                Fields.required(VerifyingKey.parse(fields.text("signingKey")), "signingKey"),
                fields.instant("hubTime"));
    }
}
