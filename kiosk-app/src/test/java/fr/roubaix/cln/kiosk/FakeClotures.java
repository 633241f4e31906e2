package fr.roubaix.cln.kiosk;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.kiosk.sync.Clotures;
import fr.roubaix.cln.kiosk.sync.JournalIndex.Delivery;
import fr.roubaix.cln.sync.AgentId;

/** The calls that a test closed in this mairie. */
public final class FakeClotures implements Clotures {

    private final Map<AppelId, Cloture> closes = new HashMap<>();

    public void clore(AppelId appel) {
        closes.put(appel, new Cloture(appel, new AgentId("agent.nord"), 0, Instant.EPOCH, Delivery.PENDING));
    }

    public void vider() {
        closes.clear();
    }

    @Override
    public Optional<Cloture> pour(AppelId appel) {
        return Optional.ofNullable(closes.get(appel));
    }

    @Override
    public Optional<Instant> rouvert(AppelId appel) {
        return Optional.empty();
    }
}
