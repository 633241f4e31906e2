package fr.roubaix.cln.hub.sauvegarde;

import java.nio.file.Path;
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
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Auteur;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.storage.Backup;
import fr.roubaix.cln.storage.BackupFolder;
import fr.roubaix.cln.storage.BackupFolder.Stored;
import fr.roubaix.cln.storage.BackupRefusedException;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.Dialect;

/**
 * Verified copies of the hub's database in {@code sauvegardes}, one each night and whenever an administrator asks. How far
 * a copy holds each chain is read in the copy once it is verified, and only then told to kiosks.
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
    private final BackupFolder dossier;
    private final LocalTime heure;
    private final Duration conservation;
    private final Clock clock;

    SauvegardesDuHub(
            Database database,
            CouvertureDesChaines couverture,
            Registre registre,
            PlatformTransactionManager transactions,
            @Value("${cln.hub.dossier}") Path folder,
            @Value("${cln.hub.sauvegarde.heure:02:30}") String heure,
            @Value("${cln.hub.sauvegarde.conservation:30d}") Duration conservation,
            Clock clock) {
        this.database = database;
        this.couverture = couverture;
        this.registre = registre;
        this.transaction = new TransactionTemplate(transactions);
        this.dossier = new BackupFolder(folder.resolve(DOSSIER), NOM);
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

    /**
     * Makes a backup now.
     *
     * @throws BackupRefusedException nothing was kept; the message says what to do
     */
    @PreAuthorize("hasRole('ADMIN')")
    public Backup<List<CouvertureDesChaines.Tete>> sauvegarder() {
        var backup = faire();
        inscrire(Auteur.connecte(), backup);
        return backup;
    }

    /** Makes the backup of the night, once its hour has passed and it is not there. */
    @Interne("scheduled work")
    void chaqueNuit() {
        Instant now = clock.instant();
        if (due(dossier.newest(now).map(Stored::at), now, heure)) {
            inscrire(Auteur.systeme(), faire());
        }
    }

    /** Which copy: its name says when, its digest which bytes. */
    private void inscrire(Auteur auteur, Backup<?> backup) {
        transaction.executeWithoutResult(_ -> registre.inscrire(
                auteur,
                Acte.SAUVEGARDE_FAITE
                        .sur("sauvegarde " + backup.file().getFileName())
                        .avec("octets", backup.bytes())
                        .avec("sha256", backup.sha256())));
    }

    /** Whether an hour of a night has passed since the last backup. */
    static boolean due(Optional<Instant> derniere, Instant maintenant, LocalTime heure) {
        var ici = maintenant.atZone(Appel.ROUBAIX);
        var aujourdhui = ici.toLocalDate().atTime(heure).atZone(Appel.ROUBAIX);
        var echeance = aujourdhui.isAfter(ici) ? aujourdhui.minusDays(1) : aujourdhui;
        return derniere.isEmpty() || derniere.get().isBefore(echeance.toInstant());
    }

    private Backup<List<CouvertureDesChaines.Tete>> faire() {
        Instant now = Instant.ofEpochMilli(clock.millis());
        var backup = dossier.take(database, now, CouvertureDesChaines::dans);
        couverture.noter(backup.read());
        LOG.info("Sauvegarde vérifiée : {} ({} octets, SHA-256 {})", backup.file(), backup.bytes(), backup.sha256());
        for (Stored old : dossier.prune(conservation, now)) {
            LOG.info("Sauvegarde de plus de {} jours supprimée : {}", conservation.toDays(), old.file());
        }
        return backup;
    }
}
