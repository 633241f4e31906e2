package fr.roubaix.cln.kiosk.tablet;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.kiosk.device.Station;

/** The visits that go on at each tablet, so that they end with its pairing. */
@Component
class TabletVisits implements HttpSessionListener {

    private final Map<HttpSession, String> open = new ConcurrentHashMap<>();

    void begin(HttpSession visit, Station station) {
        station.claim(visit);
        open.put(visit, station.tablet());
    }

    /** Ends every visit of this tablet, with all that was typed in it. */
    void end(Tablet.Id id) {
        end(open.entrySet().stream()
                .filter(entry -> entry.getValue().equals(id.text()))
                .map(Map.Entry::getKey)
                .toList());
    }

    /** Ends the visits of all tablets. */
    void endAll() {
        end(List.copyOf(open.keySet()));
    }

    /** How many go on. */
    int count() {
        return open.size();
    }

    private void end(List<HttpSession> visits) {
        for (var visit : visits) {
            open.remove(visit);
            try {
                visit.invalidate();
            } catch (IllegalStateException _) {
                // It ended by itself meanwhile.
            }
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        open.remove(event.getSession());
    }
}
