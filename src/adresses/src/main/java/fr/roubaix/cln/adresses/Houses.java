package fr.roubaix.cln.adresses;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import fr.roubaix.cln.domaine.secteur.Secteur;

/** The houses of one street, in the order of their numbers. */
final class Houses {

    private static final Secteur[] SECTEURS = Secteur.values();

    private final HouseNumber[] numbers;
    private final byte[] secteurs;

    /** @param houses in the order of their numbers */
    Houses(List<House> houses) {
        numbers = houses.stream().map(House::number).toArray(HouseNumber[]::new);
        secteurs = new byte[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            secteurs[i] = (byte)
                    houses.get(i).secteur().map(Secteur::ordinal).orElse(-1).intValue();
        }
    }

    record House(HouseNumber number, Optional<Secteur> secteur) {}

    /** All of them. */
    List<House> all() {
        return IntStream.range(0, numbers.length).mapToObj(this::house).toList();
    }

    /**
     * The likeliest houses for a typed number: that very one, then the same number with another suffix, then those whose
     * number begins with the same digits, since the person may still be typing; the nearest ones when there is none of these.
     */
    List<House> near(HouseNumber typed, int max) {
        String digits = Integer.toString(typed.number());
        Comparator<HouseNumber> likeliest = Comparator.comparingInt((HouseNumber number) -> {
                    if (number.equals(typed)) {
                        return 0;
                    }
                    if (typed.mayMean(number)) {
                        return 1;
                    }
                    if (number.number() == typed.number()) {
                        return 2;
                    }
                    return alike(number, digits) ? 3 : 4;
                })
                .thenComparingInt(number -> Math.abs(number.number() - typed.number()))
                .thenComparing(Comparator.naturalOrder());
        boolean known = Arrays.stream(numbers).anyMatch(number -> alike(number, digits));
        return IntStream.range(0, numbers.length)
                .boxed()
                .filter(i -> !known || alike(numbers[i], digits))
                .sorted(Comparator.comparing(i -> numbers[i], likeliest))
                .limit(max)
                .map(this::house)
                .toList();
    }

    private static boolean alike(HouseNumber number, String digits) {
        return Integer.toString(number.number()).startsWith(digits);
    }

    private House house(int i) {
        return new House(numbers[i], secteurs[i] < 0 ? Optional.empty() : Optional.of(SECTEURS[secteurs[i]]));
    }
}
