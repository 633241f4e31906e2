package fr.roubaix.cln.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;

/** A program that backs up to a disk too small, then restores on it, and prints what it was told and what is left. */
final class OnASmallDisk {

    private OnASmallDisk() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Path small = Path.of(args[1]);
        Path copy = folder.resolve("copie.db");
        try (var database = Database.sqlite(folder.resolve("grande.db"))) {
            database.template().execute("CREATE TABLE lourd (octets BLOB NOT NULL) STRICT");
            database.template().update("INSERT INTO lourd VALUES (randomblob(1000000))");
            told("sauvegarde", () -> database.backup(small.resolve("copie.db"), Instant.EPOCH, _ -> true));
            list(small);
            database.backup(copy, Instant.EPOCH, _ -> true);
        }
        Path other = small.resolve("petite.db");
        try (var database = Database.sqlite(other)) {
            database.template().execute("CREATE TABLE leger (mot TEXT NOT NULL) STRICT");
        }
        byte[] before = Files.readAllBytes(other);
        told("restauration", () -> Database.restore(copy, other, Instant.EPOCH, _ -> true));
        list(small);
        System.out.println(
                "petite base : " + (Arrays.equals(before, Files.readAllBytes(other)) ? "intacte" : "changée"));
    }

    private static void told(String act, Runnable attempt) {
        try {
            attempt.run();
            System.out.println(act + " : faite");
        } catch (BackupRefusedException e) {
            System.out.println(act + " : " + e.getMessage());
        }
    }

    private static void list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            System.out.println(
                    "reste : " + files.map(Path::getFileName).sorted().toList());
        }
    }
}
