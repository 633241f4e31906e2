package fr.roubaix.cln.hub.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.hub.privacy.SauvegardeChiffree.Genre;
import fr.roubaix.cln.storage.BackupRefusedException;
import fr.roubaix.cln.storage.Database;

/**
 * The one copy of the keys of people: encrypted, verified by opening it, and always the latest. An older one would give
 * back the key of somebody who was erased since, so none is kept.
 */
public final class CopieDesCles {

    /** Its name in the folder of backups. */
    public static final String NOM = "cles" + SauvegardeChiffree.SUFFIXE;

    private final ClesDesPersonnes cles;
    private final TrousseauFile trousseau;
    private final Path dossier;

    CopieDesCles(ClesDesPersonnes cles, TrousseauFile trousseau, Path dossier) {
        this.cles = cles;
        this.trousseau = trousseau;
        this.dossier = dossier;
    }

    /**
     * Makes the copy again, in the place of the one before.
     *
     * @param essai an empty folder that only this program opens; what is decrypted there stays for the caller to remove
     * @throws BackupRefusedException the copy before stays
     */
    public Path refaire(Instant at, Path essai) {
        Path clair = essai.resolve("copie.db");
        Path relu = essai.resolve("relue.db");
        Path enCours = dossier.resolve(NOM + ".en-cours");
        var effacees = cles.dansLaCopie();
        var copie = cles.database().backup(clair, at, CopieDesCles::nombre);
        try {
            Files.createDirectories(dossier);
            SauvegardeChiffree.chiffrer(trousseau, Genre.CLES, at, clair, enCours);
            try (var canal = FileChannel.open(enCours, StandardOpenOption.WRITE)) {
                canal.force(true);
            }
            SauvegardeChiffree.dechiffrer(trousseau, Genre.CLES, enCours, relu);
            if (Files.mismatch(clair, relu) >= 0) {
                throw new BackupRefusedException("La copie des clés des personnes, relue, diffère (" + copie.read()
                        + " lignes) et n’a pas été gardée. Vérifiez le disque, puis recommencez.");
            }
            Files.move(
                    enCours, dossier.resolve(NOM), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.delete(clair);
            cles.horsDeLaCopie(effacees, at);
            return relu;
        } catch (IOException e) {
            throw new BackupRefusedException(
                    "La copie des clés des personnes n’a pas pu être écrite dans « " + dossier
                            + " ». Faites de la place ou vérifiez ses droits, puis recommencez.",
                    e);
        }
    }

    private Optional<SauvegardeChiffree.Entete> entete() {
        Path copie = dossier.resolve(NOM);
        try {
            return Files.exists(copie) ? SauvegardeChiffree.entete(copie) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the copy of the keys", e);
        }
    }

    /**
     * Whether somebody was erased since the copy was made, and it still holds their key, or whether the master key that
     * opens it was changed since. No clock is asked: it may have been set back meanwhile.
     */
    public boolean enRetard() {
        return entete().map(copie -> !cles.dansLaCopie().isEmpty()
                        || !copie.maitresse().equals(trousseau.contenu().empreinteDeLaMaitresse()))
                .orElse(false);
    }

    /** Opens the keys of a verified copy; close it after use. */
    public static Ouverte ouvrir(TrousseauFile trousseau, Path clair) {
        var cles = new ClesDesPersonnes(Database.sqlite(clair), Clock.systemUTC());
        var maitre = new CoffreDesMaitresses(trousseau.contenu());
        return new Ouverte(cles, new CoffreParPersonne(cles, maitre, Clock.systemUTC()));
    }

    private static long nombre(JdbcClient copie) {
        return copie.sql("SELECT (SELECT count(*) FROM cle_de_personne) + (SELECT count(*) FROM effacement)")
                .query(Long.class)
                .single();
    }

    /** The keys of a copy, for as long as they are looked at. */
    public record Ouverte(AutoCloseable cles, CoffreDesPersonnes coffre) implements AutoCloseable {
        @Override
        public void close() {
            try {
                cles.close();
            } catch (Exception e) {
                throw new IllegalStateException("the copy of the keys could not be closed", e);
            }
        }
    }

    /**
     * Puts the keys of a copy where a hub that is stopped has none.
     *
     * @param copie as it stands in a folder of backups
     * @return false when the hub has its keys: they are later than any copy, and stay
     * @throws BackupRefusedException the copy is cut, altered or of another hub
     */
    public static boolean remettre(TrousseauFile trousseau, Path copie, Path dossier) {
        Path base = dossier.resolve(ClesConfiguration.FICHIER);
        if (Files.exists(base)) {
            return false;
        }
        Path enCours = dossier.resolve(ClesConfiguration.FICHIER + ".dechiffree");
        try {
            Files.deleteIfExists(enCours);
            SauvegardeChiffree.dechiffrer(trousseau, Genre.CLES, copie, enCours);
            Database.restore(enCours, base, Instant.EPOCH, CopieDesCles::nombre);
            Files.deleteIfExists(enCours);
            return true;
        } catch (IOException e) {
            throw new BackupRefusedException(
                    "Les clés des personnes n’ont pas pu être remises dans « " + dossier
                            + " ». Faites de la place ou vérifiez ses droits, puis recommencez.",
                    e);
        }
    }

    /** Whether a hub that is stopped has the keys of people in its folder. */
    public static boolean presentes(Path dossier) {
        return Files.exists(dossier.resolve(ClesConfiguration.FICHIER));
    }
}
