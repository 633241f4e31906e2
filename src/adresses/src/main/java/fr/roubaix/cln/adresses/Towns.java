package fr.roubaix.cln.adresses;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells the street that a person typed from the town that follows it. */
final class Towns {

    private static final Pattern POSTAL_CODE = Pattern.compile("(?<![\\d])(\\d{5})(?![\\d])");
    private static final Set<String> OWN_NAMES = Set.of("roubaix", "cedex", "france");
    private static final int LONGEST_NAME = 6;

    private final Set<String> others;
    private final Set<String> codes;

    /**
     * @param communes names of the other towns that the imported file holds
     * @param codes postal codes of Roubaix
     */
    Towns(List<String> communes, Set<String> codes) {
        this.others = communes.stream().map(name -> AddressKey.of(name).text()).collect(Collectors.toUnmodifiableSet());
        this.codes = Set.copyOf(codes);
    }

    /**
     * @param street what is left without the town
     * @param elsewhere the other town, as the person typed it
     * @param sure a postal code, or a comma, says that it is a town and no part of the name of a street
     */
    record Place(AddressKey street, Optional<String> elsewhere, boolean sure) {}

    Place read(String typed) {
        var code = POSTAL_CODE.matcher(typed);
        while (code.find()) {
            if (!codes.isEmpty() && !codes.contains(code.group(1))) {
                String street = typed.substring(0, code.start());
                return new Place(
                        AddressKey.of(street),
                        Optional.of(typed.substring(code.start()).strip()),
                        true);
            }
        }
        int comma = typed.lastIndexOf(',');
        if (comma > 0 && others.contains(AddressKey.of(typed.substring(comma)).text())) {
            return new Place(
                    AddressKey.of(typed.substring(0, comma)),
                    Optional.of(typed.substring(comma + 1).strip()),
                    true);
        }
        return last(withoutOwn(AddressKey.of(typed).words()));
    }

    private List<String> withoutOwn(List<String> words) {
        var street = words.stream().filter(word -> !codes.contains(word)).toList();
        while (street.size() > 1 && OWN_NAMES.contains(street.getLast())) {
            street = street.subList(0, street.size() - 1);
        }
        return street;
    }

    /** "12 rue Nationale Tourcoing" names a town; "12 rue de Tourcoing" does not, for without it no street is left. */
    private Place last(List<String> words) {
        for (int size = Math.min(LONGEST_NAME, words.size() - 1); size > 0; size--) {
            var street = words.subList(0, words.size() - size);
            String town = String.join(" ", words.subList(words.size() - size, words.size()));
            if (others.contains(town) && Parts.nameAStreet(street)) {
                return new Place(new AddressKey(String.join(" ", words)), Optional.of(town), false);
            }
        }
        return new Place(new AddressKey(String.join(" ", words)), Optional.empty(), false);
    }
}
