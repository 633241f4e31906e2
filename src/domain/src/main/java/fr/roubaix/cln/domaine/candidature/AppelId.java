package fr.roubaix.cln.domaine.candidature;

/** Names a call for applications, for example {@code 2027}. */
public record AppelId(String valeur) {
    public AppelId {
        if (!valeur.matches("[a-z0-9-]{1,32}")) {
            throw new IllegalArgumentException("a call id has 1 to 32 of a-z 0-9 -");
        }
    }

    @Override
    public String toString() {
        return valeur;
    }
}
