package fr.roubaix.cln.kiosk.followup;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.sync.ReceiptToken;
import fr.roubaix.cln.sync.ReceiptToken.Issuer;

/** What a paper turned out to be, told without the network. */
public sealed interface Verdict {

    /** Nothing was read, or typed. */
    record Nothing() implements Verdict {}

    /** Issued by who it says, unaltered; for whatever purpose. */
    record Genuine(ReceiptToken token) implements Verdict {}

    /** A number, which proves nothing. */
    record CodeAlone(ReceiptCode code) implements Verdict {}

    /** The beginning of a square of ours: to be held out again. */
    record InPart() implements Verdict {}

    /** Altered, made up, or issued by another city. */
    record NotGenuine() implements Verdict {}

    /**
     * By an issuer or a key that is not trusted here: nobody can tell without the secretariat.
     *
     * @param revoked it was known, and was taken out of service; otherwise it is too recent, or of another city
     */
    record Unverifiable(Issuer issuer, boolean revoked) implements Verdict {}

    /** A square or a code of something else: an address, a visiting card, a product. */
    record NotOurs() implements Verdict {}

    /** Typed, and not a number of ours. */
    record Mistyped() implements Verdict {}
}
