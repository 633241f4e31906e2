package fr.roubaix.cln.hub.sauvegarde;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.hub.ingest.ClesDUneCopie;
import fr.roubaix.cln.hub.privacy.CoffreDUneCopie;
import fr.roubaix.cln.hub.privacy.SauvegardeChiffree;
import fr.roubaix.cln.hub.privacy.TrousseauFile;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.RegistreDUneCopie;
import fr.roubaix.cln.storage.BackupRefusedException;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.Restored;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.HubEpoch;

/**
 * Puts a verified copy in the place of a hub's database. The restored database begins another life: its new epoch tells
 * kiosks to deliver again what it lost. The keys stay where they are, and must be those of the copy: otherwise nothing is
 * replaced.
 */
public record RestaurationDuHub(Path dossier, TrousseauFile trousseau) {

    /**
     * Restores.
     *
     * @throws BackupRefusedException nothing was replaced; the message says what to do
     */
    public Restored<Contenu> restaurer(Path copie, Instant at) {
        return remettre(copie, at, restauree -> {
            var contenu = marquer(restauree);
            RegistreDUneCopie.inscrire(
                    restauree, "restaurer", Acte.BASE_RESTAUREE.sur("sauvegarde " + copie.getFileName()), at);
            return contenu;
        });
    }

    /** The same in a folder that is thrown away: no register tells what never happened to a hub. */
    void essayer(Path copie, Instant at) {
        remettre(copie, at, this::marquer);
    }

    private Restored<Contenu> remettre(Path copie, Instant at, Function<JdbcClient, Contenu> marque) {
        if (!chiffree(copie)) {
            return Database.restore(copie, dossier.resolve("hub.db"), at, marque);
        }
        Path clair = dossier.resolve("hub.db.dechiffree");
        try {
            Files.deleteIfExists(clair);
            SauvegardeChiffree.dechiffrer(trousseau, SauvegardeChiffree.Genre.HUB, copie, clair);
            return Database.restore(clair, dossier.resolve("hub.db"), at, marque);
        } catch (IOException e) {
            throw new BackupRefusedException(
                    "Le dossier « " + dossier
                            + " » ne permet pas d’y déchiffrer la sauvegarde : rien n’a été remplacé. Faites de la place"
                            + " ou vérifiez ses droits, puis recommencez.",
                    e);
        } finally {
            oublier(clair);
        }
    }

    private static boolean chiffree(Path copie) {
        try {
            return Files.isRegularFile(copie)
                    && (copie.toString().endsWith(SauvegardeChiffree.SUFFIXE)
                            || SauvegardeChiffree.entete(copie).isPresent());
        } catch (IOException e) {
            return false;
        }
    }

    private static void oublier(Path clair) {
        try {
            Files.deleteIfExists(clair);
        } catch (IOException e) {
            // The disk is gone, and the refusal under way says so; what is left opens only with the trousseau.
        }
    }

    private Contenu marquer(JdbcClient restauree) {
        ClesDUneCopie.obstacle(trousseau, restauree).ifPresent(RestaurationDuHub::refuser);
        CoffreDUneCopie.obstacle(trousseau, restauree).ifPresent(RestaurationDuHub::refuser);
        restauree.sql("DELETE FROM hub_life").update();
        restauree
                .sql("INSERT INTO hub_life (single, epoch) VALUES (1, ?)")
                .param(HubEpoch.mint(new SecureRandom()).hex())
                .update();
        // What comes next is a new edition, even if it says the same: kiosks have read later ones, and refuse this
        // number.
        restauree
                .sql("UPDATE bulletin SET content_hash = ?")
                .param(Hash.ZERO.hex())
                .update();
        return new Contenu(
                restauree
                        .sql("SELECT max(received_at) FROM envelope")
                        .query(Long.class)
                        .optional()
                        .map(Instant::ofEpochMilli),
                nombre(restauree, "candidature"),
                nombre(restauree, "kiosk_chain"),
                nombre(restauree, "envelope"),
                nombre(restauree, "compte"));
    }

    private static void refuser(String phrase) {
        throw new BackupRefusedException(phrase + " Rien n’a été remplacé.");
    }

    private static long nombre(JdbcClient restauree, String table) {
        return restauree.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    /**
     * What the copy holds.
     *
     * @param dernierEnvoi when the hub last stored an envelope in it
     */
    public record Contenu(
            Optional<Instant> dernierEnvoi, long candidatures, long chaines, long enveloppes, long comptes) {}
}
