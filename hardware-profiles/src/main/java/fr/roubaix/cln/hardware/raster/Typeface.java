package fr.roubaix.cln.hardware.raster;

import java.awt.Font;
import java.awt.font.TextAttribute;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The letters of a receipt, in two weights. Taken from the fonts of the operating system, through fontconfig: the first
 * of a short list that is there, else the JVM's own choice of a sans serif.
 */
public final class Typeface {

    // Wide open shapes that stay legible in one bit; the screens' own face first, when a terminal has it installed.
    private static final List<String> PREFERRED =
            List.of("Instrument Sans", "Noto Sans", "DejaVu Sans", "Liberation Sans");

    private final Font regular;
    private final Font bold;
    private final Map<Style, Font> fonts = new ConcurrentHashMap<>();

    private Typeface(Font regular, Font bold) {
        this.regular = regular;
        this.bold = bold;
    }

    /** The best family installed on this machine. Takes a while the first time: keep the result. */
    public static Typeface installed() {
        return PREFERRED.stream()
                .filter(Typeface::isInstalled)
                .findFirst()
                .map(Typeface::named)
                .orElseGet(() -> named(Font.SANS_SERIF));
    }

    /** The best family installed that holds every letter of a text; none when no font of this machine does. */
    public static Optional<Typeface> installedFor(String text) {
        return PREFERRED.stream()
                .filter(Typeface::isInstalled)
                .map(Typeface::named)
                .filter(face -> face.holds(text))
                .findFirst();
    }

    /** Whether every letter of a text can be drawn: the others would come out as empty squares. */
    public boolean holds(String text) {
        // What only says in which direction to read has no shape of its own.
        String drawn = text.codePoints()
                .filter(letter -> Character.getType(letter) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return regular.canDisplayUpTo(drawn) < 0 && bold.canDisplayUpTo(drawn) < 0;
    }

    /** One family; a family that is not installed becomes the JVM's default. */
    public static Typeface named(String family) {
        return new Typeface(new Font(family, Font.PLAIN, 1), new Font(family, Font.BOLD, 1));
    }

    private static boolean isInstalled(String family) {
        // Asking for the list of all families would open every font file of the machine.
        return new Font(family, Font.PLAIN, 1).getFamily().equals(family);
    }

    /** The name of the family in use. */
    public String family() {
        return regular.getFamily();
    }

    Font font(Style style) {
        return fonts.computeIfAbsent(style, this::derive);
    }

    private Font derive(Style style) {
        Font weight = style.bold() ? bold : regular;
        return weight.deriveFont(
                Map.of(TextAttribute.SIZE, style.size(), TextAttribute.KERNING, TextAttribute.KERNING_ON));
    }

    /**
     * How a text looks.
     *
     * @param size of the em, in dots
     */
    public record Style(int size, boolean bold) {
        /** Running text. */
        public static Style regular(int size) {
            return new Style(size, false);
        }

        /** What must be seen. */
        public static Style bold(int size) {
            return new Style(size, true);
        }
    }
}
