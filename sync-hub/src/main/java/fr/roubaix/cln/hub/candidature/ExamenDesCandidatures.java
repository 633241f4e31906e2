package fr.roubaix.cln.hub.candidature;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.Candidature;
import fr.roubaix.cln.domaine.candidature.MotifDIrrecevabilite;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.candidature.CandidaturesModifiables.Trace;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Inscription;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;

/** Decides whether applications are admissible (art. 7 §1), and takes a decision back while the list is not frozen. */
@Service
class ExamenDesCandidatures {

    private static final int PRECISIONS_MAXIMUM = 500;

    private final CandidaturesModifiables candidatures;
    private final LimitationDesDossiers limitations;
    private final AgentConnecte agent;
    private final Registre registre;
    private final Clock clock;

    ExamenDesCandidatures(
            CandidaturesModifiables candidatures,
            LimitationDesDossiers limitations,
            AgentConnecte agent,
            Registre registre,
            Clock clock) {
        this.candidatures = candidatures;
        this.limitations = limitations;
        this.agent = agent;
        this.registre = registre;
        this.clock = clock;
    }

    /** What may be decided about an application now; nothing once the list of its call is frozen. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('SECRETARIAT')")
    Set<Dossier.Acte> actes(Dossier dossier) {
        return candidatures.gelee(dossier.appel()) || limitations.limite(dossier.code()) ? Set.of() : dossier.actes();
    }

    /** Declares one application admissible, alert or not. Empty when done. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    Optional<Refus> declarerRecevable(ReceiptCode code) {
        return recevable(code, false);
    }

    /** Declares several at once. Those with an alert are left for a person to look at, one by one. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    Bilan declarerRecevables(Collection<ReceiptCode> codes) {
        var refus = new EnumMap<Refus, Integer>(Refus.class);
        int decidees = 0;
        for (ReceiptCode code : codes) {
            Optional<Refus> issue = recevable(code, true);
            issue.ifPresent(r -> refus.merge(r, 1, Integer::sum));
            decidees += issue.isEmpty() ? 1 : 0;
        }
        return new Bilan(decidees, refus);
    }

    /** Declares one application inadmissible. Empty when done. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    Optional<Refus> declarerIrrecevable(ReceiptCode code, MotifDIrrecevabilite motif, String precisions) {
        Optional<Dossier> dossier = candidatures.dossier(code);
        if (dossier.isEmpty()) {
            return Optional.of(Refus.INCONNUE);
        }
        if (!(dossier.get().candidature() instanceof Candidature.Deposee deposee)) {
            return Optional.of(Refus.DEJA_DECIDEE);
        }
        Trace trace = trace();
        String texte = precisions.strip();
        var apres = new Statut.Irrecevable(
                deposee.declarerIrrecevable(motif).motif(),
                texte.substring(0, Math.min(texte.length(), PRECISIONS_MAXIMUM)),
                trace.le(),
                trace.par());
        return decider(dossier.get(), apres, trace, Refus.DEJA_DECIDEE);
    }

    /** Takes a decision back: the application waits for a decision again. Empty when done. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    Optional<Refus> reprendre(ReceiptCode code) {
        Optional<Dossier> dossier = candidatures.dossier(code);
        if (dossier.isEmpty()) {
            return Optional.of(Refus.INCONNUE);
        }
        return dossier.get().actes().contains(Dossier.Acte.REPRENDRE)
                ? decider(dossier.get(), new Statut.AExaminer(), trace(), Refus.PAS_DECIDEE)
                : Optional.of(Refus.PAS_DECIDEE);
    }

    private Optional<Refus> recevable(ReceiptCode code, boolean enLot) {
        Optional<Dossier> dossier = candidatures.dossier(code);
        if (dossier.isEmpty()) {
            return Optional.of(Refus.INCONNUE);
        }
        if (!(dossier.get().candidature() instanceof Candidature.Deposee deposee)) {
            return Optional.of(Refus.DEJA_DECIDEE);
        }
        if (deposee.declarerRecevable().isEmpty()) {
            return Optional.of(Refus.MOINS_DE_16_ANS);
        }
        if (enLot && !dossier.get().alertes().isEmpty()) {
            return Optional.of(Refus.ALERTE);
        }
        Trace trace = trace();
        return decider(dossier.get(), new Statut.Recevable(trace.le(), trace.par()), trace, Refus.DEJA_DECIDEE);
    }

    private Optional<Refus> decider(Dossier dossier, Statut apres, Trace trace, Refus depasse) {
        if (!candidatures.noterSiDegelee(dossier.appel())) {
            return Optional.of(Refus.LISTE_ARRETEE);
        }
        if (limitations.limite(dossier.code())) {
            return Optional.of(Refus.LIMITEE);
        }
        if (!candidatures.decider(dossier.code(), dossier.statut(), apres, trace)) {
            return Optional.of(depasse);
        }
        registre.inscrire(inscription(dossier, apres));
        return Optional.empty();
    }

    /** What was written besides may speak of the person: it stays with the application. */
    private static Inscription inscription(Dossier dossier, Statut apres) {
        String objet = dossier.code().affiche();
        return switch (apres) {
            case Statut.AExaminer _ -> Acte.CANDIDATURE_REPRISE.sur(objet);
            case Statut.Recevable _ -> Acte.CANDIDATURE_RECEVABLE.sur(objet);
            case Statut.Irrecevable irrecevable ->
                Acte.CANDIDATURE_IRRECEVABLE
                        .sur(objet)
                        .avec("motif", irrecevable.motif().name());
        };
    }

    private Trace trace() {
        return new Trace(agent.identifiant(), clock.instant());
    }

    /** What a batch did: how many were decided, and why the others were not. */
    record Bilan(int decidees, Map<Refus, Integer> refus) {
        Bilan {
            refus = Map.copyOf(refus);
        }
    }
}
