package fr.roubaix.cln.hub.candidature;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.privacy.CoffreDesPersonnes;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.sync.EnvelopeId;

/**
 * Erases a person (GDPR, art. 17), as long as the list of their call is not frozen. The key is destroyed first, which is
 * what cannot be taken back; the record follows. A power cut in between leaves a record that nobody can open, and the next
 * start empties it.
 */
@Service
public class EffacementDUnePersonne {

    private static final Logger LOG = LoggerFactory.getLogger(EffacementDUnePersonne.class);

    private final CandidaturesModifiables candidatures;
    private final CoffreDesPersonnes coffre;
    private final Registre registre;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EffacementDUnePersonne(
            CandidaturesModifiables candidatures,
            CoffreDesPersonnes coffre,
            Registre registre,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.candidatures = candidatures;
        this.coffre = coffre;
        this.registre = registre;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Erases whoever holds this receipt. Empty when done. */
    @PreAuthorize("hasRole('DPO')")
    public Optional<Refus> effacer(ReceiptCode code) {
        var dossier = candidatures.dossier(code);
        return dossier.isEmpty()
                ? Optional.of(Refus.INCONNUE)
                : Objects.requireNonNull(transaction.execute(_ -> effacer(dossier.get())));
    }

    private Optional<Refus> effacer(Dossier dossier) {
        // From here to the end of this transaction nobody freezes the list.
        if (!candidatures.noterSiDegelee(dossier.appel())) {
            return Optional.of(Refus.LISTE_ARRETEE);
        }
        Instant le = coffre.effacer(Identites.personne(dossier.code()), Instant.ofEpochMilli(clock.millis()));
        vider(dossier.code(), le);
        registre.inscrire(
                Acte.PERSONNE_EFFACEE.sur("candidature " + dossier.code().affiche()));
        LOG.info("The person behind {} was erased", dossier.code().affiche());
        return Optional.empty();
    }

    /** Empties the record of somebody whose key is destroyed, frozen list or not. */
    @Interne("at start, what an erasure began")
    void rejouer(Dossier dossier, Instant le) {
        transaction.executeWithoutResult(_ -> {
            candidatures.noter(dossier.appel());
            vider(dossier.code(), le);
        });
    }

    private void vider(ReceiptCode code, Instant le) {
        if (candidatures.effacer(code, le)) {
            candidatures.envelope(code).ifPresent(envelope -> events.publishEvent(new PersonneEffacee(envelope)));
        }
    }

    /** Whoever came in this envelope was erased: nothing of it may stay, wherever it lies. In the same transaction. */
    public record PersonneEffacee(EnvelopeId envelope) {}
}
