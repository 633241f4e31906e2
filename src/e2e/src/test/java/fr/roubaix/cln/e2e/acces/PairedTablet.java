package fr.roubaix.cln.e2e.acces;

import java.util.function.BiConsumer;

import com.microsoft.playwright.Page;

import fr.roubaix.cln.e2e.Screen;

/** A tablet that nobody knows yet, then its first screens once it is paired, over TLS. */
public final class PairedTablet {

    private final Page page;
    private final Screen screen;
    private final String address;
    private final BiConsumer<String, Page> look;

    /**
     * A tablet that is switched on.
     *
     * @param page of a browser that takes the certificate as somebody who compared its fingerprint does
     * @param address of the terminal for tablets
     */
    public PairedTablet(Page page, String address, BiConsumer<String, Page> look) {
        this.page = page;
        this.screen = new Screen(page);
        this.address = address;
        this.look = look;
    }

    /** What it shows before it is known, and after a mistake. */
    public void unknown(String right) {
        screen.open(address).titled("Ajouter cette tablette");
        look.accept("association", page);
        type(right.replace(" ", "").equals("00000000") ? "11111111" : "00000000");
        screen.says("Ce code n’est pas le bon");
        look.accept("association refusée", page);
    }

    /** Types the code that the terminal shows, and arrives at the first screen of whoever holds the tablet. */
    public void pair(String code) {
        type(code);
        page.waitForURL("**/borne/**");
        screen.find(".door, .agent__nom").first().waitFor();
        look.accept("premier écran", page);
    }

    private void type(String code) {
        screen.find("#code").fill(code);
        screen.touch(screen.find("button[type=submit]"));
    }
}
