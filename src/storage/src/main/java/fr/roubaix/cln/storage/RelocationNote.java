package fr.roubaix.cln.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The file {@code NAME.deplacee} beside a SQLite database whose content was copied elsewhere: nobody may open the old
 * database by mistake and receive there what the new one would never see. It is written before the copy is committed, so
 * that no failure leaves two databases that both look in service. A backup put in the place of the old database keeps the
 * note, in other words: it too must be copied before a hub works on it.
 */
record RelocationNote(Path file) {

    static final String SUFFIX = ".deplacee";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy 'à' HH:mm 'UTC'", Locale.FRANCE)
            .withZone(ZoneOffset.UTC);

    private static final String UNDER_WAY = "en-cours";
    private static final String DONE = "faite";
    private static final String RESTORED = "restauree";
    private static final String RESTORED_UNDER_WAY = "restauree-en-cours";

    static RelocationNote of(Path database) {
        return new RelocationNote(database.resolveSibling(database.getFileName() + SUFFIX));
    }

    void announce(PostgresAddress address, Instant at) throws IOException {
        write(restored() ? RESTORED_UNDER_WAY : UNDER_WAY, address.toString(), DAY.format(at));
    }

    void confirm(PostgresAddress address, Instant at) throws IOException {
        write(DONE, address.toString(), DAY.format(at));
    }

    /** Says again what stood there before a copy was announced. */
    void withdraw() throws IOException {
        if (restored()) {
            List<String> lines = lines();
            write(RESTORED, lines.get(2), lines.get(1));
        } else {
            Files.deleteIfExists(file);
        }
    }

    /** Whether a backup stands where the hub had moved away, and was not copied in its turn. */
    boolean restored() throws IOException {
        List<String> lines = lines();
        return lines.size() == 3
                && (lines.getFirst().equals(RESTORED) || lines.getFirst().equals(RESTORED_UNDER_WAY));
    }

    /**
     * Takes over what was said of the database that a backup replaces: its hub works on PostgreSQL, and would go on
     * beside this one.
     */
    void succeed(RelocationNote replaced) throws IOException {
        if (replaced.confirmed() || replaced.restored()) {
            List<String> lines = replaced.lines();
            write(RESTORED, lines.get(2), lines.get(1));
        }
    }

    /** Why this database must not be opened, if there is a reason. */
    Optional<String> refusal() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = lines();
        if (restored()) {
            return Optional.of("Cette base est une sauvegarde restaurée, dont le hub travaille sur PostgreSQL ("
                    + lines.get(2)
                    + ") : arrêtez tous les hubs, lancez « ./cln migrer » vers une base PostgreSQL vide, puis donnez"
                    + " l’adresse de celle-ci dans CLN_BASE ou avec --base. Pour travailler désormais sans PostgreSQL,"
                    + " supprimez le fichier « " + file + " ».");
        }
        if (!done(lines)) {
            return Optional.of(
                    "Le déplacement de cette base vers PostgreSQL a été interrompu : relancez « ./cln migrer »,"
                            + " ou supprimez le fichier « " + file + " » pour continuer sans PostgreSQL.");
        }
        return Optional.of("Cette base a été déplacée le " + lines.get(1) + " vers " + lines.get(2)
                + " : donnez cette adresse dans CLN_BASE ou avec --base. Pour revenir à l’ancienne base, en perdant ce qui"
                + " est arrivé depuis, supprimez le fichier « " + file + " ».");
    }

    boolean confirmed() throws IOException {
        return done(lines());
    }

    private List<String> lines() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    }

    private static boolean done(List<String> lines) {
        return lines.size() == 3 && lines.getFirst().equals(DONE);
    }

    private void write(String state, String address, String day) throws IOException {
        Path fresh = PrivateFiles.file(file.resolveSibling(file.getFileName() + ".nouvelle"));
        Files.writeString(fresh, String.join("\n", state, day, address, ""), StandardCharsets.UTF_8);
        PrivateFiles.flush(fresh);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.flushNames(file);
    }
}
