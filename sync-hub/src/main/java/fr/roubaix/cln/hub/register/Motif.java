package fr.roubaix.cln.hub.register;

import java.util.Optional;

/** Why somebody does something, in their words: long enough to say something, short enough for the register. */
public record Motif(String texte) {

    public static final int MINIMUM = 10;
    public static final int MAXIMUM = 1_000;

    public Motif {
        if (!convient(texte)) {
            throw new IllegalArgumentException("a reason has " + MINIMUM + " to " + MAXIMUM + " characters");
        }
    }

    /** Reads what was typed; empty when it is too short or too long. */
    public static Optional<Motif> lire(String saisi) {
        String texte = saisi.strip();
        return convient(texte) ? Optional.of(new Motif(texte)) : Optional.empty();
    }

    private static boolean convient(String texte) {
        return texte.equals(texte.strip()) && texte.length() >= MINIMUM && texte.length() <= MAXIMUM;
    }

    @Override
    public String toString() {
        return texte;
    }
}
