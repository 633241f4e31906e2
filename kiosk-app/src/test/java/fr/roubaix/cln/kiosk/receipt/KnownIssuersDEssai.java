package fr.roubaix.cln.kiosk.receipt;

import fr.roubaix.cln.kiosk.sync.Hub;

/** The issuers that a hub of a test publishes. */
public final class KnownIssuersDEssai {

    private KnownIssuersDEssai() {}

    public static KnownIssuers of(Hub hub) {
        return new KnownIssuers(hub);
    }
}
