package fr.roubaix.cln.e2e.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;

import fr.roubaix.cln.e2e.Chromium;
import fr.roubaix.cln.e2e.acces.AgentScreens;
import fr.roubaix.cln.e2e.acces.Combinations;
import fr.roubaix.cln.e2e.acces.PairedTablet;
import fr.roubaix.cln.e2e.acces.ResidentScreens;
import fr.roubaix.cln.hardware.profile.Profiles;
import fr.roubaix.cln.hardware.profile.TerminalProfile;
import fr.roubaix.cln.hardware.profile.TerminalProfile.Kind;

/**
 * The walks over the screens of one terminal. Each has a browser of its own, so that several can go side by side; one that
 * stops before its end is a violation too, not a shorter list.
 *
 * @param kiosk address of the terminal's own screen
 * @param tablets address at which tablets reach it
 */
record AccessJobs(TerminalProfile terminal, String kiosk, String tablets) {

    private static final String FRENCH = "fr";
    private static final Set<String> OF_OTHER_LANGUAGES = Set.of("clair", "contraste-sombre");
    private static final String TERMINAL_OF_THE_TABLETS = "generique-21-pouces";

    /** What one walk found. */
    record Found(String name, int combinations, List<String> violations, Duration took) {}

    /** The walks that were asked for, the longest first. */
    List<Callable<Found>> of(AccessOptions wished) {
        var jobs = new ArrayList<Callable<Found>>();
        boolean residents = terminal.kind() != Kind.AGENT_TABLET;
        if (wished.asks("galerie") && residents) {
            jobs.add(walk("galerie", (page, look) -> residents(page, look).gallery()));
        }
        if (wished.asks("habitants") && residents) {
            wished.languages()
                    .forEach(language -> jobs.add(walk(
                            "habitants (" + language + ")",
                            // What other words change is their room: the widest outlines leave the least.
                            wished.everything() || language.equals(FRENCH),
                            (page, look) ->
                                    residents(page, look).whole().in(language).walk())));
        }
        if (wished.asks("agent") && terminal.kind() != Kind.RESIDENT_TABLET) {
            jobs.add(walk("agent", (page, look) -> new AgentScreens(page, kiosk, look).walk()));
        }
        if (wished.asks("tablettes") && terminal.id().text().equals(TERMINAL_OF_THE_TABLETS)) {
            jobs.add(this::pairTablets);
        }
        return jobs;
    }

    private ResidentScreens residents(Page page, BiConsumer<String, Page> look) {
        return new ResidentScreens(page, kiosk, look);
    }

    private Callable<Found> walk(String name, Walk walk) {
        return walk(name, true, walk);
    }

    private Callable<Found> walk(String name, boolean everyTheme, Walk walk) {
        return () -> {
            long begun = System.nanoTime();
            var combinations =
                    new Combinations(terminal, (theme, _) -> everyTheme || OF_OTHER_LANGUAGES.contains(theme));
            var broken = new ArrayList<String>();
            try (var chromium = new Chromium()) {
                var page = chromium.person(
                                terminal.pixels().width(), terminal.pixels().height())
                        .newPage();
                attempt(name, broken, () -> walk.over(page, combinations::look));
            }
            return found(name, begun, broken, combinations);
        };
    }

    /** Each kind of tablet is let in at the terminal, and paired over TLS with the code that it shows. */
    private Found pairTablets() {
        long begun = System.nanoTime();
        var here = new Combinations(terminal, (_, size) -> size == 1 || size == 3);
        var looked = new ArrayList<>(List.of(here));
        var broken = new ArrayList<String>();
        try (var chromium = new Chromium()) {
            var page = chromium.person(
                            terminal.pixels().width(), terminal.pixels().height())
                    .newPage();
            var agent = new AgentScreens(page, kiosk, here::look);
            attempt("tablettes", broken, () -> {
                agent.signIn();
                for (var kind : List.of(
                        new Held("tablette-habitant", "Pour les habitants, couchée"),
                        new Held("tablette-habitant-portrait", "Pour les habitants, debout"),
                        new Held("tablette-agent", "Pour les agents"))) {
                    pair(chromium, agent, kind, looked);
                }
            });
        }
        return found("tablettes", begun, broken, looked.toArray(Combinations[]::new));
    }

    private record Held(String profile, String words) {}

    private void pair(Chromium chromium, AgentScreens agent, Held held, List<Combinations> looked) {
        var profile = Profiles.shipped().terminal(held.profile());
        String code = agent.invite(held.words(), held.words());
        // The page before pairing has one look: nobody has chosen another yet.
        var before = new Combinations(
                Profiles.shipped().terminal("tablette-agent"), (theme, size) -> theme.equals("clair") && size == 1);
        var after = new Combinations(profile, (_, _) -> true);
        looked.addAll(List.of(before, after));
        try (var person = chromium.person(new Browser.NewContextOptions()
                .setIgnoreHTTPSErrors(true)
                .setViewportSize(profile.pixels().width(), profile.pixels().height()))) {
            var page = person.newPage();
            new PairedTablet(page, tablets, (name, shown) -> before.look(held.profile() + ", " + name, shown))
                    .unknown(code);
            new PairedTablet(page, tablets, (name, shown) -> after.look("associée, " + name, shown)).pair(code);
        }
        agent.paired();
    }

    private void attempt(String name, List<String> broken, Runnable walk) {
        try {
            walk.run();
        } catch (PlaywrightException | AssertionError e) {
            broken.add(terminal.id() + " · " + name + " : parcours interrompu, " + e.getMessage());
        }
    }

    private Found found(String name, long begun, List<String> broken, Combinations... looked) {
        var violations = Stream.concat(broken.stream(), Stream.of(looked).flatMap(one -> one.violations().stream()))
                .toList();
        return new Found(
                terminal.id() + " · " + name,
                Stream.of(looked).mapToInt(Combinations::seen).sum(),
                violations,
                Duration.ofNanos(System.nanoTime() - begun));
    }

    /** A way through screens, each shown to whoever looks. */
    private interface Walk {
        void over(Page page, BiConsumer<String, Page> look);
    }
}
