package fr.roubaix.cln.kiosk.agent;

import fr.roubaix.cln.sync.Bulletin.AgentPublie;

/** An agent who gave the right PIN. It lives in one page and dies with it: nothing else ever holds it. */
record SessionDAgent(AgentPublie agent) {

    String nom() {
        return agent.nom();
    }

    /** The PIN's hash has no place in a log. */
    @Override
    public String toString() {
        return agent.id().toString();
    }
}
