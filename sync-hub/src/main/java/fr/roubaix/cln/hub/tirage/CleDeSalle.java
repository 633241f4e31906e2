package fr.roubaix.cln.hub.tirage;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * What opens the room's view of one rehearsal, without signing in: a hundred random bits, in letters that somebody types on
 * another machine. A rehearsal shows how those who applied are spread, while others may still apply: nobody but whom the
 * operator gives the address may see it. It stands in addresses alone, never in the register nor in a log.
 *
 * @param texte four groups of five, in lower case
 */
public record CleDeSalle(String texte) {

    /** What {@link #texte()} is made of: Crockford's alphabet, where no sign is taken for another. */
    public static final String FORME = "[0-9a-hjkmnp-tv-z]{5}(?:-[0-9a-hjkmnp-tv-z]{5}){3}";

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final Pattern CLE = Pattern.compile(FORME);
    private static final int SIGNES = 20;
    private static final int GROUPE = 5;
    private static final SecureRandom HASARD = new SecureRandom();

    public CleDeSalle {
        if (!CLE.matcher(texte).matches()) {
            throw new IllegalArgumentException("not the key of a room");
        }
    }

    static CleDeSalle nouvelle() {
        var texte = new StringBuilder();
        for (int i = 0; i < SIGNES; i++) {
            if (i > 0 && i % GROUPE == 0) {
                texte.append('-');
            }
            texte.append(ALPHABET.charAt(HASARD.nextInt(ALPHABET.length())));
        }
        return new CleDeSalle(texte.toString());
    }

    /** Where the room looks. */
    public String chemin() {
        return "/repetitions/" + texte;
    }

    /** Without what it is: whatever is printed may end in a log. */
    @Override
    public String toString() {
        return "CleDeSalle";
    }
}
