package fr.roubaix.cln.verifier;

import java.util.Arrays;

import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.Resultat.Accepte;
import fr.roubaix.cln.domaine.tirage.Resultat.Refuse;
import fr.roubaix.cln.domaine.tirage.TirageAuSort;

/** Recomputes a draw from its list and from the rule and seed its {@code pv.json} states, and compares bytes. */
public final class Verification {

    /** The largest {@code pv.json} read, in bytes; that of the largest list accepted is smaller. */
    public static final int TAILLE_MAXIMALE = 64 << 20;

    private Verification() {}

    /**
     * Verifies a procès-verbal.
     *
     * @param pv the bytes of {@code pv.json}
     * @param liste the bytes of the list
     */
    public static Verdict verifier(byte[] pv, byte[] liste) {
        return switch (ListeDuTirage.lire(liste)) {
            case Accepte(var lue) -> verifier(pv, lue);
            case Refuse(var defaut) -> new Verdict.ListeRefusee(defaut);
        };
    }

    private static Verdict verifier(byte[] pv, ListeDuTirage liste) {
        if (pv.length > TAILLE_MAXIMALE) {
            return new Verdict.NonConforme(
                    "le procès-verbal dépasse " + (TAILLE_MAXIMALE >> 20) + " Mio, aucun tirage n’en donne de tel");
        }
        return switch (DeclaredDraw.read(pv, liste)) {
            case DeclaredDraw.Outcome.Unusable(var difference) -> new Verdict.NonConforme(difference);
            case DeclaredDraw.Outcome.Usable(var graine, var reglement) -> {
                var recomputed = TirageAuSort.tirer(liste, graine, reglement);
                byte[] expected = PvJson.write(recomputed);
                yield Arrays.equals(pv, expected)
                        ? new Verdict.Conforme(recomputed)
                        : new Verdict.NonConforme(FirstDifference.between(pv, expected));
            }
        };
    }
}
