package fr.roubaix.cln.hardware.profile;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The known names that look like what was written, nearest first. */
record NearestNames(List<String> names) {

    private static final int AT_MOST = 3;

    static NearestNames of(String written, Collection<String> known) {
        int tolerated = Math.max(2, written.length() / 3);
        return new NearestNames(known.stream()
                .filter(name -> !name.equals(written) && distance(written, name) <= tolerated)
                .sorted(Comparator.<String>comparingInt(name -> distance(written, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(AT_MOST)
                .toList());
    }

    boolean any() {
        return !names.isEmpty();
    }

    /** What to add to a refusal; nothing when no name is near. */
    String sentence() {
        return names.isEmpty()
                ? ""
                : names.stream().collect(Collectors.joining(" », « ", " Vouliez-vous dire « ", " » ?"));
    }

    /** Levenshtein's: letters to add, drop or change. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
