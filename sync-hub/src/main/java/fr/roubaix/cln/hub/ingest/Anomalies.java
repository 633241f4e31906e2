package fr.roubaix.cln.hub.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.sync.KioskId;

/** What came in the name of a kiosk and must alarm somebody. */
@Repository
public class Anomalies {

    private final JdbcClient jdbc;

    Anomalies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The kiosks of which something must be said, in the order of numbers. */
    public List<DeLaBorne> parBorne() {
        return jdbc.sql("""
                SELECT b.number, b.forged, b.forged_at, count(q.hash) AS conflits, max(q.received_at) AS dernier
                FROM kiosk b LEFT JOIN quarantine q
                     ON q.kiosk = b.number AND q.reason = ? AND q.settled_at IS NULL
                GROUP BY b.number, b.forged, b.forged_at
                HAVING b.forged > 0 OR count(q.hash) > 0 ORDER BY b.number""")
                .param(Reason.CONFLIT.name())
                .query((row, _) -> new DeLaBorne(
                        new KioskId(row.getInt("number")),
                        row.getLong("forged"),
                        JdbcKiosks.present(row, "forged_at").map(Instant::ofEpochMilli),
                        row.getLong("conflits"),
                        JdbcKiosks.present(row, "dernier").map(Instant::ofEpochMilli)))
                .list();
    }

    /** Since when each report of a kiosk has said that something waits; those that said so last. */
    public Map<KioskId, Instant> attenteDepuis() {
        return jdbc
                .sql("SELECT number, queue_since FROM kiosk WHERE queue_since IS NOT NULL")
                .query((row, _) ->
                        Map.entry(new KioskId(row.getInt("number")), Instant.ofEpochMilli(row.getLong("queue_since"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Counts a delivery that the kiosk did not sign. Runs inside the transaction of the caller. */
    void forged(KioskId kiosk, Instant at) {
        jdbc.sql("UPDATE kiosk SET forged = forged + 1, forged_at = ? WHERE number = ?")
                .params(at.toEpochMilli(), kiosk.numero())
                .update();
    }

    /**
     * What must be said of a kiosk.
     *
     * @param falsifications envelopes in its name that its key did not sign, since it was enrolled
     * @param conflits envelopes set aside because their place was taken, that nobody settled
     */
    public record DeLaBorne(
            KioskId borne,
            long falsifications,
            Optional<Instant> derniereFalsification,
            long conflits,
            Optional<Instant> dernierConflit) {}
}
