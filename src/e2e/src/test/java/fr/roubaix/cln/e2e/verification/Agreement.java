package fr.roubaix.cln.e2e.verification;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import fr.roubaix.cln.domaine.tirage.Des;
import fr.roubaix.cln.domaine.tirage.Drand;
import fr.roubaix.cln.domaine.tirage.Graine;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.Resultat.Accepte;
import fr.roubaix.cln.domaine.tirage.Resultat.Refuse;
import fr.roubaix.cln.domaine.tirage.TirageAuSort;
import fr.roubaix.cln.domaine.tirage.VersionDuReglement;
import fr.roubaix.cln.e2e.verification.PackagedVerifier.Answer;
import fr.roubaix.cln.testkit.tirage.TirageAuHasard;
import fr.roubaix.cln.verifier.PvJson;

/**
 * The same random draws done by the hub's classes, by the downloaded jar and by the browser: the same bytes, or the same
 * refusal word for word.
 */
public final class Agreement implements AutoCloseable {

    private static final int LOT = 50;

    private final PackagedVerifier jar;
    private final BrowserVerifier browser;

    /** @param folder where files may be written */
    public Agreement(Path folder) {
        jar = new PackagedVerifier(folder);
        browser = new BrowserVerifier(folder);
    }

    /**
     * What came out.
     *
     * @param drawn lists that gave members; the others were refused, as they should be
     * @param disagreements what differed, in words
     */
    public record Outcome(int lists, int drawn, List<String> disagreements) {}

    /** Does so many random draws. */
    public Outcome of(int lists, long seed) {
        var random = new Random(seed);
        var disagreements = new ArrayList<String>();
        int drawn = 0;
        for (int done = 0; done < lists; done += LOT) {
            List<TirageAuHasard> lot = random.ints(Math.min(LOT, lists - done))
                    .mapToObj(s -> TirageAuHasard.suivant(new Random(s)))
                    .toList();
            List<Answer> answers = lot.stream().map(jar::draw).toList();
            var pairs = new ArrayList<BrowserVerifier.Pair>();
            for (int i = 0; i < lot.size(); i++) {
                pairs.add(
                        new BrowserVerifier.Pair(answers.get(i).pv(), lot.get(i).octets()));
            }
            List<String> phrases = browser.verify(pairs);
            for (int i = 0; i < lot.size(); i++) {
                Answer answer = answers.get(i);
                drawn += answer.refusal().isEmpty() ? 1 : 0;
                compare("list " + (done + i) + " of seed " + seed, lot.get(i), answer, phrases.get(i), disagreements);
            }
        }
        return new Outcome(lists, drawn, List.copyOf(disagreements));
    }

    private void compare(
            String which, TirageAuHasard draw, Answer answer, String browserSays, List<String> disagreements) {
        Answer hub = hub(draw);
        if (!Arrays.equals(hub.pv(), answer.pv()) || !hub.refusal().equals(answer.refusal())) {
            disagreements.add(which + ": hub « " + hub.refusal() + " », jar « " + answer.refusal() + " »");
        }
        String expected = answer.refusal().isEmpty() ? "CONFORME" : answer.refusal();
        if (!browserSays.equals(expected)) {
            disagreements.add(which + ": browser « " + browserSays + " », jar « " + expected + " »");
        }
        if (answer.refusal().isEmpty()) {
            String jarSays = jar.verify(hub.pv(), draw.octets());
            if (!jarSays.equals("CONFORME")) {
                disagreements.add(which + ": the jar says of the hub « " + jarSays + " »");
            }
        }
    }

    /** As the hub draws when the dice are in. */
    private static Answer hub(TirageAuHasard draw) {
        return switch (ListeDuTirage.lire(draw.octets())) {
            case Refuse(var defaut) -> new Answer(new byte[0], defaut.phrase());
            case Accepte(var liste) -> {
                Drand drand = draw.drand()
                        .map(texte -> {
                            if (Drand.lire(texte) instanceof Accepte<Drand>(var lu)) {
                                return lu;
                            }
                            throw new IllegalStateException("a drand round that was made to be right");
                        })
                        .orElse(null);
                var graine = new Graine(draw.lecture(), liste.empreinte(), new Des(draw.des()), drand);
                yield new Answer(
                        PvJson.write(TirageAuSort.tirer(liste, graine, new VersionDuReglement(draw.reglement()))), "");
            }
        };
    }

    /** A list of five thousand people, drawn: how long the browser takes, in milliseconds. */
    public Map<String, Double> timesForFiveThousand() {
        var text = new StringBuilder("id;secteur;sexe;classe;qualite\n");
        String[] sectors = {"CENTRE", "EST", "NORD", "OUEST", "SUD"};
        String[] classes = {"16-25", "26-64", "65+"};
        for (int i = 0; i < 5_000; i++) {
            text.append("%010d;%s;%s;%s;CANDIDAT%n"
                    .formatted(i, sectors[i % 5], i % 2 == 0 ? "F" : "H", classes[i % 3])
                    .replace(System.lineSeparator(), "\n"));
        }
        byte[] list = text.toString().getBytes(StandardCharsets.UTF_8);
        var draw = new TirageAuHasard(
                text.toString(), "314159265358979323846264338327", Optional.empty(), Lecture.SIEGE_RESERVE, "2025");
        return browser.times(new BrowserVerifier.Pair(jar.draw(draw).pv(), list));
    }

    @Override
    public void close() {
        browser.close();
        jar.close();
    }
}
