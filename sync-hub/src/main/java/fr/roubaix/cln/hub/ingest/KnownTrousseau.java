package fr.roubaix.cln.hub.ingest;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.hub.ingest.Generations.Connue;
import fr.roubaix.cln.hub.privacy.Generation;
import fr.roubaix.cln.hub.privacy.PhraseRefuseeException;
import fr.roubaix.cln.hub.privacy.TrousseauFile;
import fr.roubaix.cln.storage.DatabaseRefusedException;

/**
 * The trousseau that this database belongs to. The database remembers the fingerprint of each pair of public keys: with
 * other keys the hub could open nothing of what kiosks hold sealed for it, and no kiosk would believe its acks.
 */
final class KnownTrousseau {

    private final TrousseauFile file;
    private final Generations connues;
    private final Clock clock;

    KnownTrousseau(TrousseauFile file, JdbcClient jdbc, Clock clock) {
        this.file = file;
        this.connues = new Generations(jdbc);
        this.clock = clock;
    }

    /**
     * Reads the keys, or makes them on the first start of a new hub.
     *
     * <p>The file may know more pairs than the database: the power failed while the keys were being changed, or a backup
     * from before the change was restored. The change is then completed, since kiosks may have followed it already.
     *
     * @throws DatabaseRefusedException the file is missing, damaged, behind or not the one of this database
     */
    Trousseau readOrCreate() {
        if (!connues.toutes().isEmpty() && !file.exists()) {
            throw new DatabaseRefusedException("Le fichier de clés " + file.path()
                    + " manque. Sans lui, le hub ne peut pas lire ce que les bornes transmettent."
                    + " Remettez-le, puis relancez le hub.");
        }
        List<Generation> lues = read();
        completer(lues);
        // Two instances may start together: the first fingerprints stay, and the other ones are compared with them.
        comparer(lues, connues.toutes());
        return new Trousseau(file, connues, lues);
    }

    private void completer(List<Generation> lues) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        for (int i = connues.toutes().size(); i < lues.size(); i++) {
            var next = lues.get(i);
            connues.ajouter(i + 1, next, i == 0 ? null : lues.get(i - 1).succession(next, now), now);
        }
    }

    private void comparer(List<Generation> lues, List<Connue> attendues) {
        for (int i = 0; i < Math.min(lues.size(), attendues.size()); i++) {
            if (!lues.get(i).empreinte().equals(attendues.get(i).empreinte())) {
                throw new DatabaseRefusedException("Le fichier de clés " + file.path()
                        + " n’est pas celui de cette base. Remettez le fichier d’origine, puis relancez le hub.");
            }
        }
        if (lues.size() < attendues.size()) {
            throw new DatabaseRefusedException("Le fichier de clés " + file.path()
                    + " est en retard : les clés du hub ont été changées depuis. Remettez le fichier le plus récent,"
                    + " puis relancez le hub.");
        }
    }

    private List<Generation> read() {
        try {
            return file.readOrCreate();
        } catch (PhraseRefuseeException e) {
            throw new DatabaseRefusedException(file.refusee(), e);
        } catch (UncheckedIOException e) {
            throw new DatabaseRefusedException(
                    "Le fichier de clés " + file.path()
                            + " ne peut être ni lu ni créé. Vérifiez les droits du dossier, puis relancez le hub.",
                    e);
        } catch (IllegalArgumentException e) {
            throw new DatabaseRefusedException(
                    "Le fichier de clés " + file.path()
                            + " est abîmé. Remettez une copie intacte, puis relancez le hub.",
                    e);
        }
    }
}
