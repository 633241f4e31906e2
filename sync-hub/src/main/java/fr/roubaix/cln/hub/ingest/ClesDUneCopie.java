package fr.roubaix.cln.hub.ingest;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.hub.privacy.Generation;
import fr.roubaix.cln.hub.privacy.PhraseRefuseeException;
import fr.roubaix.cln.hub.privacy.TrousseauFile;

/** Whether the file of keys beside a database fits a copy that would take its place. */
public final class ClesDUneCopie {

    private ClesDUneCopie() {}

    /** What stands in the way, in one French sentence; empty when the hub will start on this copy. */
    public static Optional<String> obstacle(TrousseauFile file, JdbcClient copie) {
        List<String> attendues = attendues(copie);
        if (attendues.isEmpty()) {
            return Optional.empty();
        }
        if (!file.exists()) {
            return Optional.of("Le fichier de clés « " + file.path()
                    + " » manque : le hub restauré ne pourrait rien lire. Remettez-le d’abord.");
        }
        try {
            var empreintes = file.read().stream().map(Generation::empreinte).toList();
            // A file with more pairs is of a later day than the copy: it opens all that the copy expects.
            return empreintes.size() >= attendues.size()
                            && empreintes.subList(0, attendues.size()).equals(attendues)
                    ? Optional.empty()
                    : Optional.of("Le fichier de clés « " + file.path()
                            + " » n’est pas celui de cette sauvegarde. Remettez le fichier d’origine, ou prenez une"
                            + " sauvegarde de ce hub.");
        } catch (PhraseRefuseeException e) {
            return Optional.of(file.refusee());
        } catch (UncheckedIOException | IllegalArgumentException e) {
            return Optional.of("Le fichier de clés « " + file.path()
                    + " » ne peut pas être lu, ou il est abîmé. Remettez une copie intacte.");
        }
    }

    private static List<String> attendues(JdbcClient copie) {
        boolean generations = copie.sql("SELECT count(*) FROM sqlite_master WHERE name = 'trousseau_generation'")
                        .query(Integer.class)
                        .single()
                > 0;
        return copie.sql("SELECT empreinte FROM " + (generations ? "trousseau_generation" : "trousseau")
                        + " ORDER BY numero")
                .query(String.class)
                .list();
    }
}
