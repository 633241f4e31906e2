package fr.roubaix.cln.e2e.fautes;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import fr.roubaix.cln.e2e.fautes.Campaign.Result;
import fr.roubaix.cln.e2e.fautes.Finding.NotRun;
import fr.roubaix.cln.e2e.fautes.Finding.Shown;
import fr.roubaix.cln.e2e.fautes.Finding.Tally;

/** The page of the documentation that says what the last campaign showed. */
final class ResultsPage {

    private final long seed;
    private final Clock clock;

    ResultsPage(long seed, Clock clock) {
        this.seed = seed;
        this.clock = clock;
    }

    String write(List<Result> results) {
        var page = new StringBuilder("# Campagne de fautes\n\n");
        page.append(
                        "Page écrite par `./cln bench fautes` ; ne pas la modifier à la main. Ce que chaque ligne joue et pourquoi : ")
                .append("[décision 0020](decisions/0020-how-the-fault-campaign-is-built.md).\n\n");
        page.append("- Date : ")
                .append(ZonedDateTime.now(clock)
                        .format(DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.FRENCH)))
                .append("\n- Graine : ")
                .append(seed)
                .append("\n- Machine : ")
                .append(Runtime.getRuntime().availableProcessors())
                .append(" cœurs, JDK ")
                .append(Runtime.version())
                .append("\n\n");
        totals(page, results);
        page.append("| Faute | Joué | Ce qui doit tenir | Résultat | Durée |\n|---|---|---|---|---|\n");
        results.forEach(result -> row(page, result));
        return page.toString();
    }

    private static void totals(StringBuilder page, List<Result> results) {
        var total = results.stream().map(result -> result.finding().tally()).reduce(Tally.ZERO, Tally::plus);
        page.append("| perdus | doublons | forgés acceptés | canaris lisibles |\n|---|---|---|---|\n| ")
                .append(total.lost())
                .append(" | ")
                .append(total.twice())
                .append(" | ")
                .append(total.forged())
                .append(" | ")
                .append(total.readable())
                .append(" |\n\n");
    }

    private static void row(StringBuilder page, Result result) {
        String played = result.finding() instanceof Shown shown ? shown.played() : "";
        page.append("| ")
                .append(cell(result.fault().name()))
                .append(" | ")
                .append(cell(played))
                .append(" | ")
                .append(cell(result.fault().promise()))
                .append(" | ")
                .append(cell(outcome(result)))
                .append(" | ")
                .append(result.took().toSeconds())
                .append(" s |\n");
    }

    private static String outcome(Result result) {
        if (!result.failure().isEmpty()) {
            return "**échec** : " + result.failure();
        }
        var tally = result.finding().tally();
        return switch (result.finding()) {
            case NotRun(var why) -> "non exécuté : " + why;
            case Shown _ ->
                tally.equals(Tally.ZERO)
                        ? "tenu"
                        : "**échec** : %d perdus, %d en double, %d forgés acceptés, %d canaris lisibles"
                                .formatted(tally.lost(), tally.twice(), tally.forged(), tally.readable());
        };
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ").strip();
    }
}
