package fr.roubaix.cln.verifier.bench;

/** The chi-square distribution, by the incomplete gamma function (DLMF 8.11.4 and 8.9.2). */
final class ChiSquare {

    private static final double PRECISION = 1e-15;

    private ChiSquare() {}

    /** The probability of a value at least as large. */
    static double atLeast(double value, int degrees) {
        double a = degrees / 2.0;
        double x = value / 2.0;
        if (x <= 0) {
            return 1;
        }
        double scale = Math.exp(a * Math.log(x) - x - logGamma(a));
        return x < a + 1 ? 1 - scale * series(a, x) : scale * fraction(a, x);
    }

    private static double series(double a, double x) {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; term > sum * PRECISION; n++) {
            term *= x / (a + n);
            sum += term;
        }
        return sum;
    }

    /** By Lentz's method. */
    private static double fraction(double a, double x) {
        double b = x + 1 - a;
        double c = 1e300;
        double d = 1 / b;
        double result = d;
        for (int n = 1; n < 10_000; n++) {
            double factor = -n * (n - a);
            b += 2;
            d = 1 / (factor * d + b);
            c = b + factor / c;
            double step = c * d;
            result *= step;
            if (Math.abs(step - 1) < PRECISION) {
                return result;
            }
        }
        return result;
    }

    /** For halves of whole numbers, which is all that degrees of freedom give: exact products. */
    private static double logGamma(double a) {
        double log = a == Math.rint(a) ? 0 : Math.log(Math.PI) / 2;
        for (double x = a - 1; x > 0; x--) {
            log += Math.log(x);
        }
        return log;
    }
}
