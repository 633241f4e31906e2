package fr.roubaix.cln.hub.ingest;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.hub.ingest.MisesDeCote.Cle;
import fr.roubaix.cln.hub.ingest.MisesDeCote.Entree;
import fr.roubaix.cln.hub.ingest.MisesDeCote.Filtre;
import fr.roubaix.cln.hub.ingest.MisesDeCote.Reglement;
import fr.roubaix.cln.hub.ingest.Reading.Content;
import fr.roubaix.cln.hub.ingest.Reading.Verdict;
import fr.roubaix.cln.hub.security.AgentConnecte;
import fr.roubaix.cln.sync.Envelope;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.Use;

/**
 * What staff do about envelopes set aside: say what was done, or have the hub read the bytes again, after it was updated
 * for example. An application taken at a second reading enters as any other, once, whatever the kiosk delivers besides.
 */
@Service
public class TraitementDesMisesDeCote {

    private static final Logger LOG = LoggerFactory.getLogger(TraitementDesMisesDeCote.class);

    static final int LONGUEUR = 500;

    private static final String LECTEURS = "hasAnyRole('ADMIN', 'SECRETARIAT', 'TIRAGE')";

    /** What stands in the place of what somebody did, when the hub took it. */
    private static final String RELUE = "Relue par le hub, qui l’a prise.";

    private final MisesDeCote misesDeCote;
    private final Kiosks kiosks;
    private final Reading reading;
    private final AgentConnecte agent;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TraitementDesMisesDeCote(
            MisesDeCote misesDeCote,
            Kiosks kiosks,
            Reading reading,
            AgentConnecte agent,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.misesDeCote = misesDeCote;
        this.kiosks = kiosks;
        this.reading = reading;
        this.agent = agent;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Those that pass, the newest first. */
    @PreAuthorize(LECTEURS)
    public List<Entree> entrees(Filtre filtre) {
        return misesDeCote.entrees(filtre);
    }

    /** One of them. */
    @PreAuthorize(LECTEURS)
    public Optional<Entree> entree(Cle cle) {
        return misesDeCote.entree(cle);
    }

    /** How many wait, whatever the reason. */
    @PreAuthorize(LECTEURS)
    public long enAttente() {
        return misesDeCote.enAttente().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The bytes as they came, for an expert; sealed, they tell nothing of a person. */
    @PreAuthorize("hasRole('ADMIN')")
    public Optional<Signed> octets(Cle cle) {
        return misesDeCote.octets(cle);
    }

    /**
     * Settles one, in the words of the person who did it.
     *
     * @param suite what was done; not blank, at most 500 characters
     * @return false when it was settled already, or taken meanwhile
     */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public boolean regler(Cle cle, String suite) {
        if (suite.isBlank() || suite.strip().length() > LONGUEUR) {
            throw new IllegalArgumentException("what was done is said in 1 to " + LONGUEUR + " characters");
        }
        return misesDeCote.entree(cle).filter(Entree::enAttente).isPresent()
                && misesDeCote.noter(cle, reglement(suite.strip()));
    }

    /** Reads the bytes again, and takes them if that can be done now. */
    @PreAuthorize("hasRole('ADMIN')")
    public Issue reessayer(Cle cle) {
        var entree = misesDeCote.entree(cle);
        if (entree.isEmpty() || !entree.get().enAttente()) {
            return new Issue.DejaReglee();
        }
        var signed = misesDeCote.octets(cle).orElseThrow();
        var envelope = Envelope.decode(signed.content().toArray());
        var kiosk = kiosks.byId(cle.borne());
        if (envelope.isEmpty() || kiosk.isEmpty() || !genuine(kiosk.get(), signed)) {
            return new Issue.PlusAuthentique();
        }
        if (entree.get().raison() == Reason.CONFLIT && !envelope.get().kind().equals(Kind.CANDIDATURE)) {
            // What such a message says is true of its place in the chain, and that place is taken.
            return new Issue.PlacePrise();
        }
        try {
            return relire(cle, kiosk.get(), envelope.get());
        } catch (RetryLaterException e) {
            return new Issue.CleManquante();
        } catch (RuntimeException e) {
            LOG.error("An envelope set aside could not be taken", e);
            return new Issue.Echec();
        }
    }

    private Issue relire(Cle cle, Kiosk kiosk, Envelope envelope) {
        Content content = reading.open(envelope);
        return Objects.requireNonNull(transaction.execute(status -> {
            Instant now = Instant.ofEpochMilli(clock.millis());
            return switch (reading.handOn(kiosk, envelope, content, now)) {
                case Verdict.Taken _ -> {
                    misesDeCote.noter(cle, reglement(RELUE));
                    yield new Issue.Prise();
                }
                case Verdict.SetAside(var reason) -> {
                    status.setRollbackOnly();
                    yield new Issue.EncoreRefusee(reason);
                }
            };
        }));
    }

    /** By the key of then: the terminal may have been replaced since. */
    private boolean genuine(Kiosk kiosk, Signed signed) {
        return kiosks.keys().stream()
                .filter(key -> key.kiosk().equals(kiosk.id()))
                .sorted(Comparator.comparingInt(Kiosks.KeyOfKiosk::number).reversed())
                .anyMatch(key -> signed.verifiedBy(key.key(), Use.ENVELOPE));
    }

    private Reglement reglement(String suite) {
        return new Reglement(Instant.ofEpochMilli(clock.millis()), agent.identifiant(), suite);
    }

    /** What became of a second reading. */
    public sealed interface Issue {
        /** Taken, and settled by itself. */
        record Prise() implements Issue {}

        /** Still of no use to the hub. */
        record EncoreRefusee(Reason raison) implements Issue {}

        /** The hub lacks the key that opens it. */
        record CleManquante() implements Issue {}

        /** Somebody settled it, or its content was taken, meanwhile. */
        record DejaReglee() implements Issue {}

        /** A declaration is only true at its place, which other bytes took. */
        record PlacePrise() implements Issue {}

        /** No key of this kiosk signed these bytes: the database was altered. */
        record PlusAuthentique() implements Issue {}

        /** The hub fails on it. */
        record Echec() implements Issue {}
    }
}
