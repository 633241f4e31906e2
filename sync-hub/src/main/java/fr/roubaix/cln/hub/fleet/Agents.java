package fr.roubaix.cln.hub.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.Bulletin.AgentPublie;

/** The agents of the mairies, with the hash of each PIN, which leaves this store for the bulletin alone. */
interface Agents {

    /** Every agent, by name. */
    List<AgentDeMairie> tous();

    /** The hash of the PIN that an agent has, or had until it had to change. */
    Optional<String> pin(AgentId id);

    /** Those whom kiosks let in, in the order of identifiers. */
    List<AgentPublie> publies();

    /** Adds an agent; false when the identifier is taken. */
    boolean ajouter(AgentDeMairie agent, String pin);

    /** Gives another PIN, good from now on; false when there is no such agent. */
    boolean changerLeCode(AgentId id, String pin, Acte acte);

    /** Lets an agent in or keeps them out; false when nothing changed. */
    boolean activer(AgentId id, boolean actif, Acte acte);

    /** No PIN given so far is good any more; how many agents that takes off the bulletin. */
    int toutChanger(Acte acte);

    /** Who does it, and when. */
    record Acte(Identifiant par, Instant le) {}
}
