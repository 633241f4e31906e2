package fr.roubaix.cln.hub.privacy;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the master key fits a copy of the database that would take its place. */
public final class CoffreDUneCopie {

    private CoffreDUneCopie() {}

    /** What stands in the way, in one French sentence; empty when the hub can read people's data in this copy. */
    public static Optional<String> obstacle(TrousseauFile trousseau, JdbcClient copie) {
        var scellees = scellees(copie);
        if (scellees.isEmpty()) {
            return Optional.empty();
        }
        if (!trousseau.exists()) {
            return Optional.of("Le fichier de clés « " + trousseau.path()
                    + " » manque : les candidatures restaurées ne pourraient pas être lues. Remettez-le d’abord.");
        }
        // A file with more keys is of a later day than the copy: it opens all that the copy holds.
        return trousseau.contenu().empreintesDesMaitresses().containsAll(scellees)
                ? Optional.empty()
                : Optional.of("Le fichier de clés « " + trousseau.path()
                        + " » n’est pas celui de cette sauvegarde. Remettez le fichier d’origine, ou le plus récent.");
    }

    /** Copies from before master keys were numbered knew one. */
    private static List<String> scellees(JdbcClient copie) {
        boolean numerotees = copie.sql("SELECT count(*) FROM sqlite_master WHERE name = 'maitresse'")
                        .query(Integer.class)
                        .single()
                > 0;
        return copie.sql("SELECT empreinte FROM " + (numerotees ? "maitresse" : "coffre"))
                .query(String.class)
                .list();
    }
}
