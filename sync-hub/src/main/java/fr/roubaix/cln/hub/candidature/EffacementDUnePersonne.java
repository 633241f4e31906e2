package fr.roubaix.cln.hub.candidature;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.candidature.BesoinDuTirage.Besoin;
import fr.roubaix.cln.hub.privacy.CoffreDesPersonnes;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.sync.EnvelopeId;

/**
 * Erases a person (GDPR, art. 17), which withdraws their application, as long as no frozen list needs them and nobody contests. The key is destroyed first, which is
 * what cannot be taken back; the record follows. A power cut in between leaves a record that nobody can open, and the next
 * start empties it.
 */
@Service
public class EffacementDUnePersonne {

    private static final Logger LOG = LoggerFactory.getLogger(EffacementDUnePersonne.class);

    private final CandidaturesModifiables candidatures;
    private final CoffreDesPersonnes coffre;
    private final Registre registre;
    private final BesoinDuTirage besoin;
    private final Contestations contestations;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EffacementDUnePersonne(
            CandidaturesModifiables candidatures,
            CoffreDesPersonnes coffre,
            Registre registre,
            BesoinDuTirage besoin,
            Contestations contestations,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.candidatures = candidatures;
        this.coffre = coffre;
        this.registre = registre;
        this.besoin = besoin;
        this.contestations = contestations;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What an erasure would do to whoever holds this receipt, or why it cannot be done. Nothing here names them. */
    @Consultation
    @PreAuthorize("hasRole('DPO')")
    public Sort examiner(ReceiptCode code) {
        return candidatures.dossier(code).map(this::sort).orElseGet(Sort.Inconnue::new);
    }

    /** Erases whoever holds this receipt, unless the frozen list needs them or somebody contests. */
    @PreAuthorize("hasRole('DPO')")
    public Issue effacer(ReceiptCode code, MotifDEffacement motif) {
        return candidatures
                .dossier(code)
                .map(dossier -> Objects.requireNonNull(transaction.execute(_ -> effacer(dossier, motif))))
                .orElse(Refus.INCONNUE);
    }

    private Sort sort(Dossier dossier) {
        if (dossier.effacee()) {
            return new Sort.DejaEffacee(dossier.effaceeLe().orElseThrow());
        }
        var contestee = contestations.sur(dossier.appel(), dossier.code());
        if (contestee.isPresent()) {
            return new Sort.Gardee(dossier, contestee.get());
        }
        if (!candidatures.gelee(dossier.appel())) {
            return new Sort.Effacable(dossier, false);
        }
        Besoin reste = besoin.de(dossier.appel(), dossier.code());
        return reste instanceof Besoin.Aucun ? new Sort.Effacable(dossier, true) : new Sort.Gardee(dossier, reste);
    }

    private Issue effacer(Dossier dossier, MotifDEffacement motif) {
        // From here to the end of this transaction nobody freezes the list.
        if (!candidatures.noterSiDegelee(dossier.appel())) {
            if (!(besoin.de(dossier.appel(), dossier.code()) instanceof Besoin.Aucun)) {
                return Refus.LISTE_ARRETEE;
            }
            candidatures.noter(dossier.appel());
        }
        if (contestations.sur(dossier.appel(), dossier.code()).isPresent()) {
            return Refus.CONTESTEE;
        }
        Instant le = coffre.effacer(Identites.personne(dossier.code()), Instant.ofEpochMilli(clock.millis()));
        vider(dossier.code(), le);
        registre.inscrire(Acte.PERSONNE_EFFACEE
                .sur("candidature " + dossier.code().affiche())
                .motif(motif.titre()));
        LOG.info("The person behind {} was erased", dossier.code().affiche());
        return new Issue.Effacee();
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

    /** What would become of a person. */
    public sealed interface Sort {

        /** No application bears this code. */
        record Inconnue() implements Sort {}

        record DejaEffacee(Instant le) implements Sort {}

        /**
         * Nothing keeps them.
         *
         * @param apresLeTirage their call is drawn and they hold no seat
         */
        record Effacable(Dossier dossier, boolean apresLeTirage) implements Sort {}

        /** The frozen list still needs them, or somebody contests. */
        record Gardee(Dossier dossier, Besoin besoin) implements Sort {}
    }

    /** What became of an erasure. */
    public sealed interface Issue {
        record Effacee() implements Issue {}
    }

    /** Why nothing was erased. */
    public enum Refus implements Issue {
        INCONNUE,
        LISTE_ARRETEE,
        CONTESTEE
    }

    /** Whoever came in this envelope was erased: nothing of it may stay, wherever it lies. In the same transaction. */
    public record PersonneEffacee(EnvelopeId envelope) {}
}
