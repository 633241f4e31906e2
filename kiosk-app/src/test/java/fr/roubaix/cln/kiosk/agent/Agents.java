package fr.roubaix.cln.kiosk.agent;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.Bulletin.AgentPublie;

/** Agents as a hub publishes them. The hashes are true ones, made cheap. */
final class Agents {

    static final Argon2PasswordEncoder HASHES = new Argon2PasswordEncoder(16, 32, 1, 1 << 8, 1);
    static final String PIN = "604817";
    static final AgentPublie MARIAM = agent("m.diallo", "Mariam Diallo", Secteur.NORD);
    static final AgentPublie VOLANT = agent("a.renard", "Aline Renard", null);
    static final AgentPublie DU_SUD = agent("s.sud", "Sami Sud", Secteur.SUD);

    private Agents() {}

    private static AgentPublie agent(String id, String nom, @Nullable Secteur mairie) {
        return new AgentPublie(new AgentId(id), nom, mairie, HASHES.encode(PIN));
    }

    /** The same agent, to whom the hub gave another PIN. */
    static AgentPublie avecUnAutreCode(AgentPublie agent) {
        return new AgentPublie(agent.id(), agent.nom(), agent.mairie(), HASHES.encode("998877"));
    }
}
