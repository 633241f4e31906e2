package fr.roubaix.cln.hub.sauvegarde;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder beside the backups that only the user of the hub opens, emptied before and after use. */
record DossierDEssai(Path chemin) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DossierDEssai.class);

    private static final String NOM = ".essai";

    /** Always beside the same backups: what a power cut left there goes with the next one. */
    static DossierDEssai ouvrir(Path sauvegardes) throws IOException {
        Files.createDirectories(sauvegardes);
        try (var restes = Files.newDirectoryStream(sauvegardes, NOM + "*")) {
            for (Path reste : restes) {
                vider(reste);
            }
        }
        return new DossierDEssai(Files.createTempDirectory(sauvegardes, NOM));
    }

    Path fichier(String nom) {
        return chemin.resolve(nom);
    }

    Path dossier(String nom) throws IOException {
        return Files.createDirectories(chemin.resolve(nom));
    }

    /** Returns once the content is on the disk. */
    void forcer(Path fichier) throws IOException {
        try (var canal = FileChannel.open(fichier, StandardOpenOption.WRITE)) {
            canal.force(true);
        }
    }

    @Override
    public void close() {
        try {
            vider(chemin);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The folder {} could not be removed; the next backup will", chemin, e);
        }
    }

    private static void vider(Path dossier) throws IOException {
        try (var contenu = Files.walk(dossier)) {
            for (Path un : contenu.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(un);
            }
        }
    }
}
