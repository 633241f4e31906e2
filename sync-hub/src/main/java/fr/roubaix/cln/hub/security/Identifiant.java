package fr.roubaix.cln.hub.security;

import java.util.Locale;
import java.util.Optional;

/** The sign-in name of a member of staff: 2 to 40 of {@code a-z 0-9 . -}. */
public record Identifiant(String valeur) {

    private static final String FORME = "[a-z0-9.-]{2,40}";

    public Identifiant {
        if (!valeur.matches(FORME)) {
            throw new IllegalArgumentException("not a sign-in name");
        }
    }

    /** Reads a typed name; capitals and surrounding spaces do not count. */
    public static Optional<Identifiant> lire(String brut) {
        String texte = brut.strip().toLowerCase(Locale.ROOT);
        return texte.matches(FORME) ? Optional.of(new Identifiant(texte)) : Optional.empty();
    }

    @Override
    public String toString() {
        return valeur;
    }
}
