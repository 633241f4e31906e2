package fr.roubaix.cln.e2e.fautes;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

import fr.roubaix.cln.e2e.fautes.Finding.Shown;
import fr.roubaix.cln.e2e.fautes.Finding.Tally;

/** SIGKILL between and inside commits. */
final class KilledKiosk implements Fault {

    private static final int LANES = 2;

    /** The commit of one envelope lasts about this long, so that kills fall everywhere in it. */
    private static final int COMMIT_MICROS = 4_000;

    @Override
    public String name() {
        return "Borne tuée (SIGKILL) entre deux enregistrements et pendant un enregistrement";
    }

    @Override
    public String promise() {
        return "toute candidature annoncée durable est là, la chaîne est valide, aucune n’est à moitié écrite";
    }

    @Override
    public Finding run(Ground ground) throws Exception {
        int rounds = ground.times(500, 6);
        var random = ground.random(this);
        var lanes = new ArrayList<Callable<Lane>>();
        for (int i = 0; i < LANES; i++) {
            var lane = new Lane(ground.folder("tuee"), new Random(random.nextLong()), rounds / LANES);
            lanes.add(lane::play);
        }
        int promised = 0;
        int unannounced = 0;
        long lost = 0;
        try (var threads = Executors.newFixedThreadPool(LANES)) {
            for (var done : threads.invokeAll(lanes)) {
                promised += done.get().promised.size();
                unannounced += done.get().unannounced;
                lost += done.get().lost;
            }
        }
        if (promised < rounds) {
            throw new AssertionError("too few deposits to prove anything: " + promised);
        }
        return new Shown(
                "%d mises à mort, %d candidatures annoncées durables ; %d fois la mort est tombée entre l’écriture et l’annonce"
                        .formatted(rounds, promised, unannounced),
                new Tally(lost, 0, 0, 0));
    }

    /** One terminal, killed and started again. */
    private static final class Lane {
        private final Path folder;
        private final Random random;
        private final int rounds;
        private final Set<String> promised = new HashSet<>();
        private final Set<String> stored = new HashSet<>();
        private int unannounced;
        private long lost;

        Lane(Path folder, Random random, int rounds) {
            this.folder = folder;
            this.random = random;
            this.rounds = rounds;
        }

        Lane play() throws SQLException {
            for (int round = 0; round < rounds; round++) {
                promised.addAll(depositUntilKilled());
                check();
            }
            try (var journal = KioskJournal.open(folder)) {
                journal.verified();
                journal.sound();
            }
            return this;
        }

        private List<String> depositUntilKilled() {
            var said = new ArrayList<String>();
            try (var kiosk = KioskProcess.start(
                    KioskProcess.UNDER_FIRE,
                    folder.resolve("console.log"),
                    folder.toString(),
                    Long.toString(random.nextLong()),
                    "0")) {
                for (int before = random.nextInt(40); before >= 0; before--) {
                    said.add(kiosk.next());
                }
                LockSupport.parkNanos(random.nextInt(COMMIT_MICROS) * 1_000L);
                said.addAll(kiosk.kill());
            }
            return Durable.ids(said);
        }

        private void check() throws SQLException {
            try (var journal = KioskJournal.open(folder)) {
                long known = Math.max(0, stored.size() - 1);
                var found = journal.verified(known);
                int before = stored.size();
                found.forEach(envelope -> stored.add(envelope.id()));
                if (stored.size() < before) {
                    throw new AssertionError("envelopes vanished");
                }
                lost += promised.stream().filter(id -> !stored.contains(id)).count();
                // The opening of the chain is nobody's application.
                unannounced = stored.size() - 1 - promised.size();
                if (journal.number("SELECT count(*) FROM envelope") != stored.size()) {
                    throw new AssertionError("what was stored before a kill is not there any more");
                }
            }
        }
    }
}
