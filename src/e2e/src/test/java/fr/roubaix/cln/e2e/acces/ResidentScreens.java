package fr.roubaix.cln.e2e.acces;

import java.util.List;
import java.util.function.BiConsumer;

import com.microsoft.playwright.Page;

import fr.roubaix.cln.e2e.Screen;

/**
 * Goes through the screens that a resident can meet, in the order of a visit and in one language, and has each looked at. It
 * finds its way by what a screen is made of, never by words, which differ from one language to the next.
 */
public final class ResidentScreens {

    private static final String FRENCH = "fr";
    private static final List<String> LANGUAGES = List.of(FRENCH, "fr-facile", "en", "ar", "pt");
    private static final List<String> BAR = List.of("langue", "taille", "contraste", "écouter", "agent");
    private static final String PRIMARY = "vaadin-button[theme~='primary']";

    private final Page page;
    private final Screen screen;
    private final String kiosk;
    private final BiConsumer<String, Page> look;
    private String language = FRENCH;
    private boolean everything;

    /**
     * A walk, not begun.
     *
     * @param kiosk address of the terminal, whose call is open
     * @param look told the name of each screen while it stands
     */
    public ResidentScreens(Page page, String kiosk, BiConsumer<String, Page> look) {
        this.page = page;
        this.screen = new Screen(page);
        this.kiosk = kiosk;
        this.look = look;
    }

    /** The languages of residents, French first. */
    public static List<String> languages() {
        return LANGUAGES;
    }

    /** Also what takes longer: every dialog, the idle warning, the keyboard over a field. */
    public ResidentScreens whole() {
        everything = true;
        return this;
    }

    public ResidentScreens in(String spoken) {
        language = spoken;
        return this;
    }

    public void walk() {
        home();
        others();
        sixSteps();
    }

    /** The building blocks, where the terminal shows them. */
    public void gallery() {
        screen.open(kiosk + "galerie").titled("Composants");
        List<String> names = screen.find(".galerie__liste vaadin-button").allInnerTexts();
        for (String name : names) {
            screen.open(kiosk + "galerie/" + name.strip()).titled(name.strip());
            look.accept("galerie " + name.strip(), page);
        }
    }

    /** The second page of what has more than one, at the size that leaves the least room. */
    private void nextPage(String name) {
        var next = screen.find("[data-tourner='suite']:not([disabled])");
        if (everything && next.isVisible()) {
            screen.touch(next);
            see(name + ", page suivante");
        }
    }

    private void see(String name) {
        look.accept(language.equals(FRENCH) ? name : name + " (" + language + ")", page);
    }

    private void openHome() {
        screen.open(kiosk);
        screen.find(".door").first().waitFor();
        if (!language.equals(FRENCH)) {
            dialog(BAR.indexOf("langue"));
            screen.touch(screen.find(".langues .sample").nth(LANGUAGES.indexOf(language)));
            noDialog();
            screen.find("html[lang='" + language.replace("fr-facile", FRENCH) + "']")
                    .waitFor();
        }
    }

    private void home() {
        openHome();
        see("accueil");
        for (String name :
                everything ? List.of("langue", "taille", "contraste", "agent") : List.of("taille", "agent")) {
            dialog(BAR.indexOf(name));
            see("dialogue " + name);
            screen.press("Escape");
            noDialog();
        }
    }

    private void dialog(int place) {
        screen.touch(screen.find(".bar__item").nth(place));
        screen.find("vaadin-dialog[opened] vaadin-button").first().waitFor();
    }

    private void noDialog() {
        screen.find("vaadin-dialog[opened] vaadin-button").first().waitFor(Screen.GONE);
    }

    private void others() {
        openHome();
        screen.touch(screen.find(".door").nth(1));
        screen.find(".follow-field input").waitFor();
        see("suivre");
        screen.touch(screen.find(".acts " + PRIMARY));
        screen.find("vaadin-text-field[invalid]").waitFor();
        see("suivre refusé");
        openHome();
        screen.touch(screen.find(".door").nth(2));
        screen.find(".facts").waitFor();
        see("comprendre");
        nextPage("comprendre");
        screen.open(kiosk + "courrier").find(".acts vaadin-button").first().waitFor();
        see("courrier, sans campagne");
        if (everything) {
            fourDoors();
        }
    }

    /** As while renewal letters are out, which no hub announces yet: one more door like the others. */
    private void fourDoors() {
        openHome();
        page.evaluate("""
                () => { const doors = document.querySelector('.doors'), last = doors.lastElementChild;
                        const letter = last.cloneNode(true);
                        doors.insertBefore(letter, last); doors.classList.add('doors--four'); }
                """);
        see("accueil, quatre portes");
    }

    private void sixSteps() {
        openHome();
        screen.touch(screen.find(".door--main"));
        screen.find(".avant").waitFor();
        see("avant");
        nextPage("avant");
        goOn(1);
        see("nom");
        primary();
        screen.find("vaadin-text-field[invalid]").first().waitFor();
        see("nom refusé");
        if (everything) {
            keyboard();
            idle();
        }
        write(0, "Belkacem");
        write(1, "Samira");
        goOn(2);
        see("naissance");
        write(0, "31");
        write(1, "2");
        write(2, "1957");
        primary();
        screen.find(".saisie__erreur:not(:empty)").first().waitFor();
        see("naissance refusée");
        write(0, "14");
        goOn(3);
        see("adresse");
        address();
        goOn(4);
        see("parité");
        screen.choose(0);
        goOn(5);
        see("contact");
        screen.choose(0).tick("vaadin-checkbox");
        goOn(6);
        see("relecture");
        primary();
        screen.find(".fin__recu").waitFor();
        see("confirmation");
    }

    /** As somebody does whose address the base does not know. */
    private void address() {
        write(0, "12 rue de l’Exemple");
        screen.find(".saisie__choix--propositions vaadin-radio-button").last().click();
        screen.find(".saisie__choix--secteur vaadin-radio-button").nth(2).click();
        see("adresse choisie");
    }

    /** The keys of a terminal that has some; nothing on a tablet, which brings its own. */
    private void keyboard() {
        screen.find("input").first().click();
        if (screen.appears("cln-clavier:not([hidden])")) {
            see("clavier");
        }
        page.evaluate("() => document.activeElement.blur()");
    }

    /** The warning comes at once, and its seconds stand still while it is looked at. */
    private void idle() {
        screen.find("cln-inactivite").first().dispatchEvent("inactif");
        screen.find("vaadin-dialog[opened] .rebours b").waitFor();
        page.evaluate("() => { document.querySelector('cln-rebours').since = {ms: 0}; }");
        see("inactivité");
        screen.press("Escape");
        noDialog();
    }

    private void write(int field, String text) {
        screen.find(".ecran input[type='text'], .ecran input:not([type])")
                .nth(field)
                .fill(text);
    }

    private void primary() {
        screen.touch(screen.find(".ecran__actions " + PRIMARY));
    }

    private void goOn(int step) {
        primary();
        screen.find("[role='progressbar'][aria-valuenow='" + step + "']").waitFor();
    }
}
