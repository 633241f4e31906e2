package fr.roubaix.cln.hub.sauvegarde;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.hub.candidature.IdentitesDUneCopie;
import fr.roubaix.cln.hub.ingest.CouvertureDesChaines;
import fr.roubaix.cln.hub.privacy.CoffreDesPersonnes;
import fr.roubaix.cln.hub.privacy.CopieDesCles;
import fr.roubaix.cln.hub.privacy.TrousseauFile;
import fr.roubaix.cln.storage.BackupRefusedException;
import fr.roubaix.cln.storage.Contents;
import fr.roubaix.cln.storage.Database;

/**
 * Restores an encrypted backup for good, in a folder that is thrown away: by the same steps as the command, with the keys,
 * every page checked, every table compared with what was copied, every person opened.
 */
final class EssaiDeRestauration {

    /** What a restoration writes itself. */
    static final List<String> MARQUEES = List.of("hub_life", "bulletin");

    private final TrousseauFile trousseau;
    private final CoffreDesPersonnes enService;

    /** @param enService the keys of the hub at work: what they cannot open either is not the backup's fault */
    EssaiDeRestauration(TrousseauFile trousseau, CoffreDesPersonnes enService) {
        this.trousseau = trousseau;
        this.enService = enService;
    }

    /** What was copied, read before it was encrypted. */
    static Attendu attendu(JdbcClient copie) {
        return new Attendu(Contents.of(copie, MARQUEES), CouvertureDesChaines.dans(copie));
    }

    /**
     * Restores and compares.
     *
     * @param essai an empty folder
     * @param cles the keys of people, as their own copy gave them back
     * @throws BackupRefusedException what comes back is not what was copied
     */
    void faire(Path sauvegarde, Path essai, Path cles, Attendu attendu, Instant at) {
        new RestaurationDuHub(essai, trousseau).essayer(sauvegarde, at);
        try (var restauree = Database.sqlite(essai.resolve("hub.db"));
                var ouvertes = CopieDesCles.ouvrir(trousseau, cles)) {
            var jdbc = JdbcClient.create(restauree.template());
            if (!attendu(jdbc).equals(attendu)) {
                throw refusee("ne rend pas ce qui y avait été mis");
            }
            var illisibles = IdentitesDUneCopie.illisibles(jdbc, ouvertes.coffre());
            if (IdentitesDUneCopie.illisibles(jdbc, enService, illisibles).size() < illisibles.size()) {
                throw refusee("contient des personnes que la copie de leurs clés n’ouvre pas");
            }
        }
    }

    private static BackupRefusedException refusee(String pourquoi) {
        return new BackupRefusedException(
                "La sauvegarde, restaurée à l’essai, " + pourquoi
                        + " : elle n’a pas été gardée, et rien n’est annoncé aux bornes. Vérifiez le disque, puis recommencez.");
    }

    /** The rows and digest of each table, and the head of each chain. */
    record Attendu(Map<String, String> tables, List<CouvertureDesChaines.Tete> tetes) {}
}
