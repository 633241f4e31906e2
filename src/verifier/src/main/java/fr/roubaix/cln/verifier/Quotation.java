package fr.roubaix.cln.verifier;

/** A text made fit to quote in a sentence: short, on one line, harmless to a terminal. */
final class Quotation {

    private static final int LONGEST = 100;

    private Quotation() {}

    static String of(String text) {
        var quotation = new StringBuilder();
        text.codePoints().limit(LONGEST).map(c -> isShowable(c) ? c : '\uFFFD').forEach(quotation::appendCodePoint);
        return text.codePointCount(0, text.length()) > LONGEST ? quotation + "…" : quotation.toString();
    }

    private static boolean isShowable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
