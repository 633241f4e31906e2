package fr.roubaix.cln.hub.bench;

import java.util.Arrays;

/** What is made of a run of measures. */
final class Figures {

    private Figures() {}

    static double median(double[] values) {
        return percentile(values, 50);
    }

    static double percentile(double[] values, int percent) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
