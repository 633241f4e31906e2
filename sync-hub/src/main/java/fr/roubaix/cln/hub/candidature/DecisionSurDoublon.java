package fr.roubaix.cln.hub.candidature;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

import fr.roubaix.cln.domaine.candidature.MotifDIrrecevabilite;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.doublon.Ressemblance;
import fr.roubaix.cln.hub.candidature.CandidaturesModifiables.Trace;
import fr.roubaix.cln.hub.candidature.Dossier.Vu;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;

/**
 * Says whether two applications that look alike are one person's (art. 7 §1). When they are, one is kept and the other does
 * not enter the draw: nothing is taken from the person, so that no second look is asked for. The answer is remembered, and the
 * question is not asked again.
 */
@Service
class DecisionSurDoublon {

    private final CandidaturesModifiables candidatures;
    private final PairesDeDoublon paires;
    private final DoublonsDeLAppel doublons;
    private final AgentConnecte agent;
    private final Registre registre;
    private final Clock clock;

    DecisionSurDoublon(
            CandidaturesModifiables candidatures,
            PairesDeDoublon paires,
            DoublonsDeLAppel doublons,
            AgentConnecte agent,
            Registre registre,
            Clock clock) {
        this.candidatures = candidatures;
        this.paires = paires;
        this.doublons = doublons;
        this.agent = agent;
        this.registre = registre;
        this.clock = clock;
    }

    /** What looks like an application and is to be decided, the most alike first. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('SECRETARIAT')")
    List<Ressemblance> aDecider(Dossier dossier) {
        return doublons.ouvertes(dossier);
    }

    /** What was said of an application already. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('SECRETARIAT')")
    List<PairesDeDoublon.Paire> decidees(ReceiptCode code) {
        return paires.decidees(code);
    }

    /** The application that was kept, when this one is a second one. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('SECRETARIAT')")
    Optional<Dossier> dossier(ReceiptCode code) {
        return candidatures.dossier(code);
    }

    /** One person: this application is kept, the other one does not enter the draw. Empty when done. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    Optional<Refus> memePersonne(Vu gardee, Vu autre) {
        Optional<Refus> obstacle = obstacle(gardee, autre);
        if (obstacle.isPresent()) {
            return obstacle;
        }
        var trace = trace();
        var apres = new Statut.Irrecevable(MotifDIrrecevabilite.DOUBLON, Precisions.aucunes(), trace.le(), trace.par());
        if (!paires.decider(gardee.code(), autre.code(), Optional.of(gardee.code()), trace)
                || !candidatures.decider(autre, apres, trace)) {
            return annuler();
        }
        registre.inscrire(Acte.DOUBLON_RETENU
                .sur(autre.code().affiche())
                .avec("gardee", gardee.code().affiche()));
        return Optional.empty();
    }

    /** Two people. Empty when noted. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    Optional<Refus> deuxPersonnes(Vu une, Vu autre) {
        Optional<Refus> obstacle = obstacle(une, autre);
        if (obstacle.isPresent()) {
            return obstacle;
        }
        if (!paires.decider(une.code(), autre.code(), Optional.empty(), trace())) {
            return annuler();
        }
        registre.inscrire(Acte.DOUBLON_ECARTE
                .sur(une.code().affiche())
                .avec("autre", autre.code().affiche()));
        return Optional.empty();
    }

    /** Asks again about two applications that were said to be two people's. Empty when done. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    Optional<Refus> demanderDeNouveau(ReceiptCode une, ReceiptCode autre) {
        var dossier = candidatures.dossier(une);
        if (dossier.isEmpty()) {
            return Optional.of(Refus.INCONNUE);
        }
        if (!candidatures.noterSiDegelee(dossier.get().appel())) {
            return Optional.of(Refus.LISTE_ARRETEE);
        }
        if (!paires.lever(une, autre, trace())) {
            return Optional.of(Refus.DEJA_DECIDEE);
        }
        registre.inscrire(Acte.DOUBLON_ROUVERT.sur(une.affiche()).avec("autre", autre.affiche()));
        return Optional.empty();
    }

    private Optional<Refus> obstacle(Vu une, Vu autre) {
        for (Vu vu : List.of(une, autre)) {
            var dossier = candidatures.dossier(vu.code());
            if (dossier.isEmpty()) {
                return Optional.of(Refus.INCONNUE);
            }
            if (dossier.get().statut() instanceof Statut.Retiree) {
                return Optional.of(Refus.RETIREE);
            }
            if (dossier.get().changement() != vu.changement()
                    || !dossier.get().statut().enJeu()
                    || dossier.get().effacee()) {
                return Optional.of(Refus.DEJA_DECIDEE);
            }
        }
        var appel = candidatures.dossier(une.code()).orElseThrow().appel();
        if (!appel.equals(candidatures.dossier(autre.code()).orElseThrow().appel())) {
            return Optional.of(Refus.INCONNUE);
        }
        return candidatures.noterSiDegelee(appel) ? Optional.empty() : Optional.of(Refus.LISTE_ARRETEE);
    }

    /** Somebody was first: nothing of this is kept. */
    private static Optional<Refus> annuler() {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return Optional.of(Refus.DEJA_DECIDEE);
    }

    private Trace trace() {
        return new Trace(agent.identifiant(), Instant.ofEpochMilli(clock.millis()));
    }
}
