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
 * that no failure leaves two databases that both look in service.
 */
record RelocationNote(Path file) {

    static final String SUFFIX = ".deplacee";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy 'à' HH:mm 'UTC'", Locale.FRANCE)
            .withZone(ZoneOffset.UTC);

    private static final String UNDER_WAY = "en-cours";
    private static final String DONE = "faite";

    static RelocationNote of(Path database) {
        return new RelocationNote(database.resolveSibling(database.getFileName() + SUFFIX));
    }

    void announce(PostgresAddress address, Instant at) throws IOException {
        write(UNDER_WAY, address, at);
    }

    void confirm(PostgresAddress address, Instant at) throws IOException {
        write(DONE, address, at);
    }

    void withdraw() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Why this database must not be opened, if there is a reason. */
    Optional<String> refusal() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
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
        return Files.exists(file) && done(Files.readAllLines(file, StandardCharsets.UTF_8));
    }

    private static boolean done(List<String> lines) {
        return lines.size() == 3 && lines.getFirst().equals(DONE);
    }

    private void write(String state, PostgresAddress address, Instant at) throws IOException {
        Path fresh = PrivateFiles.file(file.resolveSibling(file.getFileName() + ".nouvelle"));
        Files.writeString(
                fresh, String.join("\n", state, DAY.format(at), address.toString(), ""), StandardCharsets.UTF_8);
        PrivateFiles.flush(fresh);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.flushNames(file);
    }
}
