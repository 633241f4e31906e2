package fr.roubaix.cln.hub.sauvegarde;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.hub.ingest.CouvertureDesChaines;
import fr.roubaix.cln.hub.privacy.CoffreDesPersonnes;
import fr.roubaix.cln.hub.privacy.CopieDesCles;
import fr.roubaix.cln.hub.privacy.SauvegardeChiffree;
import fr.roubaix.cln.hub.privacy.TrousseauFile;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Auteur;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.storage.BackupFolder;
import fr.roubaix.cln.storage.BackupFolder.Stored;
import fr.roubaix.cln.storage.BackupRefusedException;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.Dialect;

/**
 * Encrypted copies of the hub's database in {@code sauvegardes}, one each night and whenever an administrator asks. One
 * bears its name once it was restored, with the keys, into a folder that is thrown away; how far it holds each chain is
 * then told to kiosks, and not before.
 *
 * <p>The copy of a database on PostgreSQL is the same file; what its operator backs up besides is not known to the hub and
 * not told to kiosks.
 */
@Service
public class SauvegardesDuHub {

    /** Folder of the backups, and what their names begin with. */
    static final String DOSSIER = "sauvegardes";

    static final String NOM = "hub";

    private static final Logger LOG = LoggerFactory.getLogger(SauvegardesDuHub.class);

    private final Database database;
    private final CouvertureDesChaines couverture;
    private final Registre registre;
    private final TransactionTemplate transaction;
    private final TrousseauFile trousseau;
    private final CopieDesCles copieDesCles;
    private final EssaiDeRestauration essai;
    private final BackupFolder dossier;
    /** Those made before backups were encrypted. */
    private final BackupFolder enClair;

    private final LocalTime heure;
    private final Duration conservation;
    private final Clock clock;

    SauvegardesDuHub(
            Database database,
            CouvertureDesChaines couverture,
            Registre registre,
            PlatformTransactionManager transactions,
            TrousseauFile trousseau,
            CopieDesCles copieDesCles,
            CoffreDesPersonnes coffre,
            @Value("${cln.hub.dossier}") Path folder,
            @Value("${cln.hub.sauvegarde.heure:02:30}") String heure,
            @Value("${cln.hub.sauvegarde.conservation:30d}") Duration conservation,
            Clock clock) {
        this.database = database;
        this.couverture = couverture;
        this.registre = registre;
        this.transaction = new TransactionTemplate(transactions);
        this.trousseau = trousseau;
        this.copieDesCles = copieDesCles;
        this.essai = new EssaiDeRestauration(trousseau, coffre);
        this.dossier = new BackupFolder(folder.resolve(DOSSIER), NOM, SauvegardeChiffree.SUFFIXE);
        this.enClair = new BackupFolder(folder.resolve(DOSSIER), NOM);
        this.heure = LocalTime.parse(heure);
        this.conservation = conservation;
        this.clock = clock;
    }

    /** Whether a backup comes back through a file that must then be copied to a server. */
    @Interne("files of the folder, on a guarded screen")
    boolean surUnServeur() {
        return database.dialect() == Dialect.POSTGRESQL;
    }

    @Interne("files of the folder, on a guarded screen")
    Path dossier() {
        return dossier.folder();
    }

    /** What stands in the folder, the newest first. */
    @Interne("files of the folder, on a guarded screen")
    List<Stored> toutes() {
        return dossier.stored();
    }

    /** The last one that was restored to be verified, as far as the clock can tell. */
    @Interne("files of the folder, on a guarded screen")
    Optional<Stored> derniere() {
        return dossier.newest(clock.instant());
    }

    /** How old it is, to the hour. */
    @Interne("files of the folder, on a guarded screen")
    Optional<Duration> age() {
        return derniere().map(stored -> Duration.between(stored.at(), clock.instant()));
    }

    /** Whether the last backup is older than a night can explain, or cannot be found. */
    @Interne("a yes or a no, told to everyone on the dashboard")
    public boolean enRetard() {
        Instant now = clock.instant();
        try {
            return dossier.newest(now)
                    .map(stored -> stored.at().isBefore(now.minus(Duration.ofHours(36))))
                    .orElse(true);
        } catch (BackupRefusedException e) {
            LOG.error("Sauvegardes illisibles", e);
            return true;
        }
    }

    /** Whether one bears an instant to come: the clock was wrong, or is. */
    @Interne("files of the folder, on a guarded screen")
    boolean horlogeFausse() {
        return toutes().stream().anyMatch(stored -> stored.toCome(clock.instant()));
    }

    /** Whether two that follow one another are so far apart that the clock may have leapt; those before stay meanwhile. */
    @Interne("files of the folder, on a guarded screen")
    Optional<BackupFolder.Leap> saut() {
        return dossier.leap(conservation, clock.instant());
    }

