package fr.roubaix.cln.kiosk.device;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.hardware.printer.PrinterStatus;
import fr.roubaix.cln.hardware.scanner.Scanner;
import fr.roubaix.cln.kiosk.device.DeviceSeen.Condition;
import fr.roubaix.cln.kiosk.device.DeviceSeen.Which;
import fr.roubaix.cln.kiosk.sync.Journal;
import fr.roubaix.cln.kiosk.sync.JournalUnavailableException;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.EtatDAppareil;

/**
 * Looks at the devices of this terminal, beside the screens, which show what was last seen. A fault that lasts is told to the hub once, and told again when it is over; what somebody mends at once is
 * nobody else's business.
 */
public class DeviceWatch {

    /** Time to change a roll or close a cover. */
    static final Duration LASTS = Duration.ofMinutes(2);

    /** The hub warns of the same. */
    static final long LEAST_DISK = 1_000_000_000L;

    private static final Logger LOG = LoggerFactory.getLogger(DeviceWatch.class);

    private final Supplier<Optional<PrinterStatus>> printer;
    private final Scanner scanner;
    private final LongSupplier diskFree;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final Supplier<EnvelopeId> ids;
    private final Clock clock;
    private final Map<Which, DeviceSeen> seen = new EnumMap<>(Which.class);

    /** @param printer how it was last seen; nothing where there is none */
    DeviceWatch(
            Supplier<Optional<PrinterStatus>> printer,
            Scanner scanner,
            LongSupplier diskFree,
            Journal journal,
            JdbcClient jdbc,
            Supplier<EnvelopeId> ids,
            Clock clock) {
        this.printer = printer;
        this.scanner = scanner;
        this.diskFree = diskFree;
        this.journal = journal;
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Every device as it was last seen; none before the first look. */
    public List<DeviceSeen> seen() {
        synchronized (seen) {
            return List.copyOf(seen.values());
        }
    }

    /** Those for which somebody has something to do. */
    public List<DeviceSeen> faults() {
        return seen().stream().filter(one -> one.condition().wantsSomebody()).toList();
    }

    /** The time of day, as this terminal knows it. */
    public Instant now() {
        return clock.instant();
    }

    /** Looks at every device now, and tells the hub what changed for good. */
    public void look() {
        var now = new EnumMap<Which, Condition>(Which.class);
        now.put(Which.PRINTER, printerNow());
        now.put(Which.SCANNER, scannerNow());
        now.put(Which.DISK, diskFree.getAsLong() < LEAST_DISK ? Condition.PRESQUE_PLEIN : Condition.BON);
        remember(now).forEach(this::tell);
    }

    private List<DeviceSeen> remember(Map<Which, Condition> now) {
        synchronized (seen) {
            now.forEach((which, condition) -> seen.merge(
                    which,
                    new DeviceSeen(which, condition, clock.instant()),
                    (before, after) -> before.condition() == after.condition() ? before : after));
            return new ArrayList<>(seen.values());
        }
    }

    private Condition printerNow() {
        return printer.get().map(DeviceWatch::condition).orElse(Condition.AUCUN);
    }

    private static Condition condition(PrinterStatus status) {
        return switch (status) {
            case PrinterStatus.Ready _ -> Condition.BON;
            case PrinterStatus.PaperLow _ -> Condition.PAPIER_BIENTOT_FINI;
            case PrinterStatus.Unknown _ -> Condition.MUET;
            case PrinterStatus.CoverOpen _ -> Condition.CAPOT_OUVERT;
            case PrinterStatus.NoPaper _ -> Condition.PLUS_DE_PAPIER;
            case PrinterStatus.InError _ -> Condition.EN_ERREUR;
            case PrinterStatus.Unreachable _ -> Condition.INJOIGNABLE;
        };
    }

    private Condition scannerNow() {
        return switch (scanner.status()) {
            case READY -> Condition.BON;
            case UNREACHABLE -> Condition.INJOIGNABLE;
            case UNKNOWN -> Condition.MUET;
            case ABSENT -> Condition.AUCUN;
        };
    }

    private void tell(DeviceSeen one) {
        boolean fault = one.condition().wantsSomebody();
        try {
            var told = told(one.which());
            boolean news = fault
                    ? !told.equals(Optional.of(one.condition().name()))
                            && !one.since().plus(LASTS).isAfter(clock.instant())
                    : told.isPresent();
            if (news) {
                String word = fault ? one.condition().name() : EtatDAppareil.BON;
                journal.note(ids.get(), new EtatDAppareil(one.which().word(), word).evenement());
                // Told twice, if the power fails in between, is told once at the hub.
                remember(one, fault);
            }
        } catch (JournalUnavailableException | DataAccessException e) {
            // Not enrolled yet, or no disk to write on: told at a later look.
            LOG.debug("The hub was not told of a device", e);
        }
    }

    /** The fault that the hub knows of. */
    private Optional<String> told(Which which) {
        return jdbc.sql("SELECT condition FROM device_told WHERE device = ?")
                .param(which.word())
                .query(String.class)
                .optional();
    }

    private void remember(DeviceSeen one, boolean fault) {
        if (fault) {
            jdbc.sql("""
                    INSERT INTO device_told (device, condition, at) VALUES (?, ?, ?)
                    ON CONFLICT (device) DO UPDATE SET condition = excluded.condition, at = excluded.at""")
                    .params(one.which().word(), one.condition().name(), clock.millis())
                    .update();
        } else {
            jdbc.sql("DELETE FROM device_told WHERE device = ?")
                    .param(one.which().word())
                    .update();
        }
    }
}
