package fr.roubaix.cln.kiosk.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.kiosk.sync.Hub.Fault;
import fr.roubaix.cln.kiosk.sync.Hub.Liaison;
import fr.roubaix.cln.sync.Ack;

/**
 * The state of the exchange with the hub, as the table {@code link} holds it; instants in epoch milliseconds.
 *
 * @param attempts failures in a row; 0 after a success
 * @param lastContactAt last verified ack; 0 before the first
 */
record Link(
        long attempts,
        long nextAttemptAt,
        long lastContactAt,
        int batchLimit,
        long offsetMillis,
        long bulletinCheckedAt,
        Optional<Fault> fault) {

    static Link read(JdbcClient jdbc) {
        return jdbc.sql("""
                SELECT attempts, next_attempt_at, last_contact_at, batch_limit, offset_millis, bulletin_checked_at, fault
                FROM link""")
                .query((row, _) -> new Link(
                        row.getLong("attempts"),
                        row.getLong("next_attempt_at"),
                        row.getLong("last_contact_at"),
                        row.getInt("batch_limit"),
                        row.getLong("offset_millis"),
                        row.getLong("bulletin_checked_at"),
                        Optional.ofNullable(row.getString("fault")).map(Fault::valueOf)))
                .single();
    }

    /** Writes down a verified ack: the back-off is over, and the hub's clock is known again. */
    static void contact(JdbcClient jdbc, long now, Ack ack) {
        jdbc.sql("""
                UPDATE link SET attempts = 0, next_attempt_at = 0, last_contact_at = ?, batch_limit = 100, fault = NULL,
                offset_millis = ?, hub_epoch = ?""")
                .params(
                        now,
                        Duration.between(Instant.ofEpochMilli(now), ack.hubTime())
                                .toMillis(),
                        ack.hubEpoch().hex())
                .update();
    }

    /** What screens may say of it. */
    Liaison liaison(int queue, boolean revoked) {
        return new Liaison(
                connected(),
                queue,
                instant(lastContactAt),
                Duration.ofMillis(offsetMillis),
                attempts == 0 ? Optional.empty() : instant(nextAttemptAt),
                revoked ? Optional.of(Fault.REVOKED) : fault);
    }

    private static Optional<Instant> instant(long millis) {
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    boolean connected() {
        return attempts == 0 && lastContactAt > 0;
    }

    /** A due time further away than any back-off was written before the clock was set back: it is due. */
    boolean attemptDue(long now) {
        return now >= nextAttemptAt || nextAttemptAt - now > Backoff.LONGEST.toMillis();
    }

    /** In whichever direction the clock moved. */
    boolean contactOlderThan(Duration age, long now) {
        return Math.abs(now - lastContactAt) >= age.toMillis();
    }

    boolean bulletinOlderThan(Duration age, long now) {
        return Math.abs(now - bulletinCheckedAt) >= age.toMillis();
    }
}
