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

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.hub.ingest.CouvertureDesChaines;
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
    private final BackupFolder dossier;
    private final LocalTime heure;
    private final Duration conservation;
    private final Clock clock;

    SauvegardesDuHub(
            Database database,
            CouvertureDesChaines couverture,
            @Value("${cln.hub.dossier}") Path folder,
            @Value("${cln.hub.sauvegarde.heure:02:30}") String heure,
            @Value("${cln.hub.sauvegarde.conservation:30d}") Duration conservation,
            Clock clock) {
        this.database = database;
        this.couverture = couverture;
        this.dossier = new BackupFolder(folder.resolve(DOSSIER), NOM);
        this.heure = LocalTime.parse(heure);
        this.conservation = conservation;
        this.clock = clock;
    }

    /** Whether a backup comes back through a file that must then be copied to a server. */
    boolean surUnServeur() {
        return database.dialect() == Dialect.POSTGRESQL;
    }

    Path dossier() {
        return dossier.folder();
    }

    /** What stands in the folder, the newest first. */
    List<Stored> toutes() {
        return dossier.stored();
    }

    /** Whether the last backup is older than a night can explain, or cannot be found. */
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
        return faire();
    }

    /** Makes the backup of the night, once its hour has passed and it is not there. */
    void chaqueNuit() {
        Instant now = clock.instant();
        if (due(dossier.newest(now).map(Stored::at), now, heure)) {
            faire();
        }
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
