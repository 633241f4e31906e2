package fr.roubaix.cln.adresses;

/**
 * How much a typed word looks or sounds like one of the vocabulary, from 0 (nothing in common) to 1 (the same). The
 * constants order the ways of being alike: the same, the beginning, the same sound, typing errors.
 */
final class WordLikeness {

    private static final double BEGINNING_OF_LAST = 0.96;
    private static final double BEGINNING = 0.88;
    private static final double SAME_SOUND = 0.9;
    private static final double ALIKE = 0.92;
    private static final double ALIKE_BEGINNING = 0.88;
    private static final double ALIKE_SOUND = 0.85;
    private static final double COST_OF_ERRORS = 0.8;

    private final Typos typos = new Typos();

    /**
     * @param last whether the word is the last one typed, which may not be finished
     * @param typedSound its {@link Phonetics}, as {@code wordSound} is that of the other
     */
    double between(String typed, String typedSound, boolean last, String word, String wordSound) {
        if (typed.equals(word)) {
            return 1;
        }
        boolean begins = word.startsWith(typed);
        if (begins) {
            return last ? BEGINNING_OF_LAST : BEGINNING;
        }
        if (digits(typed) || digits(word)) {
            return 0;
        }
        double letters = letters(typed, word, last);
        return Math.max(letters, sounds(typedSound, wordSound, last));
    }

    private double letters(String typed, String word, boolean last) {
        int length = typed.length();
        int allowed = allowed(length);
        if (allowed == 0 || length - word.length() > allowed || (!last && word.length() - length > allowed)) {
            return 0;
        }
        int errors = typos.between(typed, word);
        double whole = errors <= allowed ? ALIKE - COST_OF_ERRORS * errors / Math.max(length, word.length()) : 0;
        int toBeginning = typos.toPrefix();
        boolean beginning = last && length >= 4 && toBeginning <= (length < 7 ? 1 : 2);
        return Math.max(whole, beginning ? ALIKE_BEGINNING - COST_OF_ERRORS * toBeginning / length : 0);
    }

    private double sounds(String typed, String word, boolean last) {
        if (typed.length() < 2) {
            return 0;
        }
        if (typed.equals(word)) {
            return SAME_SOUND;
        }
        int length = typed.length();
        if (last && length >= 3 && word.startsWith(typed)) {
            return ALIKE_SOUND - 0.05;
        }
        int allowed = length >= 7 ? 2 : length >= 4 ? 1 : 0;
        if (allowed == 0 || Math.abs(length - word.length()) > allowed) {
            return 0;
        }
        int errors = typos.between(typed, word);
        return errors <= allowed ? ALIKE_SOUND - COST_OF_ERRORS * errors / Math.max(length, word.length()) : 0;
    }

    /** Whole names without their spaces, so that "jeanlebas" finds "Jean Lebas". */
    double joined(String typed, String name) {
        int length = typed.length();
        int allowed = length / 5;
        if (length < 5 || Math.abs(length - name.length()) > allowed) {
            return 0;
        }
        int errors = typos.between(typed, name);
        return errors <= allowed ? ALIKE - COST_OF_ERRORS * errors / length : 0;
    }

    /** How many errors a person may make in a word of this length before it becomes another word. */
    private static int allowed(int length) {
        return length < 3 ? 0 : length < 6 ? 1 : length < 9 ? 2 : 3;
    }

    private static boolean digits(String word) {
        return Character.isDigit(word.charAt(0));
    }
}
