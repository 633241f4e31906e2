package fr.roubaix.cln.hub.ingest;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.hub.ingest.Generations.Connue;
import fr.roubaix.cln.hub.privacy.Generation;
import fr.roubaix.cln.hub.privacy.TrousseauFile;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;

/**
 * Gives the hub new keys, named to kiosks by the keys before. What kiosks sealed for the old ones still opens.
 *
 * <p>The row in the database is claimed first, then the file is forced to the disk, then the transaction ends: two
 * instances cannot both change the keys, and nothing is ever signed with a key that is not on the disk. A power cut before
 * the end leaves a file ahead of the database, which {@link KnownTrousseau} completes.
 */
@Service
public class RotationDesCles {

    private static final Logger LOG = LoggerFactory.getLogger(RotationDesCles.class);

    private final Trousseau keys;
    private final Generations connues;
    private final Registre registre;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RotationDesCles(
            Trousseau keys, JdbcClient jdbc, Registre registre, PlatformTransactionManager transactions, Clock clock) {
        this.keys = keys;
        this.connues = new Generations(jdbc);
        this.registre = registre;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Every pair of keys, the oldest first. */
    @Interne("numbers and fingerprints of public keys, told to every kiosk too")
    List<Connue> generations() {
        return connues.toutes();
    }

    /**
     * Changes the keys.
     *
     * @param vue what the person saw: a second click changes nothing
     */
    @PreAuthorize("hasRole('ADMIN')")
    public Issue tourner(Vue vue) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                var issue = tourner(vue.numero(), keys.file());
                if (!(issue instanceof Issue.Tournees)) {
                    status.setRollbackOnly();
                }
                return issue;
            }));
        } catch (UncheckedIOException | IllegalArgumentException e) {
            LOG.error("The keys could not be changed", e);
            return new Issue.FichierRefuse(keys.file().path().toString());
        }
    }

    private Issue tourner(int vue, TrousseauFile file) {
        List<Connue> avant = connues.toutes();
        if (avant.size() != vue) {
            return new Issue.DejaTournees();
        }
        List<Generation> lues = file.read();
        if (lues.size() < vue
                || !lues.get(vue - 1).empreinte().equals(avant.getLast().empreinte())) {
            return new Issue.FichierEnRetard(file.path().toString());
        }
        // A pair that an attempt left in the file takes over: the disk holds it already.
        var next = lues.size() > vue ? lues.get(vue) : Generation.generate();
        Instant now = Instant.ofEpochMilli(clock.millis());
        if (!connues.ajouter(vue + 1, next, lues.get(vue - 1).succession(next, now), now)) {
            return new Issue.DejaTournees();
        }
        registre.inscrire(Acte.CLES_CHANGEES
                .sur("clés du hub")
                .avec("generation", vue + 1)
                .avec("empreinte", next.empreinte()));
        var ecrites = new ArrayList<>(lues);
        if (lues.size() == vue) {
            ecrites.add(next);
            file.write(ecrites);
        }
        keys.adopter(ecrites);
        LOG.warn("The keys of the hub were changed: pair {} is in force", vue + 1);
        return new Issue.Tournees(vue + 1);
    }

    /** The number of the pair in force when somebody decided to change it. */
    public record Vue(int numero) {}

    /** What became of it. */
    public sealed interface Issue {
        record Tournees(int numero) implements Issue {}

        /** Somebody changed them meanwhile. */
        record DejaTournees() implements Issue {}

        /** Another instance changed them before, and its file was not copied here. */
        record FichierEnRetard(String fichier) implements Issue {}

        /** The file cannot be read or written: nothing was changed. */
        record FichierRefuse(String fichier) implements Issue {}
    }
}
