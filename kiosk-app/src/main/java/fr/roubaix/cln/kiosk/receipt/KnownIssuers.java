package fr.roubaix.cln.kiosk.receipt;

import java.util.Optional;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.sync.Bulletin.BornePubliee;
import fr.roubaix.cln.sync.ReceiptToken;
import fr.roubaix.cln.sync.ReceiptToken.Issuer;
import fr.roubaix.cln.sync.VerifyingKey;

/**
 * Whose receipts this kiosk recognises without the network: those of the kiosks in the bulletin that are not revoked, and
 * those of the hub under any key that it ever had. What a kiosk signed that is revoked is to be checked with the
 * secretariat.
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

    /** The bulletin is signed by the key that came last: what it says of those before is the hub's word. */
    private Optional<VerifyingKey> ofTheHub(int keyId) {
        return hub.bulletin().flatMap(bulletin -> {
            var before = bulletin.anciennesCles();
            if (keyId == bulletin.successions().size() + 1) {
                return hub.signingKey();
            }
            return keyId >= 1 && keyId <= before.size() ? Optional.of(before.get(keyId - 1)) : Optional.empty();
        });
    }
}
