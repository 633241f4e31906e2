package fr.roubaix.cln.domaine.tirage;

import java.math.BigInteger;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The seed of a draw (art. 7 §2, « procédure publique »): the reading and the list fixed before, the randomness produced
 * in public after. Everything the draw decides follows from {@link #texte()} and the list, by SHA-256 alone.
 *
 * @param lecture the reading of criterion 3 chosen before the dice
 * @param liste the fingerprint of the frozen list
 * @param des the dice
 * @param tourDrand a drand round, when one was announced
 */
public record Graine(
        Lecture lecture, Empreinte liste, Des des, @Nullable Drand tourDrand) {

    private static final BigInteger BORNE = BigInteger.ONE.shiftLeft(256);

    /** A seed made of dice only. */
    public static Graine de(Lecture lecture, ListeDuTirage liste, Des des) {
        return new Graine(lecture, liste.empreinte(), des, null);
    }

    /** The drand round, if one is used. */
    public Optional<Drand> drand() {
        return Optional.ofNullable(tourDrand);
    }

    /** The text that is hashed. */
    public String texte() {
        String texte = "CLN-ROUBAIX/1|lecture=" + lecture.name() + "|liste=" + liste.hex() + "|des=" + des.chiffres();
        return tourDrand == null ? texte : texte + "|drand=" + tourDrand.texte();
    }

    /** The function that gives {@code hex(SHA-256(S|rang|id))} for any candidate. */
    Rangs rangs() {
        return rangs("|rang|");
    }

    /** The function that gives the order for the reserved seat, independent of {@link #rangs()}. */
    Rangs rangsDeReserve() {
        return rangs("|reserve|");
    }

    private Rangs rangs(String usage) {
        var sha256 = Sha256.commencantPar(texte() + usage);
        return id -> Rang.de(sha256.de(id.valeur()));
    }

    /** An integer from 0 to {@code n − 1}, each equally likely: values that would favour some are skipped. */
    int ajustement(int n) {
        var sha256 = Sha256.commencantPar(texte() + "|ajustement|");
        var diviseur = BigInteger.valueOf(n);
        BigInteger limite = BORNE.subtract(BORNE.mod(diviseur));
        for (int j = 0; ; j++) {
            var x = new BigInteger(1, sha256.de(Integer.toString(j)));
            if (x.compareTo(limite) < 0) {
                return x.mod(diviseur).intValueExact();
            }
        }
    }

    /** From an id to its rank. */
    @FunctionalInterface
    interface Rangs {
        Rang de(IdDeListe id);
    }
}
