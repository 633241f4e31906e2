package fr.roubaix.cln.e2e.acces;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

import com.microsoft.playwright.Page;

import fr.roubaix.cln.e2e.Axe;
import fr.roubaix.cln.hardware.profile.TerminalProfile;

/** One screen in every theme and text size that is asked for: what axe and the ruler find there. */
public final class Combinations {

    private static final List<String> THEMES = List.of("clair", "sombre", "contraste-clair", "contraste-sombre");
    private static final int SIZES = 4;

    /** Above this text size the primary action may need scrolling. */
    private static final int LARGEST_WITH_THE_ACTION_IN_SIGHT = 3;

    /** Above this one what explains the council may. */
    private static final int LARGEST_WITHOUT_SCROLLING = 2;

    private final TerminalProfile terminal;
    private BiPredicate<String, Integer> asked;
    private final List<String> violations = new ArrayList<>();
    private int seen;

    /** @param asked whether a theme and a text size are looked at */
    public Combinations(TerminalProfile terminal, BiPredicate<String, Integer> asked) {
        this.terminal = terminal;
        this.asked = asked;
    }

    /** Looks at other themes and text sizes from here on. */
    public void asked(BiPredicate<String, Integer> others) {
        asked = others;
    }

    /** Looks at the screen of this page, and leaves it in the first theme and size. */
    public void look(String screen, Page page) {
        for (String theme : THEMES) {
            for (int size = 1; size <= SIZES; size++) {
                if (asked.test(theme, size)) {
                    look(screen, page, theme, size);
                }
            }
        }
        show(page, THEMES.getFirst(), 1);
    }

    private void look(String screen, Page page, String theme, int size) {
        seen++;
        show(page, theme, size);
        String where = terminal.id() + " · " + screen + " · " + theme + " · " + size + " : ";
        new Geometry(terminal)
                .faults(page, size <= LARGEST_WITH_THE_ACTION_IN_SIGHT, size > LARGEST_WITHOUT_SCROLLING)
                .forEach(fault -> violations.add(where + fault));
        Axe.violations(page).forEach(violation -> violations.add(where + violation));
    }

    /** As {@code <cln-reglages>} does it; then two frames, so that everything has its new place. */
    private static void show(Page page, String theme, int size) {
        page.evaluate(
                "([theme, size]) => { Object.assign(document.documentElement.dataset, {theme, size});"
                        + " return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))); }",
                List.of(theme, Integer.toString(size)));
    }

    /** How many screens × themes × sizes were looked at. */
    public int seen() {
        return seen;
    }

    /** What was found, each with where it was. */
    public List<String> violations() {
        return List.copyOf(violations);
    }
}
