package fr.roubaix.cln.domaine.doublon;

import java.util.List;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;

/**
 * Two applications that may come from one person. A machine never decides that they do.
 *
 * @param a the smaller of the two codes
 * @param score the sum of the weights of its reasons, at least {@link #SEUIL}
 */
public record Ressemblance(ReceiptCode a, ReceiptCode b, int score, List<Raison> raisons) {

    /** From so many points on, staff look at the two forms side by side. */
    public static final int SEUIL = 65;

    public Ressemblance {
        if (a.compareTo(b) >= 0) {
            throw new IllegalArgumentException("two applications, the smaller code first");
        }
        raisons = List.copyOf(raisons);
    }

    /** Whether this application is one of the two. */
    public boolean concerne(ReceiptCode code) {
        return a.equals(code) || b.equals(code);
    }

    /** The one that is not this one. */
    public ReceiptCode autre(ReceiptCode code) {
        return a.equals(code) ? b : a;
    }
}
