package fr.roubaix.cln.verifier;

import fr.roubaix.cln.verifier.JsonReader.Kind;
import fr.roubaix.cln.verifier.JsonReader.Token;

/** Names the first difference between a {@code pv.json} and what recomputing gives. */
final class FirstDifference {

    private FirstDifference() {}

    /** For example {@code repartition[2].femmes : lu 3, recalculé 2}. Both must be JSON; they must differ. */
    static String between(byte[] read, byte[] recomputed) {
        var ici = new JsonReader(read);
        var la = new JsonReader(recomputed);
        while (true) {
            Token lu = ici.next();
            Token attendu = la.next();
            if (!lu.equals(attendu)) {
                return path(ici, la, lu, attendu) + " : " + phrase(describe(lu), describe(attendu));
            }
            if (lu.kind() == Kind.END || lu.kind() == Kind.MALFORMED) {
                return layout(read, recomputed);
            }
        }
    }

    static String phrase(String read, String recomputed) {
        return "lu " + read + ", recalculé " + recomputed;
    }

    /** The place as recomputed; where the file has more than it should, the place of what is too much. */
    private static String path(JsonReader ici, JsonReader la, Token lu, Token attendu) {
        boolean tooMuch = attendu.kind() == Kind.ARRAY_END || attendu.kind() == Kind.OBJECT_END;
        String path = tooMuch && lu.kind() != Kind.END ? ici.path() : la.path();
        return path.isEmpty() ? "début du fichier" : Quotation.of(path);
    }

    private static String describe(Token token) {
        return switch (token.kind()) {
            case OBJECT -> "un objet";
            case ARRAY -> "une liste";
            case OBJECT_END -> "la fin de l’objet";
            case ARRAY_END -> "la fin de la liste";
            case NAME -> "la clé « " + Quotation.of(token.text()) + " »";
            case STRING -> "« " + Quotation.of(token.text()) + " »";
            case NUMBER, LITERAL -> Quotation.of(token.text());
            case END, MALFORMED -> "la fin du fichier";
        };
    }

    /** Same values, other bytes: spaces, escapes, line feeds. */
    private static String layout(byte[] read, byte[] recomputed) {
        int line = 1;
        int i = 0;
        while (i < read.length && i < recomputed.length && read[i] == recomputed[i]) {
            if (read[i] == '\n') {
                line++;
            }
            i++;
        }
        return "mise en forme, ligne " + line + " : les valeurs sont les bonnes, mais pas l’octet " + (i + 1);
    }
}
