package fr.roubaix.cln.hub.documents;

/** What a document can hold of a text that somebody typed: its XML knows no control character but three. */
public final class TexteImprimable {

    /** The longest text that is printed as it was typed, in characters. */
    public static final int MAXIMUM = 2_000;

    private TexteImprimable() {}

    /** Whether a text can stand in the documents: not too long, and of characters that can be printed. */
    public static boolean imprimable(String texte) {
        return texte.codePointCount(0, texte.length()) <= MAXIMUM
                && texte.codePoints().allMatch(TexteImprimable::imprimable);
    }

    private static boolean imprimable(int signe) {
        return switch (signe) {
            case '\n', '\r', '\t' -> true;
            default ->
                !Character.isISOControl(signe)
                        && Character.getType(signe) != Character.SURROGATE
                        && (signe & 0xFFFE) != 0xFFFE;
        };
    }
}