    /**
     * Makes a backup now.
     *
     * @throws BackupRefusedException nothing was kept; the message says what to do
     */
    @PreAuthorize("hasRole('ADMIN')")
    public Faite sauvegarder() {
        var faite = faire();
        inscrire(Auteur.connecte(), faite);
        return faite;
    }

    /** Makes the backup of the night, once its hour has passed and it is not there. */
    @Interne("scheduled work")
    void chaqueNuit() {
        Instant now = clock.instant();
        if (due(dossier.newest(now).map(Stored::at), now, heure)) {
            inscrire(Auteur.systeme(), faire());
        }
    }

    /** Which copy: its name says when. */
    private void inscrire(Auteur auteur, Faite faite) {
        transaction.executeWithoutResult(_ -> registre.inscrire(
                auteur,
                Acte.SAUVEGARDE_FAITE
                        .sur("sauvegarde " + faite.file().getFileName())
                        .avec("octets", faite.bytes())));
    }

    /** Whether an hour of a night has passed since the last backup. */
    static boolean due(Optional<Instant> derniere, Instant maintenant, LocalTime heure) {
        var ici = maintenant.atZone(Appel.ROUBAIX);
        var aujourdhui = ici.toLocalDate().atTime(heure).atZone(Appel.ROUBAIX);
        var echeance = aujourdhui.isAfter(ici) ? aujourdhui.minusDays(1) : aujourdhui;
        return derniere.isEmpty() || derniere.get().isBefore(echeance.toInstant());
    }

    /** One at a time: two would use the same folder. */
    private synchronized Faite faire() {
        Instant now = libre(Instant.ofEpochMilli(clock.millis()));
        try (var essai = DossierDEssai.ouvrir(dossier.folder())) {
            Path clair = essai.fichier("hub.db");
            var copie = database.backup(clair, now, EssaiDeRestauration::attendu);
            // Keys after data: the key of each person copied was written before them.
            Path cles = copieDesCles.refaire(now, essai.dossier("cles"));
            Path enCours = essai.fichier("hub" + SauvegardeChiffree.SUFFIXE);
            SauvegardeChiffree.chiffrer(trousseau, SauvegardeChiffree.Genre.HUB, now, clair, enCours);
            Files.delete(clair);
            essai.forcer(enCours);
            this.essai.faire(enCours, essai.dossier("restauration"), cles, copie.read(), now);
            Path fichier = dossier.file(now);
            Files.move(enCours, fichier, StandardCopyOption.ATOMIC_MOVE);
            couverture.noter(copie.read().tetes());
            LOG.info(
                    "Sauvegarde chiffrée, vérifiée par une restauration : {} ({} octets)",
                    fichier,
                    Files.size(fichier));
            enlever(now);
            return new Faite(fichier, now, Files.size(fichier));
        } catch (IOException e) {
            throw new BackupRefusedException(
                    "La sauvegarde n’a pas pu être écrite dans « " + dossier.folder()
                            + " ». Faites de la place ou vérifiez ses droits, puis recommencez.",
                    e);
        }
    }

    /** An instant that no backup bears: a clock set back must not replace one. */
    private Instant libre(Instant voulu) {
        Instant libre = voulu;
        while (Files.exists(dossier.file(libre))) {
            libre = libre.plusMillis(1);
        }
        return libre;
    }

    private void enlever(Instant now) {
        for (var folder : List.of(dossier, enClair)) {
            for (Stored old : folder.prune(conservation, now)) {
                LOG.info("Sauvegarde de plus de {} jours supprimée : {}", conservation.toDays(), old.file());
            }
        }
        // The newest of those in clear is not the newest of all: it goes with its age like the others.
        enClair.stored().stream()
                .filter(old -> !old.at().isAfter(now.minus(conservation))
                        && dossier.newest(now).isPresent()
                        && dossier.leap(conservation, now).isEmpty())
                .forEach(old -> supprimer(old.file()));
    }

    private static void supprimer(Path fichier) {
        try {
            Files.deleteIfExists(fichier);
        } catch (IOException e) {
            LOG.warn("Une ancienne sauvegarde en clair n’a pas pu être supprimée : {}", fichier, e);
        }
    }

    /** Makes the copy of the keys again when somebody was erased since: it still opens them. */
    @Interne("scheduled work")
    synchronized void rafraichirLesCles() {
        if (copieDesCles.enRetard()) {
            try (var essai = DossierDEssai.ouvrir(dossier.folder())) {
                copieDesCles.refaire(Instant.ofEpochMilli(clock.millis()), essai.dossier("cles"));
            } catch (IOException e) {
                throw new BackupRefusedException(
                        "La copie des clés n’a pas pu être refaite après un effacement. Faites de la place dans « "
                                + dossier.folder() + " ».",
                        e);
            }
        }
    }

    /** A backup that was restored once, in a folder thrown away since. */
    public record Faite(Path file, Instant at, long bytes) {}
}
