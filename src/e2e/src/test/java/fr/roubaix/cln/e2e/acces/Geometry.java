package fr.roubaix.cln.e2e.acces;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;

import fr.roubaix.cln.hardware.profile.TerminalProfile;
import fr.roubaix.cln.hardware.profile.TerminalProfile.Kind;

/**
 * What a ruler held against a terminal's screen would show: a target under 12.7 mm, two targets nearer than 2.5 mm, letters
 * under 3.5 mm for residents, text that is cut or covered, a primary action out of sight. The script is {@code geometry.js}.
 */
public final class Geometry {

    private static final double LEAST_TARGET = 12.7;
    private static final double LEAST_GAP = 2.5;
    private static final double LEAST_CAPITAL = 3.5;
    private static final String SCRIPT = script();

    private final TerminalProfile terminal;

    public Geometry(TerminalProfile terminal) {
        this.terminal = terminal;
    }

    /**
     * What is wrong with the page as it stands, in words; empty when nothing is.
     *
     * @param primaryInSight whether the primary action must show without scrolling
     * @param mayScroll whether what explains the council may be longer than its place; a pad never may
     */
    public List<String> faults(Page page, boolean primaryInSight, boolean mayScroll) {
        double capital = terminal.kind() == Kind.AGENT_TABLET ? 0 : LEAST_CAPITAL;
        var found = (List<?>) page.evaluate(
                SCRIPT,
                Map.of(
                        "density",
                        terminal.pixelsPerMillimetre(),
                        "leastTarget",
                        LEAST_TARGET,
                        "leastGap",
                        LEAST_GAP,
                        "leastCapital",
                        capital,
                        "primaryInSight",
                        primaryInSight,
                        "mayScroll",
                        mayScroll));
        return found.stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (InputStream in = Geometry.class.getResourceAsStream("geometry.js")) {
            if (in == null) {
                throw new IllegalStateException("geometry.js is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
