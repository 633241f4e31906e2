package fr.roubaix.cln.hub.candidature;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.Circonstances;
import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Eligibilite;
import fr.roubaix.cln.domaine.habitant.Eligibilite.Verdict;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.sync.EnvelopeId;

/**
 * Deposits an application from the digital form at home (art. 7 §1): judged, then kept like one that a kiosk delivered,
 * and only once that is committed "enregistrée". Whether the person applied before is not told: anybody could ask it of
 * anybody. Staff see what resembles.
 */
@Service
@Interne("a resident deposits their own application: nobody is signed in")
public class DepotEnLigne {

    private static final Logger LOG = LoggerFactory.getLogger(DepotEnLigne.class);

    private final Appels appels;
    private final ReceptionAuHub reception;
    private final CandidaturesModifiables candidatures;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    DepotEnLigne(
            Appels appels,
            ReceptionAuHub reception,
            CandidaturesModifiables candidatures,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.appels = appels;
        this.reception = reception;
        this.candidatures = candidatures;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Begins a draft: by this number it is deposited once, however often it is sent. */
    public EnvelopeId commencer() {
        return EnvelopeId.mint(clock, random);
    }

    /**
     * Deposits a form.
     *
     * @param brouillon what {@link #commencer} gave when the person began
     */
    public Issue deposer(EnvelopeId brouillon, FicheDeCandidature fiche) {
        try {
            return Objects.requireNonNull(transaction.execute(_ -> examiner(brouillon, fiche)));
        } catch (RuntimeException e) {
            // Rolled back or never begun; and if its end alone was not heard of, the same draft sent again is known.
            LOG.error("An application of the form at home could not be stored", e);
            return new Issue.Impossible();
        }
    }

    /** The call that accepts applications now. */
    public Optional<Appel> appelEnCours() {
        return accepte(clock.instant());
    }

    /** The next call to open, if one is announced. */
    public Optional<Appel> prochainAppel() {
        Instant maintenant = clock.instant();
        return appels.tous().stream()
                .filter(suivi -> !suivi.clos())
                .map(AppelSuivi::appel)
                .filter(appel -> maintenant.isBefore(appel.ouverture()))
                .min(Comparator.comparing(Appel::ouvreLe));
    }

    private Issue examiner(EnvelopeId brouillon, FicheDeCandidature fiche) {
        var deja = candidatures.deLEnveloppe(brouillon);
        if (deja.isPresent()) {
            return enregistree(deja.get());
        }
        // To the millisecond, as it is kept: the receipt says the same instant whenever it is made.
        Instant maintenant = Instant.ofEpochMilli(clock.millis());
        var appel = accepte(maintenant);
        if (appel.isEmpty()) {
            return new Issue.AppelFerme();
        }
        return switch (new Eligibilite(appel.get().dateDeReference())
                .examiner(fiche.habitant().naissance())) {
            case Verdict.TropJeune(var eligibleLe) -> new Issue.TropJeune(eligibleLe);
            case Verdict.Eligible _ -> recevoir(brouillon, fiche, maintenant);
        };
    }

    /** The call that {@link ReceptionDeCandidature} will count it with: the latest that had begun. */
    private Optional<Appel> accepte(Instant maintenant) {
        return appels.tous().stream()
                .filter(suivi -> !maintenant.isBefore(suivi.appel().ouverture()))
                .findFirst()
                .filter(suivi -> suivi.accepte(maintenant))
                .map(AppelSuivi::appel);
    }

    private Issue recevoir(EnvelopeId brouillon, FicheDeCandidature fiche, Instant maintenant) {
        // The mairie of the sector follows it: nobody brought it anywhere.
        return switch (reception.recevoir(
                brouillon, fiche, fiche.secteur(), maintenant, maintenant, Circonstances.INTERNET)) {
            case ReceptionAuHub.Issue.Prise(var code) -> new Issue.Enregistree(code, maintenant);
            case ReceptionAuHub.Issue.DejaPrise _ ->
                enregistree(candidatures.deLEnveloppe(brouillon).orElseThrow());
            case ReceptionAuHub.Issue.Refusee _ -> throw new IllegalStateException("every code is taken");
        };
    }

    private static Issue enregistree(Dossier dossier) {
        return new Issue.Enregistree(dossier.code(), dossier.deposeeLe());
    }

    /** What became of a deposit. */
    public sealed interface Issue {
        /** Committed. */
        record Enregistree(ReceiptCode code, Instant le) implements Issue {}

        /** No call accepts applications now. Nothing stored. */
        record AppelFerme() implements Issue {}

        /** Under 16 on the reference date. Nothing stored. */
        record TropJeune(LocalDate eligibleLe) implements Issue {}

        /** It could not be written. Nothing stored; the same draft may be sent again. */
        record Impossible() implements Issue {}
    }
}
