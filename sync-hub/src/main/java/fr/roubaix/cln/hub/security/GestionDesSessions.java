package fr.roubaix.cln.hub.security;

import java.time.Clock;
import java.util.List;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Sessions, as their owner sees and ends them, and as an administrator ends them. */
@Service
public class GestionDesSessions {

    private final SessionsOuvertes sessions;
    private final AgentConnecte agent;
    private final Clock clock;

    GestionDesSessions(SessionsOuvertes sessions, AgentConnecte agent, Clock clock) {
        this.sessions = sessions;
        this.agent = agent;
        this.clock = clock;
    }

    /** Those of the person signed in that still live. */
    @PreAuthorize("isAuthenticated()")
    List<SessionOuverte> miennes() {
        return sessions.de(agent.identifiant()).stream()
                .filter(session -> session.vivante(clock.instant()))
                .toList();
    }

    /** Ends one of one's own; false when it is not. */
    @PreAuthorize("isAuthenticated()")
    boolean fermer(String id) {
        return sessions.fermer(agent.identifiant(), id);
    }

    /** Ends every session of an account. */
    @PreAuthorize("hasRole('ADMIN')")
    public int fermerToutes(Identifiant identifiant) {
        return sessions.fermerToutes(identifiant);
    }
}
