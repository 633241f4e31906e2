package fr.roubaix.cln.kiosk.followup;

import fr.roubaix.cln.kiosk.receipt.KnownIssuersDEssai;
import fr.roubaix.cln.kiosk.sync.Hub;

/** What is judged with the keys that a hub of a test publishes. */
public final class VerificationDEssai {

    private VerificationDEssai() {}

    public static Verification with(Hub hub) {
        return new Verification(KnownIssuersDEssai.of(hub), hub);
    }
}
