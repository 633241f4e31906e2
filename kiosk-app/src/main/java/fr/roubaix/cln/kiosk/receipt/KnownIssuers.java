package fr.roubaix.cln.kiosk.receipt;

import java.util.Optional;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.sync.Bulletin;
import fr.roubaix.cln.sync.Bulletin.BornePubliee;
import fr.roubaix.cln.sync.ReceiptToken;
import fr.roubaix.cln.sync.ReceiptToken.Issuer;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.Succession;
import fr.roubaix.cln.sync.VerifyingKey;

/**
 * Whose receipts this kiosk recognises without the network: those of the kiosks in the bulletin that are not revoked, and
 * those of the hub, whose keys it follows. The first key of a hub that changed it since is in no bulletin: its receipts are
 * to be checked with the secretariat, like those of a kiosk that is revoked.
 */
@Component
public class KnownIssuers implements ReceiptToken.Keys {

    private final Hub hub;

    KnownIssuers(Hub hub) {
        this.hub = hub;
    }

    @Override
    public Optional<VerifyingKey> find(Issuer issuer, int keyId) {
        return switch (issuer) {
            case Issuer.Hub _ -> ofTheHub(keyId);
            case Issuer.Kiosk(var id, var mairie) ->
                hub.bulletin().stream()
                        .flatMap(bulletin -> bulletin.bornes().stream())
                        .filter(borne -> borne.id().equals(id) && borne.mairie() == mairie && borne.cle() == keyId)
                        .filter(borne -> !borne.revoquee())
                        .map(BornePubliee::key)
                        .findFirst();
        };
    }

    /** The n-th key of the hub took over at its (n − 1)-th succession; the last one is the key in force. */
    private Optional<VerifyingKey> ofTheHub(int keyId) {
        var successions = hub.bulletin().map(Bulletin::successions);
        int changes = successions.map(java.util.List::size).orElse(0);
        if (successions.isEmpty() || keyId < 1 || keyId > changes + 1) {
            return Optional.empty();
        }
        if (keyId == changes + 1) {
            return hub.signingKey();
        }
        return keyId == 1 ? Optional.empty() : key(successions.get().get(keyId - 2));
    }

    /** The bulletin itself is signed by the key that came last: what it says of those before is the hub's word. */
    private static Optional<VerifyingKey> key(Signed succession) {
        return Succession.decode(succession.content().toArray())
                .map(Succession::keys)
                .map(keys -> keys.signing());
    }
}
