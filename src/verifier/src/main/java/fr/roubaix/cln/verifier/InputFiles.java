package fr.roubaix.cln.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.Resultat;
import fr.roubaix.cln.domaine.tirage.Resultat.Accepte;
import fr.roubaix.cln.domaine.tirage.Resultat.Refuse;

/** Reads files whose size is bounded, so that a mistaken file is refused before it fills the memory. */
final class InputFiles {

    private InputFiles() {}

    /** What reading gave. */
    sealed interface Outcome<T> {
        record Read<T>(T value) implements Outcome<T> {}

        record Refused<T>(String phrase) implements Outcome<T> {}
    }

    /** Reads at most {@code limit} bytes. */
    static Outcome<byte[]> read(Path file, int limit) {
        String name = Quotation.of(file.toString());
        if (Files.isDirectory(file)) {
            return new Outcome.Refused<>("« " + name + " » est un dossier, un fichier est attendu");
        }
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.size(file) > limit) {
                return tooLarge(name, limit);
            }
            byte[] bytes = in.readNBytes(limit + 1);
            return bytes.length > limit ? tooLarge(name, limit) : new Outcome.Read<>(bytes);
        } catch (NoSuchFileException e) {
            return new Outcome.Refused<>("fichier introuvable : « " + name + " »");
        } catch (IOException e) {
            return new Outcome.Refused<>(
                    "fichier illisible : « " + name + " » ; vérifiez qu’il vous est permis de le lire");
        }
    }

    /** Reads a list. */
    static Outcome<ListeDuTirage> readListe(Path file) {
        return switch (read(file, ListeDuTirage.TAILLE_MAXIMALE)) {
            case Outcome.Refused<byte[]>(var phrase) -> new Outcome.Refused<>(phrase);
            case Outcome.Read<byte[]>(var bytes) -> judge(ListeDuTirage.lire(bytes));
        };
    }

    private static Outcome<ListeDuTirage> judge(Resultat<ListeDuTirage> resultat) {
        return switch (resultat) {
            case Accepte(var liste) -> new Outcome.Read<>(liste);
            case Refuse(var defaut) -> new Outcome.Refused<>(defaut.phrase());
        };
    }

    private static <T> Outcome<T> tooLarge(String name, int limit) {
        return new Outcome.Refused<>("fichier trop grand : « " + name + " » dépasse " + (limit >> 20) + " Mio");
    }
}
