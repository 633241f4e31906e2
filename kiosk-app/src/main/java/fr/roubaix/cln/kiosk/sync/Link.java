package fr.roubaix.cln.kiosk.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.kiosk.sync.Hub.Fault;
import fr.roubaix.cln.kiosk.sync.Hub.Liaison;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.HubEpoch;
import fr.roubaix.cln.sync.Message.Cause;

/**
 * The state of the exchange with the hub, as the table {@code link} holds it; instants in epoch milliseconds.
 *
 * @param attempts failures in a row; 0 after a success
 * @param lastContactAt last verified ack; 0 before the first
 * @param batchLimit the most envelopes to send at once; 0 while the hub is asked how far it holds a chain
 * @param hubEpoch the life of the hub's database that is not over
 * @param hubTime the hub's clock at its last ack
 * @param bulletinWanted a bulletin is to be asked for at once, in reach or not
 */
record Link(
        long attempts,
        long nextAttemptAt,
        long lastContactAt,
        int batchLimit,
        long offsetMillis,
        Optional<HubEpoch> hubEpoch,
        long hubTime,
        Optional<Fault> fault,
        long bulletinCheckedAt,
        boolean bulletinWanted,
        long statutsCheckedAt) {

    static Link read(JdbcClient jdbc) {
        return jdbc.sql("SELECT * FROM link")
                .query((row, _) -> new Link(
                        row.getLong("attempts"),
                        row.getLong("next_attempt_at"),
                        row.getLong("last_contact_at"),
                        row.getInt("batch_limit"),
                        row.getLong("offset_millis"),
                        Optional.ofNullable(row.getString("hub_epoch")).map(HubEpoch::new),
                        row.getLong("hub_time"),
                        Optional.ofNullable(row.getString("fault")).map(Fault::valueOf),
                        row.getLong("bulletin_checked_at"),
                        row.getBoolean("bulletin_wanted"),
                        row.getLong("statuts_checked_at")))
                .single();
    }

    /** The hub answered under its signature: its clock is known again. */
    static void heard(JdbcClient jdbc, long now, Ack ack) {
        jdbc.sql("UPDATE link SET last_contact_at = ?, offset_millis = ?, hub_time = ?")
                .params(
                        now,
                        Duration.between(Instant.ofEpochMilli(now), ack.hubTime())
                                .toMillis(),
                        ack.hubTime().toEpochMilli())
                .update();
    }

    /** What was sent is settled: nothing is waited for, and what was halved grows back. */
    static void settled(JdbcClient jdbc) {
        jdbc.sql(
                        "UPDATE link SET attempts = 0, next_attempt_at = 0, fault = NULL, batch_limit = min(?, max(1, batch_limit * 2))")
                .param(Batch.MAX_ENVELOPES)
                .update();
    }

    static void failed(JdbcClient jdbc, Fault fault, long failures, long nextAttemptAt) {
        jdbc.sql("UPDATE link SET attempts = ?, next_attempt_at = ?, fault = ?")
                .params(failures, nextAttemptAt, fault.name())
                .update();
    }

    /** What failed, failed for another enrolment than this one. */
    static void forgetFailures(JdbcClient jdbc) {
        jdbc.sql("UPDATE link SET attempts = 0, next_attempt_at = 0, fault = NULL, bulletin_wanted = 1")
                .update();
    }

    /** The next attempt is made at once. */
    static void hurry(JdbcClient jdbc) {
        jdbc.sql("UPDATE link SET next_attempt_at = 0").update();
    }

    static void limit(JdbcClient jdbc, int envelopes) {
        jdbc.sql("UPDATE link SET batch_limit = ?").param(envelopes).update();
    }

    static void wantBulletin(JdbcClient jdbc) {
        jdbc.sql("UPDATE link SET bulletin_wanted = 1").update();
    }

    /** A new chain is to begin; the first cause told is kept. */
    static void askChain(JdbcClient jdbc, Cause cause) {
        jdbc.sql("UPDATE link SET begin_cause = coalesce(begin_cause, ?)")
                .param(cause.name())
                .update();
    }

    static Optional<Cause> askedChain(JdbcClient jdbc) {
        return jdbc.sql("SELECT begin_cause FROM link WHERE begin_cause IS NOT NULL")
                .query(String.class)
                .optional()
                .map(Cause::valueOf);
    }

    static void chainBegun(JdbcClient jdbc) {
        jdbc.sql("UPDATE link SET begin_cause = NULL WHERE begin_cause IS NOT NULL")
                .update();
    }

    /** The chain that receives is to take over what is pending in the others; remembered until it is done. */
    static void reappend(JdbcClient jdbc) {
        jdbc.sql("UPDATE link SET reappending = 1").update();
    }

    static void reappended(JdbcClient jdbc) {
        jdbc.sql("UPDATE link SET reappending = 0").update();
    }

    static boolean reappending(JdbcClient jdbc) {
        return jdbc.sql("SELECT reappending FROM link").query(Boolean.class).single();
    }

    /** What screens may say of it. */
    Liaison liaison(int queue, @Nullable Fault stronger) {
        return new Liaison(
                connected(),
                queue,
                instant(lastContactAt),
                Duration.ofMillis(offsetMillis),
                attempts == 0 ? Optional.empty() : instant(nextAttemptAt),
                stronger == null ? fault : Optional.of(stronger));
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
        return older(lastContactAt, age, now);
    }

    boolean bulletinOlderThan(Duration age, long now) {
        return older(bulletinCheckedAt, age, now);
    }

    boolean statutsOlderThan(Duration age, long now) {
        return older(statutsCheckedAt, age, now);
    }

    private static boolean older(long at, Duration age, long now) {
        return Math.abs(now - at) >= age.toMillis();
    }
}
