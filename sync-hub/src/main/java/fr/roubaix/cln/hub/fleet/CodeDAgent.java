package fr.roubaix.cln.hub.fleet;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** The PIN of an agent: 6 to 12 digits that nobody tries first. */
record CodeDAgent(String chiffres) {

    static final int MINIMUM = 6;
    static final int MAXIMUM = 12;

    CodeDAgent {
        if (defaut(chiffres).isPresent()) {
            throw new IllegalArgumentException("not the PIN of an agent");
        }
    }

    /** What is wrong with typed digits; empty when they make a PIN. */
    static Optional<Defaut> defaut(String saisi) {
        if (!saisi.matches("[0-9]*")) {
            return Optional.of(Defaut.PAS_DES_CHIFFRES);
        }
        if (saisi.length() < MINIMUM || saisi.length() > MAXIMUM) {
            return Optional.of(Defaut.LONGUEUR);
        }
        return devinable(saisi) ? Optional.of(Defaut.DEVINABLE) : Optional.empty();
    }

    /** Six digits at random, every PIN that is not trivial as likely as any other. */
    static CodeDAgent auHasard(RandomGenerator hasard) {
        while (true) {
            String tire =
                    hasard.ints(MINIMUM, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
            if (!devinable(tire)) {
                return new CodeDAgent(tire);
            }
        }
    }

    /** Fewer than three different digits, or digits that follow one another up or down, 0 after 9 included. */
    private static boolean devinable(String chiffres) {
        return chiffres.chars().distinct().count() < 3 || suite(chiffres, 1) || suite(chiffres, 9);
    }

    private static boolean suite(String chiffres, int pas) {
        for (int i = 1; i < chiffres.length(); i++) {
            if ((chiffres.charAt(i - 1) - '0' + pas) % 10 != chiffres.charAt(i) - '0') {
                return false;
            }
        }
        return true;
    }

    /** Never shows the digits, not even in a log. */
    @Override
    public String toString() {
        return "CodeDAgent";
    }

    /** Why typed digits make no PIN. */
    enum Defaut {
        PAS_DES_CHIFFRES,
        LONGUEUR,
        DEVINABLE
    }
}
