package fr.roubaix.cln.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.WaitForSelectorState;

/** A page as a person meets it: buttons by their words, fields by their labels. */
public final class Screen {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int BURST_MILLIS = 400;
    private static final double NANOS_PER_MILLI = 1e6;

    /** For waiting until something has left the screen. */
    public static final Locator.WaitForOptions GONE =
            new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);

    private final Page page;
    private long touched = System.nanoTime();

    public Screen(Page page) {
        this.page = page;
        page.setDefaultTimeout(PATIENCE_MILLIS);
    }

    public Screen open(String url) {
        page.navigate(url);
        return this;
    }

    /** Waits for the title of a screen. */
    public Screen titled(String words) {
        heading(words).waitFor();
        return this;
    }

    public Screen says(String words) {
        page.getByText(words).first().waitFor();
        return this;
    }

    /** Touches the last button of these words; the keys of a pad are typed on. */
    public Screen touch(String words) {
        var button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words))
                .last();
        if (words.length() > 1) {
            return touch(button);
        }
        button.click();
        return touched();
    }

    /** Touches a button, once anybody has had the time to see it: sooner, at the same place, it would be a burst. */
    public Screen touch(Locator button) {
        double since = (System.nanoTime() - touched) / NANOS_PER_MILLI;
        if (since < BURST_MILLIS) {
            page.waitForTimeout(BURST_MILLIS - since);
        }
        button.click();
        return touched();
    }

    private Screen touched() {
        touched = System.nanoTime();
        return this;
    }

    public Screen write(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first()
                .fill(text);
        return this;
    }

    /** Chooses one of several answers by the place it has among them, from 0. */
    public Screen choose(int place) {
        page.locator("vaadin-radio-button").nth(place).click();
        return this;
    }

    /** Chooses an item of a list by its words. */
    public Screen choose(String label, String item) {
        page.locator("vaadin-select:has(label:text-is('" + label + "'))").click();
        page.locator("vaadin-select-item:has-text('" + item + "')").last().click();
        return this;
    }

    /** The person tells their sector: at once without an address base, else once they said that it lacks their address. */
    public Screen livesInNord() {
        var lacking = page.locator("vaadin-radio-button:has-text('pas dans la liste')");
        var sector = page.locator("vaadin-radio-button:has-text('Nord')");
        lacking.or(sector).first().waitFor();
        if (lacking.count() > 0) {
            lacking.click();
        }
        sector.last().click();
        return this;
    }

    /** Renews a picture of the README, when {@code -Dcln.images} asks for it. */
    public Screen picture(String name) {
        if (System.getProperty("cln.images") != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(System.getProperty("cln.racine"), "src/docs/images", name + ".png"))
                    .setAnimations(ScreenshotAnimations.DISABLED));
        }
        return this;
    }

    /** Real keys, to whatever has the focus. */
    public Screen press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    /** Goes on with the tabulation key until an element of this name has the focus. */
    public Screen tabTo(String element) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (element.equals(page.evaluate("() => document.activeElement.localName"))) {
                return this;
            }
        }
        throw new AssertionError("no key leads to " + element);
    }

    /** Waits until what has the focus is, or stands in, this. */
    public Screen focusIsIn(String selector) {
        page.waitForFunction("s => document.activeElement.closest(s) !== null", selector);
        return this;
    }

    public Screen tick(String selector) {
        page.locator(selector).first().click();
        return this;
    }

    public Locator find(String selector) {
        return page.locator(selector);
    }

    /** Whether something shows up within a second. */
    public boolean appears(String selector) {
        try {
            page.locator(selector).first().waitFor(new Locator.WaitForOptions().setTimeout(1_000));
            return true;
        } catch (TimeoutError e) {
            return false;
        }
    }

    public Screen back() {
        page.goBack();
        return this;
    }

    public Screen reload() {
        page.reload();
        return this;
    }

    public Path download(String linkWords) {
        Download download =
                page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(linkWords))
                        .click());
        return download.path();
    }

    /** No violation of WCAG 2.2 A and AA that axe can see, once what comes in has come in. */
    public Screen isAccessible() {
        page.waitForFunction("() => document.getAnimations().every(a => a.playState !== 'running'"
                + " || a.effect.getComputedTiming().endTime > 2000)");
        assertThat(Axe.violations(page)).as(page.url()).isEmpty();
        return this;
    }

    /** Nobody has to scroll sideways (WCAG 2.2, 1.4.10). */
    public Screen isNoWiderThanItsWindow() {
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .as("the page is no wider than its window")
                .isEqualTo(true);
        return this;
    }

    /** The body scrolls nowhere: everything that matters is on the screen. */
    public Screen fits() {
        assertThat(page.evaluate("() => document.documentElement.scrollHeight <= window.innerHeight"))
                .as("the page is no taller than the screen")
                .isEqualTo(true);
        return this;
    }

    public Screen doesNotSay(String words) {
        assertThat(page.getByText(words)).hasCount(0);
        return this;
    }

    private Locator heading(String words) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words))
                .first();
    }
}
