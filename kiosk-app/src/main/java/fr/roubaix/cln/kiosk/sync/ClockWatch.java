package fr.roubaix.cln.kiosk.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Message.EvenementSurvenu;
import fr.roubaix.cln.sync.Message.Nature;

/**
 * Notices that the wall clock jumped: against the time that this program has run, and, at its start, against the last
 * thing appended. Nothing depends on it; staff are told, because dates on receipts do.
 */
class ClockWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    private static final Duration WORTH_TELLING = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final KioskIdentity identity;
    private final Journal journal;
    private final Supplier<EnvelopeId> ids;
    private final Clock clock;
    private final LongSupplier nanos;
    private @Nullable Seen last;

    ClockWatch(
            JdbcClient jdbc,
            KioskIdentity identity,
            Journal journal,
            Supplier<EnvelopeId> ids,
            Clock clock,
            LongSupplier nanos) {
        this.jdbc = jdbc;
        this.identity = identity;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** A jump since the last time this was asked; {@code null} when there was none. */
    synchronized @Nullable Jump jump() {
        if (identity.enrolled().isEmpty()) {
            return null;
        }
        var now = new Seen(clock.millis(), nanos.getAsLong());
        var jump = last == null ? sinceLastAppended(now) : now.jumpSince(last);
        last = now;
        return jump.abs().compareTo(WORTH_TELLING) > 0 ? new Jump(jump) : null;
    }

    /** Only a clock behind what was already appended is wrong for sure: a kiosk may have been off for weeks. */
    private Duration sinceLastAppended(Seen now) {
        long appended = jdbc.sql("SELECT at FROM inscription ORDER BY rowid DESC LIMIT 1")
                .query(Long.class)
                .optional()
                .orElse(now.wall());
        return Duration.ofMillis(Math.min(0, now.wall() - appended));
    }

    void tell(Jump jump) {
        LOG.warn("The clock of this terminal jumped by {}", jump.by());
        journal.note(
                ids.get(),
                new EvenementSurvenu(Nature.HORLOGE, "saut=" + jump.by().toSeconds() + "s"));
    }

    private record Seen(long wall, long nanos) {
        Duration jumpSince(Seen before) {
            return Duration.ofMillis(wall - before.wall).minusNanos(nanos - before.nanos);
        }
    }

    /** How far the clock jumped; negative when it was set back. */
    record Jump(Duration by) {}
}
