package fr.roubaix.cln.e2e.fautes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fr.roubaix.cln.e2e.fautes.CeremonySteps.Step;
import fr.roubaix.cln.e2e.fautes.Finding.Shown;
import fr.roubaix.cln.e2e.fautes.Finding.Tally;

/** A public draw by two people before their screens, on a hub that is killed right after a step was acknowledged. */
final class KilledCeremony implements Fault {

    private static final String FACTS =
            "SELECT numero || ' ' || genre || ' ' || contenu || ' ' || par FROM fait_du_tirage"
                    + " ORDER BY tirage, numero";

    @Override
    public String name() {
        return "Hub tué (SIGKILL) pendant un tirage public, aussitôt après chaque étape";
    }

    @Override
    public String promise() {
        return "la cérémonie reprend à cette étape : rien de ce que l’écran a confirmé n’est perdu, aucune étape ne se fait"
                + " deux fois, la projection montre la même chose";
    }

    @Override
    public Finding run(Ground ground) throws Exception {
        try (var hub = HubProcess.start(ground.folder("ceremonie"))) {
            hub.closeTheCall();
            try (var desk = new CeremonyDesk(hub);
                    var client = HttpClient.newHttpClient()) {
                return new Ceremony(hub, desk, client).play(CeremonySteps.all(!ground.reduced()), ground.reduced());
            }
        }
    }

    /** One ceremony from the freeze to the closing. */
    private static final class Ceremony {

        private final HubProcess hub;
        private final CeremonyDesk desk;
        private final HttpClient client;
        private final Map<String, Integer> acknowledged = new HashMap<>();
        private final List<String> killedAfter = new ArrayList<>();

        Ceremony(HubProcess hub, CeremonyDesk desk, HttpClient client) {
            this.hub = hub;
            this.desk = desk;
            this.client = client;
        }

        Finding play(List<Step> all, boolean reduced) throws Exception {
            List<Step> steps = reduced ? upToTheLastOfEveryDay(all) : all;
            for (Step step : steps) {
                step.act().accept(desk);
                step.writes().forEach((kind, many) -> acknowledged.merge(kind, many, Integer::sum));
                if (step.everyDay() || !reduced) {
                    killAfter(step);
                }
            }
            long register = hub.number("SELECT count(*) FROM registre WHERE acte = 'TIRAGE_EFFECTUE'");
            if (register != 1 || hub.number("SELECT count(*) FROM pv_du_tirage") != 1) {
                throw new AssertionError("not drawn exactly once: " + register);
            }
            return new Shown(
                    killedAfter.size() + " mises à mort sur " + steps.size() + " étapes d’un tirage public ; "
                            + acknowledged.values().stream()
                                    .mapToInt(Integer::intValue)
                                    .sum()
                            + " actes confirmés à l’écran",
                    difference());
        }

        /** What follows is walked by the journey of a whole application, on a hub that nobody kills. */
        private static List<Step> upToTheLastOfEveryDay(List<Step> all) {
            int end = 0;
            for (int i = 0; i < all.size(); i++) {
                end = all.get(i).everyDay() ? i + 1 : end;
            }
            return all.subList(0, end);
        }

        private void killAfter(Step step) throws Exception {
            String wall = wall();
            List<String> facts = hub.rows(FACTS);
            hub.kill();
            hub.again();
            killedAfter.add(step.name());
            List<String> found = hub.rows(FACTS);
            if (!found.equals(facts)) {
                throw new AssertionError("after « " + step.name() + " »: " + facts + " became " + found);
            }
            if (!wall().equals(wall)) {
                throw new AssertionError("the wall shows something else after « " + step.name() + " »");
            }
            desk.signInAgain();
            step.again().accept(desk);
            var tally = difference();
            if (!tally.equals(Tally.ZERO)) {
                throw new AssertionError("after « " + step.name() + " »: " + tally + " " + found);
            }
        }

        /** What screens acknowledged, and what the hub holds of each kind. */
        private Tally difference() throws SQLException {
            long lost = 0;
            long twice = 0;
            for (var kind : acknowledged.entrySet()) {
                long held = hub.number("SELECT count(*) FROM fait_du_tirage WHERE genre = ?", kind.getKey());
                lost += Math.max(0, kind.getValue() - held);
                twice += Math.max(0, held - kind.getValue());
            }
            return new Tally(lost, twice, 0, 0);
        }

        private String wall() throws IOException, InterruptedException, SQLException {
            String call = hub.rows("SELECT id FROM appel").getFirst();
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(hub.url("/projection/" + call + "/etat")))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError("the wall answers " + answer.statusCode());
            }
            return answer.headers().firstValue("ETag").orElse("") + answer.body();
        }
    }
}
