package fr.roubaix.cln.domaine.tirage;

import fr.roubaix.cln.domaine.tirage.Resultat.Accepte;
import fr.roubaix.cln.domaine.tirage.Resultat.Refuse;

/**
 * What ten-sided dice thrown in public gave, in the order thrown.
 *
 * @param chiffres at least {@value #MINIMUM} digits from 0 to 9: thirty throws are 99.7 bits
 */
public record Des(String chiffres) {

    /** The fewest throws accepted. */
    public static final int MINIMUM = 30;

    public Des {
        if (!(lireSansGarder(chiffres) instanceof Accepte)) {
            throw new IllegalArgumentException("not dice");
        }
    }

    /** Reads the digits as they were written down. Nothing is tidied: the seed holds exactly these characters. */
    public static Resultat<Des> lire(String texte) {
        return switch (lireSansGarder(texte)) {
            case Accepte(var chiffres) -> new Accepte<>(new Des(chiffres));
            case Refuse(var defaut) -> new Refuse<>(defaut);
        };
    }

    /** Reads one throw as it was typed: one digit, nothing around it, in the digits 0 to 9 of ASCII. */
    public static Resultat<Integer> lireUnChiffre(String texte) {
        return texte.matches("[0-9]")
                ? new Accepte<>(texte.charAt(0) - '0')
                : new Refuse<>(DefautDeGraine.CHIFFRE_ATTENDU);
    }

    private static Resultat<String> lireSansGarder(String texte) {
        if (!texte.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new Refuse<>(DefautDeGraine.DES_HORS_CHIFFRES);
        }
        return texte.length() < MINIMUM ? new Refuse<>(DefautDeGraine.DES_TROP_COURTS) : new Accepte<>(texte);
    }
}
