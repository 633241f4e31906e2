package fr.roubaix.cln.web;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The sizes of a terminal in pixels, computed from millimetres: a finger, and the letters that a reader needs from where
 * they stand (EN 301 549 v3.2.1, 5.1.4 for capital height; ISO 9241-410 for touch targets). They become custom properties
 * of the document, which every style reads.
 *
 * @param pixelsPerMillimetre of the screen, in pixels of the browser
 * @param distance from the eye to the screen, in millimetres
 */
public record Measures(Reader reader, double pixelsPerMillimetre, int distance) {

    /** No target is smaller, in millimetres. */
    public static final double LEAST_TARGET = 12.7;

    /** No two targets are nearer to each other, in millimetres. */
    public static final double LEAST_GAP = 2.5;

    /** No capital letter that a resident reads is smaller, in millimetres. */
    public static final double LEAST_CAPITAL = 3.5;

    /** Height of a capital of Instrument Sans, in em. */
    private static final double CAPITAL = 0.72;

    /** Beyond this a farther reader has to come nearer: the letters would leave no room for the words. */
    private static final double MOST_ENLARGED = 1.25;

    /** Who reads, which decides how large the letters are. */
    public enum Reader {
        KIOSK("kiosk", 600, 17.8, 3.4, 3.56, 4.28, 4.99, 6.05, 7.1),
        RESIDENT_TABLET("tablet-habitant", 450, 12.8, 2.6, 3.5, 3.67, 4.1, 4.7, 5.3),
        /** Not for residents: an agent's letters may be smaller than {@link #LEAST_CAPITAL}. */
        AGENT_TABLET("tablet", 450, 12.8, 2.6, 2.08, 2.44, 2.8, 3.2, 3.7);

        private final String profile;
        private final int usualDistance;
        private final double target;
        private final double gap;
        private final double smallest;
        private final double capital1;
        private final double capital2;
        private final double capital3;
        private final double capital4;

        Reader(
                String profile,
                int usualDistance,
                double target,
                double gap,
                double smallest,
                double capital1,
                double capital2,
                double capital3,
                double capital4) {
            this.profile = profile;
            this.usualDistance = usualDistance;
            this.target = target;
            this.gap = gap;
            this.smallest = smallest;
            this.capital1 = capital1;
            this.capital2 = capital2;
            this.capital3 = capital3;
            this.capital4 = capital4;
        }

        private double capital(int size) {
            return switch (size) {
                case 1 -> capital1;
                case 2 -> capital2;
                case 3 -> capital3;
                case 4 -> capital4;
                default -> throw new IllegalArgumentException("text sizes are 1 to " + DisplaySettings.SIZES);
            };
        }
    }

    /** The 21.5 inch screen of the tokens' own figures. */
    public static Measures usual() {
        return new Measures(Reader.KIOSK, 4.03, 600);
    }

    public Measures {
        if (pixelsPerMillimetre <= 0 || distance <= 0) {
            throw new IllegalArgumentException("a screen has pixels and stands before somebody");
        }
    }

    /** The value of {@code data-profile}. */
    public String profile() {
        return reader.profile;
    }

    /** Least height and width of whatever can be touched, in pixels. */
    public int target() {
        return pixels(reader.target);
    }

    /** Least distance between two targets, in pixels. */
    public int gap() {
        return pixels(reader.gap);
    }

    /** Body text in pixels, at a size from 1 to {@link DisplaySettings#SIZES}. */
    public int body(int size) {
        return letters(reader.capital(size));
    }

    /** The smallest text of the screen, in pixels. */
    public int smallest() {
        return letters(reader.smallest);
    }

    /** The rules that give the document its custom properties; {@code html} twice outweighs the defaults of the tokens. */
    public String css() {
        String bodies = IntStream.rangeClosed(1, DisplaySettings.SIZES)
                .mapToObj(size -> "--cln-body-" + size + ":" + body(size) + "px;")
                .collect(Collectors.joining());
        String fixed = String.format(
                Locale.ROOT,
                "html:root[data-profile]{--cln-mm:%.3fpx;--cln-target:%dpx;--cln-gap-touch:%dpx;--cln-min:%dpx;%s}",
                pixelsPerMillimetre,
                target(),
                gap(),
                smallest(),
                bodies);
        return IntStream.rangeClosed(1, DisplaySettings.SIZES)
                .mapToObj(size -> "html:root[data-profile][data-size=\"" + size + "\"]{--cln-body:" + body(size)
                        + "px;--aura-base-font-size:" + body(size) + ";}")
                .collect(Collectors.joining("", fixed, ""));
    }

    private int letters(double capital) {
        double farther = Math.clamp(distance / (double) reader.usualDistance, 1, MOST_ENLARGED);
        return pixels(capital * farther / CAPITAL);
    }

    /** Upwards: a pixel too few would be under the floor. */
    private int pixels(double millimetres) {
        return (int) Math.ceil(millimetres * pixelsPerMillimetre - 1e-9);
    }
}
