package fr.roubaix.cln.e2e.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import fr.roubaix.cln.e2e.Application;
import fr.roubaix.cln.e2e.Chromium;
import fr.roubaix.cln.e2e.acces.Combinations;
import fr.roubaix.cln.e2e.acces.ResidentScreens;
import fr.roubaix.cln.hardware.profile.Profiles;
import fr.roubaix.cln.hardware.profile.TerminalProfile;
import fr.roubaix.cln.hardware.profile.TerminalProfile.Kind;
import fr.roubaix.cln.testkit.bench.BenchReport;

/**
 * Every screen of a resident in French and every building block, in every theme and text size, on every terminal that
 * residents use; then every screen in the other languages, whose words are longer or run the other way, in every text size:
 * {@code ./cln bench acces [--terminal NOM] [--langue fr] [--sans-galerie]}. What axe or the ruler finds is printed, and counted.
 */
public final class BenchAcces {

    private static final String DEMO = "--spring.profiles.active=demo";

    private static final String FRENCH = "fr";

    private BenchAcces() {}

    public static void main(String[] arguments) throws IOException {
        var wished = List.of(arguments);
        var report = new BenchReport("acces", Clock.systemUTC());
        var folder = Files.createTempDirectory("cln-bench-acces");
        var violations = new ArrayList<String>();
        int seen = 0;
        try (var hub = Application.hub(folder.resolve("hub"), Application.freePort(), DEMO);
                var chromium = new Chromium()) {
            hub.awaitInLog("(Démonstration prête)");
            for (TerminalProfile terminal : terminals(wished)) {
                var found =
                        measure(chromium, hub, folder, terminal, languages(wished), !wished.contains("--sans-galerie"));
                found.violations().forEach(System.out::println);
                violations.addAll(found.violations());
                seen += found.seen();
            }
        }
        report.figure("combinaisons", seen, "");
        report.figure("violations", violations.size(), "");
        System.out.print(report.table());
        System.out.println(report.write());
    }

    private static List<String> languages(List<String> wished) {
        int named = wished.indexOf("--langue");
        return named >= 0 ? List.of(wished.get(named + 1)) : ResidentScreens.languages();
    }

    private static List<TerminalProfile> terminals(List<String> wished) {
        int named = wished.indexOf("--terminal");
        if (named >= 0) {
            return List.of(Profiles.shipped().terminal(wished.get(named + 1)));
        }
        return Profiles.shipped().terminals().values().stream()
                .filter(terminal -> terminal.kind() != Kind.AGENT_TABLET)
                .sorted(Comparator.comparing(TerminalProfile::id))
                .toList();
    }

    /** One kiosk on one folder, started anew with each screen: the call that it knows stays. */
    private static Combinations measure(
            Chromium chromium,
            Application hub,
            Path folder,
            TerminalProfile terminal,
            List<String> languages,
            boolean gallery)
            throws IOException {
        var combinations = new Combinations(terminal, (_, _) -> true);
        String code = Files.readString(folder.resolve("hub/code-nord.txt"));
        try (var kiosk = Application.kiosk(
                        folder.resolve("borne"),
                        Application.freePort(),
                        DEMO,
                        "--cln.kiosk.mairie=nord",
                        "--cln.kiosk.imprimante=virtuelle",
                        "--cln.kiosk.galerie=true",
                        "--cln.kiosk.inactivite-secondes=300",
                        "--cln.kiosk.terminal=" + terminal.id(),
                        "--cln.kiosk.hub=" + hub.url(""),
                        "--cln.kiosk.code=" + code)
                .awaitReady("/borne/")) {
            var pixels = terminal.pixels();
            var page = chromium.person(pixels.width(), pixels.height()).newPage();
            var screens = new ResidentScreens(page, kiosk.url("/borne/"), combinations::look);
            for (String language : languages) {
                // What other words change is their room, not their colours.
                combinations.asked((theme, _) -> language.equals(FRENCH) || theme.equals("clair"));
                screens.whole().in(language).walk();
            }
            if (gallery) {
                combinations.asked((_, _) -> true);
                screens.gallery();
            }
        }
        return combinations;
    }
}
