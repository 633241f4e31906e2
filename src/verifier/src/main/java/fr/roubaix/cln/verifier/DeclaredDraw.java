package fr.roubaix.cln.verifier;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.tirage.Des;
import fr.roubaix.cln.domaine.tirage.Drand;
import fr.roubaix.cln.domaine.tirage.Graine;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.Resultat;
import fr.roubaix.cln.domaine.tirage.Resultat.Accepte;
import fr.roubaix.cln.domaine.tirage.Resultat.Refuse;
import fr.roubaix.cln.domaine.tirage.VersionDuReglement;
import fr.roubaix.cln.verifier.JsonReader.Kind;
import fr.roubaix.cln.verifier.JsonReader.Token;

/** The rule and the seed that a {@code pv.json} states: all that is taken from it, the rest being recomputed. */
final class DeclaredDraw {

    private static final Set<String> WANTED =
            Set.of("format", "reglement", "lecture", "liste.sha256", "graine.des", "graine.drand");

    private final ListeDuTirage liste;
    private final Map<String, Token> values = new HashMap<>();
    private @Nullable String difference;

    private DeclaredDraw(ListeDuTirage liste) {
        this.liste = liste;
    }

    /** What was found. */
    sealed interface Outcome {
        record Usable(Graine graine, VersionDuReglement reglement) implements Outcome {}

        record Unusable(String difference) implements Outcome {}
    }

    /** Reads the file to its end, so that a file that is not JSON is named as such wherever the fault is. */
    static Outcome read(byte[] pv, ListeDuTirage liste) {
        var declared = new DeclaredDraw(liste);
        return declared.collect(new JsonReader(pv))
                .<Outcome>map(Outcome.Unusable::new)
                .orElseGet(declared::judge);
    }

    private Optional<String> collect(JsonReader reader) {
        while (true) {
            Token token = reader.next();
            switch (token.kind()) {
                case END -> {
                    return Optional.empty();
                }
                case MALFORMED -> {
                    return Optional.of("le procès-verbal n’est pas du JSON, " + token.text());
                }
                case STRING, NUMBER, LITERAL -> {
                    String path = reader.path();
                    if (WANTED.contains(path)) {
                        values.put(path, token);
                    }
                }
                case OBJECT, OBJECT_END, ARRAY, ARRAY_END, NAME -> {}
            }
        }
    }

    /** In the order of the file, so that the first difference is named. */
    private Outcome judge() {
        expect("format", PvJson.FORMAT);
        VersionDuReglement reglement = accept("reglement", VersionDuReglement.lire(text("reglement")));
        Lecture lecture = Arrays.stream(Lecture.values())
                .filter(l -> l.name().equals(text("lecture")))
                .findFirst()
                .orElse(null);
        if (lecture == null) {
            differ("lecture", "valeur inconnue « " + Quotation.of(text("lecture")) + " »");
        }
        expect("liste.sha256", liste.empreinte().hex());
        Des des = accept("graine.des", Des.lire(text("graine.des")));
        Drand drand = isNull("graine.drand") ? null : accept("graine.drand", Drand.lire(text("graine.drand")));
        if (difference != null || reglement == null || lecture == null || des == null) {
            return new Outcome.Unusable(difference == null ? "" : difference);
        }
        return new Outcome.Usable(new Graine(lecture, liste.empreinte(), des, drand), reglement);
    }

    private void expect(String path, String expected) {
        if (!text(path).equals(expected)) {
            differ(path, FirstDifference.phrase("« " + Quotation.of(text(path)) + " »", "« " + expected + " »"));
        }
    }

    private <T> @Nullable T accept(String path, Resultat<T> resultat) {
        return switch (resultat) {
            case Accepte(var valeur) -> valeur;
            case Refuse(var defaut) -> {
                differ(path, defaut.phrase());
                yield null;
            }
        };
    }

    private void differ(String path, String reason) {
        if (difference == null) {
            difference = values.containsKey(path) ? path + " : " + reason : path + " : texte absent";
        }
    }

    private boolean isNull(String path) {
        Token token = values.get(path);
        return token != null && token.kind() == Kind.LITERAL && token.text().equals("null");
    }

    /** The string at a path, or an empty one, which no path accepts. */
    private String text(String path) {
        Token token = values.get(path);
        return token != null && token.kind() == Kind.STRING ? token.text() : "";
    }
}
