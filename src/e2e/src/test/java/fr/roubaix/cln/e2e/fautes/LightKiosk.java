package fr.roubaix.cln.e2e.fautes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.e2e.Waiting;

/** A real kiosk without its screens, on a folder of its own; killed and started again as one likes. */
final class LightKiosk implements AutoCloseable {

    final Path folder;
    private final String hub;
    private final Secteur mairie;
    private final String code;
    private final Random random;
    private final List<String> promised = new ArrayList<>();
    private @Nullable KioskProcess process;

    /**
     * @param hub address under which it knows the hub
     * @param code one-time code of the hub
     */
    LightKiosk(Path folder, String hub, Secteur mairie, String code, Random random) {
        this.folder = folder;
        this.hub = hub;
        this.mairie = mairie;
        this.code = code;
        this.random = random;
    }

    /** Starts it, in haste: everything that waits two seconds in a mairie waits a tenth of one here. */
    LightKiosk start(String... more) {
        return startThrough(List.of(), more);
    }

    /** The same through a command that shows it other disks. */
    LightKiosk startThrough(List<String> through, String... more) {
        process =
                KioskProcess.start(through, KioskProcess.UNDER_ORDERS, folder.resolve("console.log"), arguments(more));
        process.awaitReady();
        return this;
    }

    String[] arguments(String... more) {
        return Stream.concat(
                        Stream.of(more),
                        Stream.of(
                                "--cln.kiosk.dossier=" + folder,
                                "--cln.kiosk.mairie=" + mairie.name().toLowerCase(Locale.ROOT),
                                "--cln.kiosk.hub=" + hub,
                                "--cln.kiosk.code=" + code,
                                "--cln.kiosk.intervalle=100ms",
                                "--cln.kiosk.battement=500ms",
                                "--cln.fautes.graine=" + random.nextLong()))
                .toArray(String[]::new);
    }

    KioskProcess process() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process;
    }

    /** Waits until the hub knows it. */
    LightKiosk awaitEnrolled() {
        Waiting.until(
                Duration.ofSeconds(60),
                () -> "never enrolled: " + folder,
                () -> number("SELECT count(*) FROM enrolment") == 1);
        return this;
    }

    /** Deposits, and keeps in mind what was promised. */
    void deposit(int many) {
        keep(process().order("deposer " + many));
    }

    /** Keeps in mind what these lines promise. */
    void keep(List<String> said) {
        promised.addAll(Durable.ids(said));
    }

    List<String> promised() {
        return List.copyOf(promised);
    }

    /** Stops as an administrator stops it. */
    void stop() {
        process().give("fin");
        process().awaitEnd();
    }

    /** The same terminal on another folder: what its disk image gives once it is put in another machine. */
    LightKiosk twin(Path other) {
        return new LightKiosk(other, hub, mairie, code, new Random(random.nextLong()));
    }

    String log() {
        try {
            return Files.readString(folder.resolve("console.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL. */
    void kill() {
        keep(process().kill());
    }

    /** Sends without waiting for the next attempt, until nothing is left. */
    void drain(Duration limit) {
        long[] last = {0};
        Waiting.until(limit, () -> "still queued in " + folder + ": " + queued(), () -> {
            if (System.nanoTime() - last[0] > Duration.ofSeconds(2).toNanos()) {
                last[0] = System.nanoTime();
                process().order("maintenant");
            }
            return queued() == 0;
        });
    }

    long queued() {
        return number("SELECT count(*) FROM inscription WHERE delivery = 'PENDING'");
    }

    long number(String sql) {
        try (var journal = KioskJournal.open(folder)) {
            return journal.number(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What the hub holds of these chains against what this kiosk promised: lost, and twice. The hub is read first: a kiosk
     * at work may append an event meanwhile, and then the hub holds the beginning of its chain.
     */
    Finding.Tally compared(HubProcess hub) throws SQLException {
        Map<String, List<String>> held = new LinkedHashMap<>();
        long applications = 0;
        for (String chain : chains()) {
            held.put(chain, hub.chain(chain));
            applications += hub.applications(chain);
        }
        try (var journal = KioskJournal.open(folder)) {
            var stored = journal.verified();
            held.forEach((chain, hashes) -> beginning(chain, hashes, stored));
            long made = journal.number("SELECT count(*) FROM inscription WHERE kind = 'CANDIDATURE'");
            return hub.held(promised)
                    .plus(new Finding.Tally(Math.max(0, made - applications), Math.max(0, applications - made), 0, 0));
        }
    }

    private List<String> chains() throws SQLException {
        try (var journal = KioskJournal.open(folder)) {
            return journal.texts("SELECT chain FROM chain");
        }
    }

    private void beginning(String chain, List<String> held, List<KioskJournal.Stored> stored) {
        var mine = stored.stream()
                .filter(envelope -> envelope.chain().equals(chain))
                .map(KioskJournal.Stored::hash)
                .toList();
        if (held.size() > mine.size() || !mine.subList(0, held.size()).equals(held)) {
            throw new AssertionError("the hub holds another chain " + chain + " than " + folder + ": " + held.size()
                    + " of " + mine.size());
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
