package fr.roubaix.cln.e2e.fautes;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

import fr.roubaix.cln.e2e.fautes.Campaign.Result;
import fr.roubaix.cln.e2e.fautes.Finding.NotRun;
import fr.roubaix.cln.e2e.fautes.Finding.Shown;
import fr.roubaix.cln.e2e.fautes.Finding.Tally;

/** The page of the documentation that says what each row of the campaign showed the last time it was played in full. */
final class ResultsPage {

    private static final String HEAD =
            "| Faute | Joué | Ce qui doit tenir | Résultat | Perdus | Doublons | Forgés acceptés | Canaris lisibles | Durée | Quand, graine |";
    /** A row of which nothing can be said yet. */
    private static final String NOT_YET = "pas encore jouée en entier";

    private static final int FIRST_NUMBER = 4;
    private static final int CELLS = 10;

    private final long seed;
    private final Clock clock;

    ResultsPage(long seed, Clock clock) {
        this.seed = seed;
        this.clock = clock;
    }

    /**
     * The page after some rows were played.
     *
     * @param before the page as it was: a row that was not played again keeps its line, with its date
     * @param all every row, in the order of the table
     */
    String write(String before, List<Fault> all, List<Result> results) {
        var lines = new LinkedHashMap<String, String>();
        before.lines()
                .filter(line -> line.startsWith("| ")
                        && !line.equals(HEAD)
                        && cells(line).size() == CELLS
                        && !line.contains(NOT_YET))
                .forEach(line -> lines.put(cells(line).getFirst(), line));
        results.forEach(result -> lines.put(cell(result.fault().name()), row(result)));
        var played = all.stream()
                .map(fault -> lines.getOrDefault(cell(fault.name()), ""))
                .filter(line -> !line.isEmpty())
                .toList();
        return page(
                played,
                all.stream()
                        .map(fault -> lines.getOrDefault(cell(fault.name()), notYet(fault)))
                        .toList());
    }

    private static String notYet(Fault fault) {
        return "| " + cell(fault.name()) + " | — | " + cell(fault.promise()) + " | " + NOT_YET
                + " | — | — | — | — | — | — |";
    }

    private static String page(List<String> played, List<String> rows) {
        return """
                # Campagne de fautes

                Page écrite par `./cln bench fautes` ; ne pas la modifier à la main. Comment elle est construite, et ce \
                qu’elle ne montre pas : [décision 0020](decisions/0020-how-the-fault-campaign-is-built.md). Machine : \
                %d cœurs, JDK %s.

                %d lignes sur %d ont été jouées en entier ; les totaux ne portent que sur elles. Un échantillon de chaque \
                ligne courte est rejoué à chaque `./cln test`.

                | perdus | doublons | forgés acceptés | canaris lisibles |
                |---|---|---|---|
                | %d | %d | %d | %d |

                %s
                |---|---|---|---|---|---|---|---|---|---|
                %s
                """.formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        played.size(),
                        rows.size(),
                        sum(played, 0),
                        sum(played, 1),
                        sum(played, 2),
                        sum(played, 3),
                        HEAD,
                        String.join("\n", rows));
    }

    private static long sum(List<String> rows, int column) {
        return rows.stream()
                .mapToLong(row -> Long.parseLong(cells(row).get(FIRST_NUMBER + column)))
                .sum();
    }

    private String row(Result result) {
        Tally tally = result.finding().tally();
        String played = result.finding() instanceof Shown shown ? shown.played() : "";
        return "| "
                + String.join(
                        " | ",
                        cell(result.fault().name()),
                        cell(played),
                        cell(result.fault().promise()),
                        cell(outcome(result)),
                        Long.toString(tally.lost()),
                        Long.toString(tally.twice()),
                        Long.toString(tally.forged()),
                        Long.toString(tally.readable()),
                        result.took().toSeconds() + " s",
                        ZonedDateTime.now(clock)
                                        .format(DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.FRENCH))
                                + ", graine " + seed)
                + " |";
    }

    private static String outcome(Result result) {
        if (!result.failure().isEmpty()) {
            return "**échec** : " + result.failure();
        }
        return switch (result.finding()) {
            case NotRun(var why) -> "non exécuté : " + why;
            case Shown shown -> shown.tally().equals(Tally.ZERO) ? "tenu" : "**échec**";
        };
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.substring(1, line.length() - 1).split("\\|", -1)).stream()
                .map(String::strip)
                .toList();
    }

    private static String cell(String text) {
        return text.isBlank()
                ? "—"
                : text.replace('|', '/').replaceAll("\\s+", " ").strip();
    }
}
