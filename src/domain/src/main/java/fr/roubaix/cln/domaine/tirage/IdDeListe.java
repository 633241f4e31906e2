package fr.roubaix.cln.domaine.tirage;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Saisie;

/**
 * Names a person on the list of a draw without saying who they are. Ordered as bytes.
 *
 * @param valeur 1 to 32 of {@code A-Z 0-9 -}; for an application, the ten characters of its receipt code
 */
public record IdDeListe(String valeur) implements Comparable<IdDeListe> {

    /** The longest id, in characters. */
    public static final int LONGUEUR_MAXIMALE = 32;

    public IdDeListe {
        if (!estBienForme(valeur)) {
            throw new IllegalArgumentException("a list id has 1 to 32 of A-Z 0-9 -");
        }
    }

    /** The id of an application in the list. */
    public static IdDeListe de(ReceiptCode code) {
        return new IdDeListe(code.texte());
    }

    /** As shown to people: a receipt code in five and five, any other id as it stands. */
    public String affiche() {
        return ReceiptCode.lire(valeur) instanceof Saisie.Lue<ReceiptCode>(var code)
                        && code.texte().equals(valeur)
                ? code.affiche()
                : valeur;
    }

    static boolean estBienForme(String texte) {
        if (texte.isEmpty() || texte.length() > LONGUEUR_MAXIMALE) {
            return false;
        }
        for (int i = 0; i < texte.length(); i++) {
            char c = texte.charAt(i);
            if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(IdDeListe autre) {
        return valeur.compareTo(autre.valeur);
    }

    @Override
    public String toString() {
        return valeur;
    }
}
