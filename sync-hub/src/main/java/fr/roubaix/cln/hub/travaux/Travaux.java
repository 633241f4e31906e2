package fr.roubaix.cln.hub.travaux;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Does work once for all instances of the hub that share a database. An instance takes a lease on the work by
 * compare-and-swap, renews it while it works, and gives it back; the lease of an instance that died runs out, and another
 * takes over.
 */
@Component
public final class Travaux {

    private static final Logger LOG = LoggerFactory.getLogger(Travaux.class);

    private static final Duration BAIL = Duration.ofMinutes(2);

    private final Baux baux;
    private final Clock clock;
    private final Duration bail;

    @Autowired
    Travaux(Baux baux, Clock clock) {
        this(baux, clock, BAIL);
    }

    Travaux(Baux baux, Clock clock, Duration bail) {
        this.baux = baux;
        this.clock = clock;
        this.bail = bail;
    }

    /** What became of a call. */
    public enum Issue {
        /** Done here. */
        FAIT,
        /** Nothing to do yet: an instance did it less than the interval ago. */
        PAS_ENCORE_DU,
        /** An instance is at it, this one perhaps. */
        EN_COURS,
        /** Done here, but so slowly that another instance took it over meanwhile. */
        REPRIS
    }

    /**
     * Does this work now if it is due and nobody is at it. Call it as often as you like, outside any transaction.
     *
     * @param nom unique, and the same in every instance and every version
     * @param intervalle between the starts of two runs
     * @throws RuntimeException what the work threw: it stays due, and the next call tries again
     */
    public Issue executer(String nom, Duration intervalle, Runnable tache) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a lease taken inside a transaction is seen by nobody");
        }
        Instant debut = Instant.ofEpochMilli(clock.millis());
        String porteur = UUID.randomUUID().toString();
        if (!baux.prendre(nom, porteur, debut, bail, intervalle)) {
            return baux.tenu(nom, debut) ? Issue.EN_COURS : Issue.PAS_ENCORE_DU;
        }
        boolean fait = false;
        try (var _ = new Renouvellement(bail.dividedBy(3), () -> renouveler(nom, porteur))) {
            tache.run();
            fait = true;
        } finally {
            if (!fait) {
                baux.rendre(nom, porteur);
            }
        }
        if (baux.finir(nom, porteur, debut)) {
            return Issue.FAIT;
        }
        LOG.warn("Work {} lasted longer than its lease and was taken over by another instance", nom);
        return Issue.REPRIS;
    }

    /** When this work last began and ended well, on whichever instance. */
    public Optional<Instant> dernier(String nom) {
        return baux.dernier(nom);
    }

    private void renouveler(String nom, String porteur) {
        baux.prolonger(nom, porteur, Instant.ofEpochMilli(clock.millis()).plus(bail));
    }
}
