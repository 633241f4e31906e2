package fr.roubaix.cln.hub.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.DatabaseRefusedException;
import fr.roubaix.cln.storage.PostgresAddress;

/**
 * Takes the keys of people along when a hub moves to PostgreSQL: into their schema before the records follow, then away from
 * the folder, where an erasure would no longer reach them. Doing it again changes nothing.
 */
public final class DeplacementDesCles {

    private final Path fichier;
    private final Clock clock;

    public DeplacementDesCles(Path dossier, Clock clock) {
        this.clock = clock;
        this.fichier = dossier.resolve(ClesConfiguration.FICHIER);
    }

    /**
     * Copies keys and erasures, and reads them back.
     *
     * @return how many keys
     * @throws DatabaseRefusedException the two sides differ: nothing else may be moved
     */
    public int copier(PostgresAddress address) {
        if (!Files.exists(fichier)) {
            return 0;
        }
        try (var de = new ClesDesPersonnes(Database.sqlite(fichier), clock);
                var vers = new ClesDesPersonnes(Database.postgres(address, ClesConfiguration.SCHEMA), clock)) {
            de.effacements().forEach(vers::detruire);
            var cles = connues(de);
            var manquantes = new HashMap<>(cles);
            manquantes.keySet().removeAll(vers.etats(cles.keySet()).keySet());
            vers.ecrire(manquantes, Set.of(), clock.instant());
            var copiees = connues(vers);
            boolean pareilles = cles.entrySet().stream()
                    .allMatch(cle -> java.util.Arrays.equals(cle.getValue(), copiees.get(cle.getKey())));
            if (!pareilles
                    || !vers.effacements().keySet().containsAll(de.effacements().keySet())) {
                throw new DatabaseRefusedException(
                        "Le schéma « " + ClesConfiguration.SCHEMA + " » de " + address
                                + " contient déjà d’autres clés : rien d’autre n’a été copié. Indiquez une base neuve (createdb).");
            }
            return cles.size();
        }
    }

    /** Once the records are there too. */
    public void quitterLeDossier() {
        try {
            for (String suffixe : new String[] {"", "-wal", "-shm", "-journal"}) {
                Files.deleteIfExists(fichier.resolveSibling(fichier.getFileName() + suffixe));
            }
        } catch (IOException e) {
            throw new DatabaseRefusedException(
                    "Les clés sont sur PostgreSQL, mais « " + fichier
                            + " » n’a pas pu être supprimé. Supprimez-le : un effacement n’y parviendrait plus.",
                    e);
        }
    }

    private static Map<PersonneId, byte[]> connues(ClesDesPersonnes cles) {
        var connues = new HashMap<PersonneId, byte[]>();
        cles.etats(cles.toutes()).forEach((personne, etat) -> {
            if (etat instanceof ClesDesPersonnes.Etat.Connue(var enveloppee)) {
                connues.put(personne, enveloppee);
            }
        });
        return connues;
    }
}
