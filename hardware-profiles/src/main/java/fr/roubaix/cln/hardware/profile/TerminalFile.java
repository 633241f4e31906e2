package fr.roubaix.cln.hardware.profile;

import java.util.Locale;

import fr.roubaix.cln.hardware.profile.TerminalProfile.Keyboard;
import fr.roubaix.cln.hardware.profile.TerminalProfile.Kind;
import fr.roubaix.cln.hardware.profile.TerminalProfile.Orientation;
import fr.roubaix.cln.hardware.profile.TerminalProfile.Size;

/** A file of {@code terminals/}, where kiosks are, or of {@code tablets/}. */
final class TerminalFile {

    /** Whole millimetres of a small screen are wrong by as much. */
    private static final double LEAST_SQUARE_PIXEL = 0.03;

    private static final int NEAREST_READER = 250;
    private static final int FARTHEST_READER = 1_500;

    private TerminalFile() {}

    static TerminalProfile read(ProfileFile file) {
        var section = file.section();
        var screen = section.section("screen");
        var pixels = screen.section("pixels");
        var panel = new Size(pixels.integer("width", 320, 10_000), pixels.integer("height", 320, 10_000));
        pixels.end();
        var size = browser(panel, screen);
        var terminal = new TerminalProfile(
                file.device(),
                section.text("name"),
                section.choice("kind", Kind.class),
                screen.choice("orientation", Orientation.class),
                size,
                density(screen, size),
                screen.integer("distance", NEAREST_READER, FARTHEST_READER),
                section.flag("touch"),
                section.choice("keyboard", Keyboard.class));
        screen.end();
        section.end();
        if (size.width() >= size.height() != (terminal.orientation() == Orientation.LANDSCAPE)) {
            throw screen.refusedAt("orientation", "l’orientation ne correspond pas au nombre de pixels.");
        }
        if (!terminal.touch() && terminal.keyboard() == Keyboard.ON_SCREEN) {
            throw section.refusedAt("keyboard", "un clavier à l’écran demande un écran tactile.");
        }
        if ((terminal.kind() == Kind.KIOSK) == file.path().startsWith(ProfileFile.TABLETS + "/")) {
            throw section.refusedAt("kind", "une borne se décrit dans terminals/, une tablette dans tablets/.");
        }
        return terminal;
    }

    /** The pixels of the browser, which the system draws larger than those of the panel. */
    private static Size browser(Size panel, Section screen) {
        if (!screen.has("scale")) {
            return panel;
        }
        double scale = screen.decimal("scale", 1, 4);
        return new Size((int) Math.round(panel.width() / scale), (int) Math.round(panel.height() / scale));
    }

    /** Pixels to a millimetre, as a data sheet gives it or from the size of the picture. */
    private static double density(Section screen, Size pixels) {
        if (screen.has("pixelsPerMillimetre")) {
            return screen.decimal("pixelsPerMillimetre", 1.5, 20);
        }
        var millimetres = screen.section("mm");
        double across = pixels.width() / millimetres.decimal("width", 40, 3_000);
        double down = pixels.height() / millimetres.decimal("height", 40, 3_000);
        millimetres.end();
        if (Math.abs(across / down - 1) > LEAST_SQUARE_PIXEL) {
            throw screen.refusedAt(
                    "mm",
                    String.format(
                            Locale.FRENCH,
                            "les pixels ne seraient pas carrés : %.2f par millimètre en largeur, %.2f en hauteur."
                                    + " Mesurez l’image, sans le cadre.",
                            across,
                            down));
        }
        return across;
    }
}
