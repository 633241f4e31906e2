package fr.roubaix.cln.e2e.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import fr.roubaix.cln.e2e.acces.ResidentScreens;
import fr.roubaix.cln.hardware.profile.Profiles;
import fr.roubaix.cln.hardware.profile.TerminalProfile;

/**
 * What is looked at.
 *
 * @param part one of {@code habitants}, {@code galerie}, {@code agent} and {@code tablettes}; none for all of them
 * @param everything each language in all four themes, instead of the two that differ most in the room they leave
 * @param workers how many browsers walk side by side
 */
record AccessOptions(
        List<TerminalProfile> terminals,
        List<String> languages,
        Optional<String> part,
        boolean gallery,
        boolean everything,
        int workers) {

    private static final int MOST_WORKERS = 2;

    static AccessOptions of(List<String> arguments) {
        return new AccessOptions(
                value(arguments, "--terminal")
                        .map(name -> List.of(Profiles.shipped().terminal(name)))
                        .orElseGet(AccessOptions::all),
                value(arguments, "--langue").map(List::of).orElseGet(ResidentScreens::languages),
                value(arguments, "--partie"),
                !arguments.contains("--sans-galerie"),
                arguments.contains("--entier"),
                value(arguments, "--ouvriers")
                        .map(Integer::parseInt)
                        .orElseGet(() ->
                                Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors())));
    }

    boolean asks(String one) {
        return part.isEmpty() ? gallery || !one.equals("galerie") : part.get().equals(one);
    }

    private static List<TerminalProfile> all() {
        return Profiles.shipped().terminals().values().stream()
                .sorted(Comparator.comparing(TerminalProfile::id))
                .toList();
    }

    private static Optional<String> value(List<String> arguments, String option) {
        int named = arguments.indexOf(option);
        return named >= 0 && named + 1 < arguments.size() ? Optional.of(arguments.get(named + 1)) : Optional.empty();
    }
}
