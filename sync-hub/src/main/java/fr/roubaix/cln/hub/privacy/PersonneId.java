package fr.roubaix.cln.hub.privacy;

/** By what a person is known to the keys: a word that names nobody, such as the code of a receipt. */
public record PersonneId(String valeur) {
    public PersonneId {
        if (valeur.isBlank()) {
            throw new IllegalArgumentException("a person is known by something");
        }
    }

    @Override
    public String toString() {
        return valeur;
    }
}
