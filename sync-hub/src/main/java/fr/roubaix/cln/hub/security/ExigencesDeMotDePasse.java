package fr.roubaix.cln.hub.security;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a password must be: long, and not one that everybody tries. Nothing about kinds of characters (CNIL,
 * recommendation on passwords of 2022: length counts).
 */
final class ExigencesDeMotDePasse {

    private static final int MINIMUM = 12;
    private static final int MAXIMUM = 128;

    /** Different letters or signs that must remain once what everybody tries, and digits, are taken away. */
    private static final int SIGNES_A_SOI = 6;

    /** The beginnings of the usual lists, longest first so that none leaves a piece of another. */
    private static final List<String> COURANTS = List.of(
            "administrateur",
            "administration",
            "qwertyuiop",
            "azertyuiop",
            "motdepasse",
            "superadmin",
            "connexion",
            "marseille",
            "bienvenue",
            "secretariat",
            "qsdfghjklm",
            "iloveyou",
            "jetaime",
            "password",
            "changeme",
            "passw0rd",
            "wxcvbn",
            "roubaix",
            "welcome",
            "bonjour",
            "doudou",
            "chouchou",
            "football",
            "soleil",
            "azerty",
            "qwerty",
            "asdfgh",
            "dragon",
            "monkey",
            "loulou",
            "abcdef",
            "secret",
            "mairie",
            "admin",
            "france",
            "letmein",
            "ville",
            "login",
            "test");

    private ExigencesDeMotDePasse() {}

    /** Why a password is refused, in the order in which it is said. */
    enum Refus {
        COURT,
        LONG,
        DEVINABLE,
        COURANT,
        CONFIRMATION
    }

    static Optional<Refus> verifier(String motDePasse, String confirmation, String identifiant) {
        if (motDePasse.length() < MINIMUM) {
            return Optional.of(Refus.COURT);
        }
        if (motDePasse.length() > MAXIMUM) {
            return Optional.of(Refus.LONG);
        }
        String petit = motDePasse.toLowerCase(Locale.ROOT);
        if (petit.contains(identifiant.strip().toLowerCase(Locale.ROOT))) {
            return Optional.of(Refus.DEVINABLE);
        }
        if (courant(petit)) {
            return Optional.of(Refus.COURANT);
        }
        return motDePasse.equals(confirmation) ? Optional.empty() : Optional.of(Refus.CONFIRMATION);
    }

    private static boolean courant(String petit) {
        String reste = petit;
        for (String mot : COURANTS) {
            reste = reste.replace(mot, "");
        }
        return reste.chars().filter(c -> !Character.isDigit(c)).distinct().count() < SIGNES_A_SOI;
    }
}
