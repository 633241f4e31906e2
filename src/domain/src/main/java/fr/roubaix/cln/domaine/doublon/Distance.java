package fr.roubaix.cln.domaine.doublon;

/** Typing mistakes between two words: letters added, left out, replaced, or two neighbours swapped. */
final class Distance {

    private Distance() {}

    /** Whether so many mistakes or fewer turn one word into the other. */
    static boolean auPlus(String a, String b, int maximum) {
        if (Math.abs(a.length() - b.length()) > maximum) {
            return false;
        }
        int[] avantDernier = new int[b.length() + 1];
        int[] dernier = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            dernier[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] ligne = new int[b.length() + 1];
            ligne[0] = i;
            int plusPetit = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean meme = a.charAt(i - 1) == b.charAt(j - 1);
                int valeur = Math.min(Math.min(ligne[j - 1], dernier[j]) + 1, dernier[j - 1] + (meme ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    valeur = Math.min(valeur, avantDernier[j - 2] + 1);
                }
                ligne[j] = valeur;
                plusPetit = Math.min(plusPetit, valeur);
            }
            if (plusPetit > maximum) {
                return false;
            }
            avantDernier = dernier;
            dernier = ligne;
        }
        return dernier[b.length()] <= maximum;
    }
}
