package fr.roubaix.cln.domaine.tirage;

import java.math.BigInteger;

/** An exact fraction in lowest terms, denominator above 0. Chances are never rounded. */
public record Fraction(BigInteger numerateur, BigInteger denominateur) implements Comparable<Fraction> {

    public static final Fraction ZERO = de(0, 1);
    public static final Fraction UN = de(1, 1);

    public Fraction {
        if (denominateur.signum() <= 0) {
            throw new IllegalArgumentException("the denominator is above 0");
        }
        BigInteger pgcd = numerateur.gcd(denominateur);
        numerateur = numerateur.divide(pgcd);
        denominateur = denominateur.divide(pgcd);
    }

    public static Fraction de(long numerateur, long denominateur) {
        return new Fraction(BigInteger.valueOf(numerateur), BigInteger.valueOf(denominateur));
    }

    public Fraction plus(Fraction autre) {
        return new Fraction(
                numerateur.multiply(autre.denominateur).add(autre.numerateur.multiply(denominateur)),
                denominateur.multiply(autre.denominateur));
    }

    public Fraction fois(Fraction autre) {
        return new Fraction(numerateur.multiply(autre.numerateur), denominateur.multiply(autre.denominateur));
    }

    @Override
    public int compareTo(Fraction autre) {
        return numerateur.multiply(autre.denominateur).compareTo(autre.numerateur.multiply(denominateur));
    }

    /** {@code 2/15}, or {@code 1} for a whole number. */
    @Override
    public String toString() {
        return denominateur.equals(BigInteger.ONE) ? numerateur.toString() : numerateur + "/" + denominateur;
    }
}
