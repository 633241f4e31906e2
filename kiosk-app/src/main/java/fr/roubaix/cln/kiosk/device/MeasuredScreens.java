package fr.roubaix.cln.kiosk.device;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.web.Measures;

/**
 * How many pixels make a millimetre on each screen: what its profile says, or what an agent measured with a card, when the
 * system enlarges its picture or the screen is another one than the profile knows.
 */
public class MeasuredScreens implements ScreenSizes {

    /** Beyond these a card was not measured: something else was. */
    public static final double LEAST = 0.5;

    /** See {@link #LEAST}. */
    public static final double MOST = 2;

    private static final Logger LOG = LoggerFactory.getLogger(MeasuredScreens.class);

    private static final String TERMINAL = "";
    private static final double MILLION = 1e6;

    private final Measures terminal;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Double> measured = new ConcurrentHashMap<>();

    MeasuredScreens(Measures terminal, JdbcClient jdbc, Clock clock) {
        this.terminal = terminal;
        this.jdbc = jdbc;
        this.clock = clock;
        load();
    }

    private void load() {
        try {
            jdbc.sql("SELECT station, micropixels FROM screen_measured").query(row -> {
                measured.put(row.getString("station"), row.getLong("micropixels") / MILLION);
            });
        } catch (DataAccessException e) {
            LOG.error("What agents measured cannot be read: sizes are those of the profile", e);
        }
    }

    @Override
    public Measures here() {
        var profile = ofTheProfile();
        Double corrected = measured.get(station());
        return corrected == null ? profile : new Measures(profile.reader(), corrected, profile.distance());
    }

    /** The sizes that the profile alone gives. */
    public Measures ofTheProfile() {
        return Station.here().map(Station::measures).orElse(terminal);
    }

    /** Whether an agent measured this screen. */
    public boolean isMeasured() {
        return measured.containsKey(station());
    }

    /**
     * Takes what an agent measured here; the next page has these sizes.
     *
     * @return false when it cannot be a measure of this screen: nothing changes
     * @throws DataAccessException the disk refuses; nothing changes
     */
    public boolean measure(double pixelsPerMillimetre, AgentId agent) {
        double ratio = pixelsPerMillimetre / ofTheProfile().pixelsPerMillimetre();
        // Also false for what is no number.
        if (!(ratio >= LEAST && ratio <= MOST)) {
            return false;
        }
        jdbc.sql("""
                INSERT INTO screen_measured (station, micropixels, at, agent) VALUES (?, ?, ?, ?)
                ON CONFLICT (station) DO UPDATE
                SET micropixels = excluded.micropixels, at = excluded.at, agent = excluded.agent""")
                .params(station(), Math.round(pixelsPerMillimetre * MILLION), clock.millis(), agent.valeur())
                .update();
        measured.put(station(), pixelsPerMillimetre);
        return true;
    }

    /** Goes back to the sizes of the profile. */
    public void forget() {
        jdbc.sql("DELETE FROM screen_measured WHERE station = ?")
                .param(station())
                .update();
        measured.remove(station());
    }

    private static String station() {
        return Station.here().map(Station::tablet).orElse(TERMINAL);
    }
}
