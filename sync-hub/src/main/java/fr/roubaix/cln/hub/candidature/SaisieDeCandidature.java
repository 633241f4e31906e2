package fr.roubaix.cln.hub.candidature;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.Circonstances;
import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.NumeroDOriginal;
import fr.roubaix.cln.domaine.candidature.Origine;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;
import fr.roubaix.cln.sync.EnvelopeId;

/**
 * Takes in an application at the hub itself: a paper form, a letter, a telephone call that staff enter, or the form at home.
 * From there on it goes the way of those that kiosks deliver; the hub gives it its receipt code (art. 7 §1: on paper and in
 * digital form, one register).
 */
@Service
public class SaisieDeCandidature {

    private final ReceptionAuHub reception;
    private final CandidaturesModifiables candidatures;
    private final Appels appels;
    private final AgentConnecte agent;
    private final Registre registre;
    private final Clock clock;

    SaisieDeCandidature(
            ReceptionAuHub reception,
            CandidaturesModifiables candidatures,
            Appels appels,
            AgentConnecte agent,
            Registre registre,
            Clock clock) {
        this.reception = reception;
        this.candidatures = candidatures;
        this.appels = appels;
        this.agent = agent;
        this.registre = registre;
        this.clock = clock;
    }

    /**
     * Enters a form for a person. Late or under 16, it is kept like any other and waits for a decision: a form that exists on
     * paper is never left out.
     */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    public Issue saisir(FicheDeCandidature fiche, Provenance provenance) {
        Optional<AppelSuivi> appel = appels.courant();
        if (appel.isEmpty()) {
            return Refus.AUCUN_APPEL;
        }
        if (candidatures.gelee(appel.get().id())) {
            return Refus.LISTE_ARRETEE;
        }
        if (provenance.recueLe().isAfter(aujourdhui())) {
            return Refus.JOUR_A_VENIR;
        }
        if (provenance.recueLe().isBefore(appel.get().appel().ouvreLe())) {
            return Refus.AVANT_L_APPEL;
        }
        if (dejaSaisi(appel.get().id(), provenance)) {
            return Refus.ORIGINAL_DEJA_SAISI;
        }
        var circonstances = new Circonstances(
                provenance.origine(),
                provenance.original(),
                Optional.of(agent.identifiant().valeur()),
                provenance.signee(),
                provenance.secteurConfirme(),
                false);
        var code = recevoir(fiche, provenance.mairie(), deposeeLe(provenance.recueLe()), circonstances);
        if (code.isEmpty()) {
            return Refus.ORIGINAL_DEJA_SAISI;
        }
        registre.inscrire(Acte.CANDIDATURE_SAISIE
                .sur(code.get().affiche())
                .avec("origine", provenance.origine())
                .avec("original", provenance.original().map(Object::toString).orElse("aucun")));
        return new Issue.Enregistree(code.get());
    }

    private boolean dejaSaisi(AppelId appel, Provenance provenance) {
        return provenance
                .original()
                .flatMap(original -> candidatures.parOriginal(appel, original))
                .isPresent();
    }

    /** Empty when the original was entered by somebody else at this very moment. */
    private Optional<ReceiptCode> recevoir(
            FicheDeCandidature fiche, Secteur mairie, Instant deposeeLe, Circonstances circonstances) {
        var issue = reception.recevoir(
                new EnvelopeId(UUID.randomUUID()),
                fiche,
                mairie,
                deposeeLe,
                Instant.ofEpochMilli(clock.millis()),
                circonstances);
        return switch (issue) {
            case ReceptionAuHub.Issue.Prise(var code) -> Optional.of(code);
            case ReceptionAuHub.Issue.DejaPrise _, ReceptionAuHub.Issue.Refusee _ -> Optional.empty();
        };
    }

    /** The day counts, not the hour: a form that came on the last day came in time. */
    private Instant deposeeLe(LocalDate recueLe) {
        return recueLe.equals(aujourdhui())
                ? Instant.ofEpochMilli(clock.millis())
                : recueLe.atStartOfDay(Appel.ROUBAIX).toInstant();
    }

    private LocalDate aujourdhui() {
        return LocalDate.ofInstant(clock.instant(), Appel.ROUBAIX);
    }

    /**
     * Where a form that staff enter comes from.
     *
     * @param origine one that staff enter
     * @param mairie where it was left; the mairie of the sector for a letter or a call
     * @param signee the original bears a signature
     * @param secteurConfirme the address base does not know the address: staff chose the sector
     * @param recueLe day on which the mairie received it
     */
    public record Provenance(
            Origine origine,
            Secteur mairie,
            Optional<NumeroDOriginal> original,
            boolean signee,
            boolean secteurConfirme,
            LocalDate recueLe) {
        public Provenance {
            if (!origine.surPapier()) {
                throw new IllegalArgumentException("staff enter what is on paper or on the telephone");
            }
        }
    }

    /** What became of it. */
    public sealed interface Issue {
        /** Kept: the code goes on the receipt. */
        record Enregistree(ReceiptCode code) implements Issue {}
    }

    /** Why nothing was kept. Each has its sentence. */
    public enum Refus implements Issue {
        AUCUN_APPEL,
        LISTE_ARRETEE,
        JOUR_A_VENIR,
        AVANT_L_APPEL,
        ORIGINAL_DEJA_SAISI
    }
}
