package fr.roubaix.cln.hub.privacy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.storage.DatabaseRefusedException;

/** Whether the key file of people's data fits a copy of the database that would take its place. */
public final class CoffreDUneCopie {

    private CoffreDUneCopie() {}

    /** What stands in the way, in one French sentence; empty when the hub can read people's data in this copy. */
    public static Optional<String> obstacle(Path dossier, JdbcClient copie) {
        Path file = PrivacyConfiguration.fichier(dossier);
        boolean scelle =
                copie.sql("SELECT count(*) FROM coffre").query(Integer.class).single() > 0;
        if (!scelle) {
            return Optional.empty();
        }
        if (!Files.exists(file)) {
            return Optional.of("Le fichier de clé « " + file
                    + " » manque : les candidatures restaurées ne pourraient pas être lues. Remettez-le d’abord.");
        }
        try {
            new CleDuCoffre(file, copie).lireOuCreer();
            return Optional.empty();
        } catch (DatabaseRefusedException e) {
            return Optional.of("Le fichier de clé « " + file
                    + " » n’est pas celui de cette sauvegarde, ou il est abîmé. Remettez le fichier d’origine.");
        }
    }
}
