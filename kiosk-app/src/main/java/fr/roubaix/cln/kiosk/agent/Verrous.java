package fr.roubaix.cln.kiosk.agent;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.Bulletin.AgentPublie;
import fr.roubaix.cln.sync.Hash;

/**
 * Locks an agent's name after wrong PINs in a row. Every attempt counts as wrong until it proves right, and is on the disk
 * before the PIN is looked at, so that cutting the power gives no free attempt. Four are free, the fifth locks five
 * minutes, each further one twice as long, four hours at most.
 *
 * <p>The wait runs on a monotonic clock: setting the terminal's clock neither shortens nor lengthens it. Only a restart has
 * to believe the wall clock; a clock that was set back meanwhile makes the whole wait begin again.
 */
class Verrous {

    static final int ESSAIS_LIBRES = 4;
    static final Duration PREMIER_DELAI = Duration.ofMinutes(5);
    static final Duration DELAI_MAXIMAL = Duration.ofHours(4);

    private static final Logger LOG = LoggerFactory.getLogger(Verrous.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Map<AgentId, Verrou> verrous = new HashMap<>();

    /** @param nanos a clock that only goes forward, in nanoseconds */
    Verrous(JdbcClient jdbc, Clock clock, LongSupplier nanos) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.nanos = nanos;
        relire();
    }

    /** Counts an attempt as wrong, unless the name is locked: then for how long still. */
    synchronized Optional<Duration> tenter(AgentPublie agent) {
        var attente = attente(agent);
        if (attente.isEmpty()) {
            int echecs = echecs(agent) + 1;
            verrous.put(agent.id(), new Verrou(empreinte(agent), echecs, nanos.getAsLong(), delai(echecs)));
            ecrire(agent, echecs);
        }
        return attente;
    }

    /** For how long this name is locked still, if it is. */
    synchronized Optional<Duration> attente(AgentPublie agent) {
        return connu(agent)
                .map(verrou -> verrou.delai().minusNanos(nanos.getAsLong() - verrou.depuis()))
                .filter(Duration::isPositive);
    }

    /** How many wrong PINs may still be given before the name is locked; 0 once each further one locks it. */
    synchronized int essaisAvantVerrou(AgentPublie agent) {
        return Math.max(0, ESSAIS_LIBRES + 1 - echecs(agent));
    }

    /** The PIN was right: nothing is held against this name any more. */
    synchronized void oublier(AgentPublie agent) {
        verrous.remove(agent.id());
        durably(() -> jdbc.sql("DELETE FROM agent_lock WHERE agent = ?")
                .param(agent.id().valeur())
                .update());
    }

    private int echecs(AgentPublie agent) {
        return connu(agent).map(Verrou::echecs).orElse(0);
    }

    private Optional<Verrou> connu(AgentPublie agent) {
        return Optional.ofNullable(verrous.get(agent.id()))
                .filter(verrou -> verrou.empreinte().equals(empreinte(agent)));
    }

    private void ecrire(AgentPublie agent, int echecs) {
        durably(() -> jdbc.sql("""
                        INSERT INTO agent_lock (agent, pin, failures, failed_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (agent) DO UPDATE SET pin = excluded.pin, failures = excluded.failures,
                        failed_at = excluded.failed_at""")
                .params(agent.id().valeur(), empreinte(agent), echecs, clock.millis())
                .update());
    }

    /** A full or read-only disk is when an agent is needed most: then memory alone counts, until the next restart. */
    private static void durably(Runnable write) {
        try {
            write.run();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("An attempt to open the agent page is counted in memory only: the disk refuses to write", e);
        }
    }

    private void relire() {
        jdbc.sql("SELECT agent, pin, failures, failed_at FROM agent_lock").query(row -> {
            int echecs = row.getInt("failures");
            var reste = reste(delai(echecs), clock.millis() - row.getLong("failed_at"));
            verrous.put(
                    new AgentId(row.getString("agent")),
                    new Verrou(row.getString("pin"), echecs, nanos.getAsLong(), reste));
        });
    }

    private static Duration reste(Duration delai, long ecoule) {
        return ecoule < 0 ? delai : delai.minusMillis(ecoule);
    }

    private static Duration delai(int echecs) {
        if (echecs <= ESSAIS_LIBRES) {
            return Duration.ZERO;
        }
        var delai = PREMIER_DELAI.multipliedBy(1L << Math.min(echecs - ESSAIS_LIBRES - 1, 10));
        return delai.compareTo(DELAI_MAXIMAL) > 0 ? DELAI_MAXIMAL : delai;
    }

    private static String empreinte(AgentPublie agent) {
        return Hash.of(agent.pin().getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** @param delai how long the name is locked from {@code depuis} on; not positive when it is not */
    private record Verrou(String empreinte, int echecs, long depuis, Duration delai) {}
}
