package fr.roubaix.cln.e2e.fautes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import fr.roubaix.cln.e2e.fautes.Finding.Shown;
import fr.roubaix.cln.e2e.fautes.Finding.Tally;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.VerifyingKey;

/**
 * What a power cut leaves: the write-ahead log is whole up to the last promise and anything after it. A kiosk deposits,
 * saying after each promise how far its log goes; then, on copies, everything past one of these points is cut, zeroed or
 * scrambled.
 */
final class TornWal implements Fault {

    /** Some of the copies before the first checkpoint of the log, some after it began again over its old frames. */
    private static final int[] DEPOSITS = {60, 260};

    private int scratch;

    @Override
    public String name() {
        return "Coupure de courant : fin du journal d’écriture (WAL) coupée, effacée ou brouillée";
    }

    @Override
    public String promise() {
        return "la base rouvre sur un préfixe exact, qui contient tout ce qui était annoncé durable";
    }

    @Override
    public Finding run(Ground ground) throws Exception {
        int trials = ground.times(10_000, 120);
        var random = ground.random(this);
        long lost = 0;
        long unacknowledged = 0;
        for (int deposits : DEPOSITS) {
            var image = image(ground, random, deposits);
            Path folder = ground.folder("dechiree");
            for (int i = 0; i < trials / DEPOSITS.length; i++) {
                int promised =
                        image.firstTorn() + 1 + random.nextInt(image.ends().size() - image.firstTorn());
                int found = reopened(image, folder, promised, random);
                lost += Math.max(0, promised - found);
                unacknowledged += Math.max(0, found - promised);
            }
        }
        return new Shown(
                "%d copies déchirées et rouvertes ; %d enregistrements de plus que promis ont survécu"
                        .formatted(trials, unacknowledged),
                new Tally(lost, 0, 0, 0));
    }

    /**
     * A database as a kiosk under way holds it.
     *
     * @param content its envelopes: the opening, then what it promised, in order
     * @param ends after each, how far the log was written and synced
     * @param firstTorn the first promise whose frames belong to the present life of the log
     */
    private record Image(Path file, VerifyingKey key, Bytes log, List<Bytes> content, List<Long> ends, int firstTorn) {}

    private static Image image(Ground ground, Random random, int deposits) throws IOException, SQLException {
        Path folder = ground.folder("coupee");
        try (var kiosk = KioskProcess.start(
                KioskProcess.UNDER_FIRE,
                folder.resolve("console.log"),
                folder.toString(),
                Long.toString(random.nextLong()),
                Integer.toString(deposits))) {
            var said = kiosk.until("attend");
            var ends =
                    said.stream().map(line -> Long.valueOf(line.substring(45))).toList();
            int first = 0;
            for (int i = 1; i < ends.size(); i++) {
                first = ends.get(i) < ends.get(i - 1) ? i : first;
            }
            var log = Bytes.of(Files.readAllBytes(folder.resolve("borne.db-wal")));
            Path copy = Files.copy(
                    folder.resolve("borne.db"), ground.folder("image").resolve("borne.db"));
            var key = SigningKey.in(folder.resolve("borne.key")).verifyingKey();
            return new Image(copy, key, log, whole(folder, said), ends, first);
        }
    }

    /** The bytes of every envelope of the kiosk, verified once: the opening, then what was promised, in order. */
    private static List<Bytes> whole(Path folder, List<String> said) throws SQLException {
        var promised = said.stream().map(line -> line.substring(8, 44)).toList();
        try (var journal = KioskJournal.open(folder)) {
            var ids = journal.verified().stream().map(KioskJournal.Stored::id).toList();
            if (!ids.subList(1, ids.size()).equals(promised)) {
                throw new AssertionError("the kiosk stored something else than it promised");
            }
            return journal.contents();
        }
    }

    /** How many applications are there when the log is torn after a number of promises. */
    private int reopened(Image image, Path folder, int promised, Random random) throws IOException, SQLException {
        Path file = folder.resolve("torn-" + scratch++ + ".db");
        Files.copy(image.file(), file, StandardCopyOption.REPLACE_EXISTING);
        long synced = image.ends().get(promised - 1);
        Files.write(
                file.resolveSibling(file.getFileName() + "-wal"),
                torn(image.log().toArray(), (int) synced, random));
        try (var journal = KioskJournal.openCopy(file, image.key())) {
            var found = journal.contents();
            if (!image.content().subList(0, found.size()).equals(found)) {
                throw new AssertionError("what survived is not the beginning of what was deposited");
            }
            journal.sound();
            // The opening of the chain is nobody's application.
            return found.size() - 1;
        } finally {
            for (String suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
            }
        }
    }

    private static byte[] torn(byte[] log, int synced, Random random) {
        int from = synced + random.nextInt(log.length - synced + 1);
        byte[] torn = log.clone();
        switch (random.nextInt(3)) {
            case 0 -> {
                return Arrays.copyOf(log, from);
            }
            case 1 -> Arrays.fill(torn, from, from + random.nextInt(log.length - from + 1), (byte) 0);
            default -> {
                byte[] noise = new byte[log.length - from];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, torn, from, Math.min(noise.length, 1 + random.nextInt(8_192)));
            }
        }
        return torn;
    }
}
