package fr.roubaix.cln.domaine.tirage;

import java.util.Locale;

import fr.roubaix.cln.domaine.tirage.Resultat.Accepte;
import fr.roubaix.cln.domaine.tirage.Resultat.Refuse;

/**
 * A round of the public randomness beacon drand, used beside the dice.
 *
 * @param tour the round, decimal, without leading zero
 * @param hex the randomness of the round, 64 lower-case hexadecimal digits
 */
public record Drand(String tour, String hex) {

    public Drand {
        if (!tour.matches("[1-9][0-9]{0,19}") || !hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a drand round");
        }
    }

    /** Reads {@code ROUND:HEX}; upper-case digits are lowered. */
    public static Resultat<Drand> lire(String texte) {
        String minuscules = texte.toLowerCase(Locale.ROOT);
        return minuscules.matches("[1-9][0-9]{0,19}:[0-9a-f]{64}")
                ? new Accepte<>(new Drand(
                        minuscules.substring(0, minuscules.indexOf(':')),
                        minuscules.substring(minuscules.indexOf(':') + 1)))
                : new Refuse<>(DefautDeGraine.DRAND_MAL_FORME);
    }

    /** {@code ROUND:hex}, as in the seed and in the procès-verbal. */
    public String texte() {
        return tour + ':' + hex;
    }
}
