package fr.roubaix.cln.hub.security;

import java.time.Clock;
import java.util.List;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Registre;

/** Sessions, as their owner sees and ends them, and as an administrator ends them. */
@Service
public class GestionDesSessions {

    private final SessionsOuvertes sessions;
    private final AgentConnecte agent;
    private final Registre registre;
    private final Clock clock;

    GestionDesSessions(SessionsOuvertes sessions, AgentConnecte agent, Registre registre, Clock clock) {
        this.sessions = sessions;
        this.agent = agent;
        this.registre = registre;
        this.clock = clock;
    }

    /** Those of the person signed in that still live. */
    @Consultation
    @PreAuthorize(Role.CHACUN)
    List<SessionOuverte> miennes() {
        return sessions.de(agent.identifiant()).stream()
                .filter(session -> session.vivante(clock.instant()))
                .toList();
    }

    /** Ends one of one's own; false when it is not. */
    @Transactional
    @PreAuthorize(Role.CHACUN)
    boolean fermer(String id) {
        boolean fermee = sessions.fermer(agent.identifiant(), id);
        if (fermee) {
            registre.inscrire(Acte.SESSION_TERMINEE.sur("compte " + agent.identifiant()));
        }
        return fermee;
    }

    /** Ends every session of an account. */
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public int fermerToutes(Identifiant identifiant) {
        int fermees = sessions.fermerToutes(identifiant);
        registre.inscrire(Acte.SESSION_TERMINEE.sur("compte " + identifiant).avec("sessions", fermees));
        return fermees;
    }
}
