package fr.roubaix.cln.hub.appel;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;

/** Closes a call for good. Closing before its last instant takes something from residents and needs a reason. */
@Service
class ClotureDAppel {

    private final AppelsModifiables appels;
    private final AgentConnecte agent;
    private final Registre registre;
    private final Clock clock;

    ClotureDAppel(AppelsModifiables appels, AgentConnecte agent, Registre registre, Clock clock) {
        this.appels = appels;
        this.agent = agent;
        this.registre = registre;
        this.clock = clock;
    }

    /** Empty when the call is now closed, else why not. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    Optional<Refus> clore(AppelId id, String motif) {
        Instant maintenant = clock.instant();
        Optional<AppelSuivi> appel = appels.trouver(id).filter(a -> !a.clos());
        if (appel.isEmpty()) {
            return Optional.of(Refus.DEJA_CLOS);
        }
        if (maintenant.isBefore(appel.get().appel().fin()) && motif.isBlank()) {
            return Optional.of(Refus.MOTIF_MANQUANT);
        }
        var cloture = new AppelSuivi.Cloture(maintenant, agent.identifiant(), motif.strip());
        if (!appels.clore(id, cloture)) {
            return Optional.of(Refus.DEJA_CLOS);
        }
        registre.inscrire(Acte.APPEL_CLOS.sur("appel " + id).motif(cloture.motif()));
        return Optional.empty();
    }
}
