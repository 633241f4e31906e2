package fr.roubaix.cln.adresses;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import fr.roubaix.cln.adresses.StreetIndex.Match;
import fr.roubaix.cln.adresses.Suggestion.House;
import fr.roubaix.cln.adresses.Suggestion.Street;

/**
 * The addresses of Roubaix, read once from their file and kept in memory: it never changes, any number of threads may
 * search it, and the file may be replaced meanwhile. Search forgives accents, abbreviations, typing errors, spelling by
 * ear, the order of the words and those left out.
 */
public final class AddressBook {

    /** No address is longer; what follows is not read. */
    private static final int LONGEST = 200;

    /** Streets this much behind the best one are no longer meant. */
    private static final double BEHIND = 0.25;

    /** A street this sure, and this far ahead of the next, takes all the places. */
    private static final double SURE = 0.97;

    private static final double AHEAD = 0.1;

    private final Optional<Provenance> addresses;
    private final Optional<Provenance> sectors;
    private final List<String> names;
    private final List<Houses> houses;
    private final StreetIndex index;
    private final Towns towns;

    AddressBook(BookReader.Content content) {
        this.addresses = content.addresses();
        this.sectors = content.sectors();
        this.names = List.copyOf(content.streets().keySet());
        this.houses = List.copyOf(content.streets().values());
        this.index = new StreetIndex(names);
        this.towns = new Towns(content.communes(), content.codes());
    }

    /**
     * Reads a file that an import made.
     *
     * @throws BookRefusedException it is missing, damaged, or of a version that is not known here
     */
    public static AddressBook open(Path file) {
        return new AddressBook(BookReader.read(file));
    }

    /** Where its addresses come from; empty when only sectors were imported. */
    public Optional<Provenance> addresses() {
        return addresses;
    }

    /** Where its sectors come from; empty when only addresses were imported. */
    public Optional<Provenance> sectors() {
        return sectors;
    }

    /** Whether there is anything to search. */
    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** The names of its streets, in their order. */
    public List<String> streets() {
        return names;
    }

    /** Every house of a street, in the order of their numbers; none when there is no such street. */
    public List<House> housesOf(String street) {
        int at = names.indexOf(street);
        return at < 0
                ? List.of()
                : houses.get(at).all().stream()
                        .map(house -> new House(street, house.number(), house.secteur()))
                        .toList();
    }

    /**
     * What a person may mean: streets as long as no number is typed, then houses.
     *
     * @param typed any text; blank gives nothing
     * @param max how many suggestions at most, at least 1
     */
    public Answer search(String typed, int max) {
        var place = towns.read(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
        var matches = matches(place.street());
        boolean ours = !place.sure() && !matches.isEmpty() && matches.getFirst().score() >= SURE;
        return place.elsewhere()
                .filter(_ -> !ours)
                .<Answer>map(Answer.OutOfTown::new)
                .orElseGet(() -> new Answer.Suggestions(suggestions(matches, max)));
    }

    /** Over all readings of the text, each street by its best. */
    private List<Match> matches(AddressKey key) {
        Map<Integer, Match> best = new LinkedHashMap<>();
        for (Parts reading : Parts.readings(key)) {
            for (Match match : index.search(reading)) {
                best.merge(match.street(), match, AddressBook::better);
            }
        }
        var sorted = new ArrayList<>(best.values());
        sorted.sort(
                Comparator.comparingDouble(Match::score).reversed().thenComparing(match -> names.get(match.street())));
        double least = sorted.isEmpty() ? 0 : sorted.getFirst().score() - BEHIND;
        return sorted.stream().filter(match -> match.score() >= least).toList();
    }

    /** A number that the street has beats a reading without one. */
    private static Match better(Match one, Match other) {
        double gap = one.score() - other.score();
        if (Math.abs(gap) < 1e-9) {
            return one.number() == null ? other : one;
        }
        return gap > 0 ? one : other;
    }

    private List<Suggestion> suggestions(List<Match> matches, int max) {
        Set<Suggestion> found = new LinkedHashSet<>();
        boolean sure = !matches.isEmpty()
                && matches.getFirst().score() >= SURE
                && (matches.size() == 1 || matches.get(1).score() < SURE - AHEAD);
        if (sure) {
            found.addAll(of(matches.getFirst(), max));
        }
        matches.stream().limit(max).forEach(match -> found.addAll(of(match, 1)));
        if (!matches.isEmpty()) {
            found.addAll(of(matches.getFirst(), max));
        }
        return found.stream().limit(max).toList();
    }

    private List<Suggestion> of(Match match, int max) {
        String street = names.get(match.street());
        var number = match.number();
        var own = houses.get(match.street());
        var near = number == null ? List.<Houses.House>of() : own.near(number, max);
        return near.isEmpty()
                ? List.of(new Street(street))
                : near.stream()
                        .<Suggestion>map(house -> new House(street, house.number(), house.secteur()))
                        .toList();
    }
}
