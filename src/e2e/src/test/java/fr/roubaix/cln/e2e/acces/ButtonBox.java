package fr.roubaix.cln.e2e.acces;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A box of four buttons as the browser meets it: real key strokes of F13 to F16, and nothing else. */
final class ButtonBox {

    private static final int MOST_STOPS = 80;
    private static final int MOST_KEYS = 20;

    private final Page page;
    private final CDPSession keys;

    ButtonBox(Page page) {
        this.page = page;
        this.keys = page.context().newCDPSession(page);
    }

    ButtonBox previous() {
        return press(13);
    }

    ButtonBox next() {
        return press(14);
    }

    ButtonBox choose() {
        return press(15);
    }

    ButtonBox cancel() {
        return press(16);
    }

    private ButtonBox press(int function) {
        for (String type : new String[] {"rawKeyDown", "keyUp"}) {
            var stroke = new JsonObject();
            stroke.addProperty("type", type);
            stroke.addProperty("key", "F" + function);
            stroke.addProperty("code", "F" + function);
            stroke.addProperty("windowsVirtualKeyCode", 0x70 + function - 1);
            keys.send("Input.dispatchKeyEvent", stroke);
        }
        return this;
    }

    /** Goes on until it stands on what begins with these words, and sees the focus at each stop. */
    ButtonBox to(String words) {
        var met = new StringBuilder();
        for (int i = 0; i < MOST_STOPS; i++) {
            String name = Focus.seen(next().page);
            if (name.startsWith(words)) {
                return this;
            }
            met.append(name).append(" | ");
        }
        throw new AssertionError("no way to « " + words + " » over " + met);
    }

    /** Goes there and chooses it. */
    ButtonBox take(String words) {
        return to(words).choose();
    }

    /** Goes to a field, writes with its keys, and leaves them. */
    ButtonBox write(String field, String text) {
        take(field);
        text.chars().mapToObj(c -> c == ' ' ? "espace" : Character.toString(c)).forEach(this::strike);
        return cancel();
    }

    private void strike(String key) {
        reach(".touche--rangee[data-touche=\"" + key + "\"]");
        choose();
        reach(".is-focus[data-touche=\"" + key + "\"]");
        choose();
    }

    private void reach(String mark) {
        for (int i = 0; i < MOST_KEYS; i++) {
            if (page.locator(mark).count() > 0) {
                Focus.seen(page);
                return;
            }
            next();
        }
        throw new AssertionError("no key is " + mark);
    }

    /** What was said last to whoever cannot see the keys. */
    String said() {
        return page.locator("cln-quatre-boutons [role=status]").textContent().strip();
    }
}
