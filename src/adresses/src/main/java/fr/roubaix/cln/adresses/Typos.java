package fr.roubaix.cln.adresses;

/**
 * How many typing errors lie between two words: a letter too many, missing, replaced, or two neighbours exchanged
 * (optimal string alignment distance). One instance serves one thread: its rows are used again and again.
 */
final class Typos {

    /** Longer words are cut: no typing error matters beyond. */
    private static final int LONGEST = 64;

    private int[] before = new int[LONGEST + 1];
    private int[] last = new int[LONGEST + 1];
    private int[] current = new int[LONGEST + 1];
    private int toPrefix;

    /** Errors between the two whole words. {@link #toPrefix()} then says how many to the best beginning of the second. */
    int between(String typed, String word) {
        int rows = Math.min(typed.length(), LONGEST);
        int columns = Math.min(word.length(), LONGEST);
        for (int j = 0; j <= columns; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= rows; i++) {
            row(typed, word, i, columns);
            var freed = before;
            before = last;
            last = current;
            current = freed;
        }
        toPrefix = Integer.MAX_VALUE;
        for (int j = 0; j <= columns; j++) {
            toPrefix = Math.min(toPrefix, last[j]);
        }
        return last[columns];
    }

    private void row(String typed, String word, int i, int columns) {
        char own = typed.charAt(i - 1);
        current[0] = i;
        for (int j = 1; j <= columns; j++) {
            char other = word.charAt(j - 1);
            int cost = own == other ? 0 : 1;
            int best = Math.min(Math.min(last[j] + 1, current[j - 1] + 1), last[j - 1] + cost);
            if (i > 1 && j > 1 && own == word.charAt(j - 2) && typed.charAt(i - 2) == other) {
                best = Math.min(best, before[j - 2] + 1);
            }
            current[j] = best;
        }
    }

    /** Errors between the word last typed and the nearest beginning of the one it was compared with. */
    int toPrefix() {
        return toPrefix;
    }
}
