package fr.roubaix.cln.hub.appel;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;

/** Keeps a call that is not ready: anything may be missing, nobody outside the secretariat sees it. */
@Service
class PreparationDAppel {

    private final Brouillons brouillons;
    private final AgentConnecte agent;
    private final Registre registre;
    private final Clock clock;

    PreparationDAppel(Brouillons brouillons, AgentConnecte agent, Registre registre, Clock clock) {
        this.brouillons = brouillons;
        this.agent = agent;
        this.registre = registre;
        this.clock = clock;
    }

    @Consultation
    @PreAuthorize("hasRole('SECRETARIAT')")
    Optional<Brouillon> courant() {
        return brouillons.courant();
    }

    /** Empty when saved, else every reason why not. What is too long for its place is refused; what is missing is not. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    List<Refus> enregistrer(Demande demande, Annonce annonce, int version) {
        var refus = new ArrayList<>(Exigences.deLongueur(demande, annonce));
        if (refus.isEmpty() && !brouillons.garder(demande, annonce, version, clock.instant(), agent.identifiant())) {
            refus.add(Refus.BROUILLON_CHANGE);
        }
        if (refus.isEmpty()) {
            registre.inscrire(Acte.APPEL_PREPARE.sur("appel en préparation"));
        }
        return refus;
    }
}
