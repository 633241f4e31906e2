package fr.roubaix.cln.e2e.acces;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A scanner that passes for an American keyboard, on a machine whose layout is French: what is written is not what was struck. */
final class WedgeKeys {

    private static final String FRENCH_DIGITS = "à&é\"'(-è_ç";
    private static final int SHIFT = 8;

    /** Seconds between two keys, as the system dates them. */
    private static final double QUICKLY = 0.003;

    private final CDPSession keys;
    private double at;

    WedgeKeys(Page page) {
        keys = page.context().newCDPSession(page);
    }

    /** Strikes capitals, digits and colons, then Enter. */
    void reads(String text) {
        at = System.currentTimeMillis() / 1_000.0;
        text.chars().forEach(c -> strike((char) c));
        send("keyDown", "Enter", "Enter", "\r", 0);
        send("keyUp", "Enter", "Enter", null, 0);
    }

    private void strike(char c) {
        if (Character.isDigit(c)) {
            String french = String.valueOf(FRENCH_DIGITS.charAt(c - '0'));
            press(french, "Digit" + c, 0);
            return;
        }
        send("rawKeyDown", "Shift", "ShiftLeft", null, SHIFT);
        if (c == ':') {
            press("M", "Semicolon", SHIFT);
        } else {
            press(french(c), "Key" + c, SHIFT);
        }
        send("keyUp", "Shift", "ShiftLeft", null, 0);
    }

    private static String french(char c) {
        return switch (c) {
            case 'A' -> "Q";
            case 'Q' -> "A";
            case 'W' -> "Z";
            case 'Z' -> "W";
            case 'M' -> "?";
            default -> String.valueOf(c);
        };
    }

    private void press(String key, String code, int modifiers) {
        send("keyDown", key, code, key, modifiers);
        send("keyUp", key, code, null, modifiers);
    }

    private void send(String type, String key, String code, String text, int modifiers) {
        var event = new JsonObject();
        event.addProperty("type", type);
        event.addProperty("key", key);
        event.addProperty("code", code);
        event.addProperty("modifiers", modifiers);
        at += QUICKLY;
        event.addProperty("timestamp", at);
        if (text != null) {
            event.addProperty("text", text);
        }
        keys.send("Input.dispatchKeyEvent", event);
    }
}
