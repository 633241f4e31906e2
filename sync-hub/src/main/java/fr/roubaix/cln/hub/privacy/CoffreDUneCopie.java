package fr.roubaix.cln.hub.privacy;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the master key fits a copy of the database that would take its place. */
public final class CoffreDUneCopie {

    private CoffreDUneCopie() {}

    /** What stands in the way, in one French sentence; empty when the hub can read people's data in this copy. */
    public static Optional<String> obstacle(TrousseauFile trousseau, JdbcClient copie) {
        var scellee =
                copie.sql("SELECT empreinte FROM coffre").query(String.class).optional();
        if (scellee.isEmpty()) {
            return Optional.empty();
        }
        if (!trousseau.exists()) {
            return Optional.of("Le fichier de clés « " + trousseau.path()
                    + " » manque : les candidatures restaurées ne pourraient pas être lues. Remettez-le d’abord.");
        }
        return scellee.get().equals(trousseau.contenu().empreinteDeLaMaitresse())
                ? Optional.empty()
                : Optional.of("Le fichier de clés « " + trousseau.path()
                        + " » n’est pas celui de cette sauvegarde. Remettez le fichier d’origine.");
    }
}
