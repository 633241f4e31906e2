package fr.roubaix.cln.sync;

/** Names an agent of a mairie: 2 to 40 of a–z, 0–9, dot and hyphen, for example {@code m.diallo}. */
public record AgentId(String valeur) {
    public AgentId {
        if (!valeur.matches("[a-z0-9][a-z0-9.-]{1,39}")) {
            throw new IllegalArgumentException("an agent's name has 2 to 40 of a-z, 0-9, dot and hyphen");
        }
    }

    @Override
    public String toString() {
        return valeur;
    }
}
