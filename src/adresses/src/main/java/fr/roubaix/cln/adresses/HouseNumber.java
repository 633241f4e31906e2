package fr.roubaix.cln.adresses;

import java.util.Comparator;
import java.util.Map;

/**
 * The number of a house.
 *
 * @param number 0 to 9999
 * @param suffix {@code bis}, {@code ter}, a letter…, in lower case; empty when there is none
 */
public record HouseNumber(int number, String suffix) implements Comparable<HouseNumber> {

    private static final Map<String, String> SHORT = Map.of("b", "bis", "t", "ter", "q", "quater");
    private static final Comparator<HouseNumber> ORDER =
            Comparator.comparingInt(HouseNumber::number).thenComparing(HouseNumber::suffix);

    public HouseNumber {
        if (number < 0 || number > 9999 || suffix.length() > 20) {
            throw new IllegalArgumentException("not a house number");
        }
    }

    /** As an address begins: {@code 12}, {@code 12 bis}, {@code 12 B}. */
    public String label() {
        if (suffix.isEmpty()) {
            return Integer.toString(number);
        }
        return number + " " + (suffix.length() == 1 ? suffix.toUpperCase(java.util.Locale.ROOT) : suffix);
    }

    /** Whether a person who typed this may mean that one: "12 b" is "12 bis" or "12 B". */
    boolean mayMean(HouseNumber other) {
        return number == other.number
                && (suffix.equals(other.suffix)
                        || other.suffix.equals(SHORT.get(suffix))
                        || suffix.equals(SHORT.get(other.suffix)));
    }

    @Override
    public int compareTo(HouseNumber other) {
        return ORDER.compare(this, other);
    }
}
