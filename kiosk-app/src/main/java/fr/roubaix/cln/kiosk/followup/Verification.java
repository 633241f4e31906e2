package fr.roubaix.cln.kiosk.followup;

import org.springframework.stereotype.Service;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Saisie;
import fr.roubaix.cln.hardware.scanner.Scan;
import fr.roubaix.cln.hardware.scanner.Scan.Source;
import fr.roubaix.cln.kiosk.receipt.KnownIssuers;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.sync.ReceiptToken;
import fr.roubaix.cln.sync.ReceiptToken.Issuer;
import fr.roubaix.cln.sync.ReceiptToken.Reading;

/** Judges what was read or typed with what this terminal holds: the keys of the last bulletin. */
@Service
public final class Verification {

    /** {@code CLN1:} and the base45 (RFC 9285) of 88 bytes. */
    private static final int SQUARE = "CLN1:".length() + 88 / 2 * 3;

    private final KnownIssuers issuers;
    private final Hub hub;

    Verification(KnownIssuers issuers, Hub hub) {
        this.issuers = issuers;
        this.hub = hub;
    }

    /** What it is. */
    public Verdict of(Scan scan) {
        String text = scan.text().strip();
        if (text.isEmpty()) {
            return new Verdict.Nothing();
        }
        return switch (ReceiptToken.read(text, issuers)) {
            case Reading.NotOurs _ -> number(text, scan.source());
            case Reading.Genuine(var token) -> new Verdict.Genuine(token);
            case Reading.UnknownKey(var issuer, int key) -> new Verdict.Unverifiable(issuer, revoked(issuer, key));
            case Reading.Malformed _ -> text.length() < SQUARE ? new Verdict.InPart() : new Verdict.NotGenuine();
            case Reading.WrongSignature _ -> new Verdict.NotGenuine();
        };
    }

    private static Verdict number(String text, Source source) {
        return switch (ReceiptCode.lire(text)) {
            case Saisie.Lue<ReceiptCode>(var code) -> new Verdict.CodeAlone(code);
            case Saisie.Refusee<ReceiptCode> _ ->
                source == Source.TYPED ? new Verdict.Mistyped() : new Verdict.NotOurs();
        };
    }

    private boolean revoked(Issuer issuer, int key) {
        return issuer instanceof Issuer.Kiosk(var id, var _)
                && hub.bulletin().stream()
                        .flatMap(bulletin -> bulletin.bornes().stream())
                        .anyMatch(borne -> borne.id().equals(id) && borne.cle() == key && borne.revoquee());
    }
}
