package fr.roubaix.cln.kiosk.candidature;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.kiosk.sync.Clotures;
import fr.roubaix.cln.sync.AgentId;

/** The calls that a test closed in this mairie. */
final class FakeClotures implements Clotures {

    private final Map<AppelId, Cloture> closes = new HashMap<>();

    void clore(AppelId appel) {
        closes.put(appel, new Cloture(appel, new AgentId("agent.nord"), 0, Instant.EPOCH));
    }

    void vider() {
        closes.clear();
    }

    @Override
    public Optional<Cloture> pour(AppelId appel) {
        return Optional.ofNullable(closes.get(appel));
    }
}
