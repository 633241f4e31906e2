package fr.roubaix.cln.e2e.screens;

import java.util.List;
import java.util.Set;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import fr.roubaix.cln.e2e.Application;
import fr.roubaix.cln.e2e.Chromium;
import fr.roubaix.cln.e2e.Screen;
import fr.roubaix.cln.e2e.acces.ResidentScreens;

/** What a kiosk shows: to residents, to the agent of the mairie, and its building blocks. Pictures are half as large. */
final class KioskScreens {

    private static final double HALF = 0.5;
    private static final Set<String> IN_OTHER_LOOKS = Set.of("accueil", "nom", "relecture");

    private static final List<String> DOORS = List.of(
            "Scanner un reçu",
            "Saisir une fiche papier",
            "Avis à afficher",
            "Voir la liste",
            "Voir la clôture",
            "Exporter ou importer");

    private final Chromium chromium;
    private final Application kiosk;
    private final Album album;

    KioskScreens(Chromium chromium, Application kiosk, Album album) {
        this.chromium = chromium;
        this.kiosk = kiosk;
        this.album = album;
    }

    void residents() {
        album.chapter("La borne, pour les habitants", "borne");
        try (var person = person(1920, 1080)) {
            var page = person.newPage();
            new Screen(page).open(kiosk.url("/borne/")).says("Connectée");
            new ResidentScreens(page, kiosk.url("/borne/"), this::looks).walk();
        }
        languages();
    }

    /** The usual look; for some screens the darkest with large letters, and the terminal standing. */
    private void looks(String name, Page page) {
        album.take(name, page);
        if (IN_OTHER_LOOKS.contains(name)) {
            show(page, "contraste-sombre", 3);
            album.take(name + ", contraste sombre, taille 3", page);
            show(page, "clair", 1);
            page.setViewportSize(1080, 1920);
            album.take(name + ", portrait", page);
            page.setViewportSize(1920, 1080);
        }
    }

    private static void show(Page page, String theme, int size) {
        page.evaluate(
                "([theme, size]) => { Object.assign(document.documentElement.dataset, {theme, size}); }",
                List.of(theme, Integer.toString(size)));
    }

    private void languages() {
        for (String language : List.of("English", "العربية", "Português")) {
            try (var person = person(1920, 1080)) {
                var page = person.newPage();
                var screen = new Screen(page).open(kiosk.url("/borne/"));
                screen.find("[data-place=language]").click();
                screen.touch(language);
                page.waitForFunction("() => document.documentElement.lang !== 'fr'");
                album.take("accueil, " + page.evaluate("() => document.documentElement.lang.slice(0, 2)"), page);
            }
        }
    }

    void agents() {
        album.chapter("La borne, pour l’agent de la mairie", "agent");
        try (var person = person(1920, 1080)) {
            var page = person.newPage();
            var screen = new Screen(page).open(kiosk.url("/borne/agent")).titled("Qui êtes-vous");
            album.take("qui êtes-vous", page);
            screen.touch("Agent Nord").titled("Tapez votre code");
            album.take("code", page);
            open(screen);
            album.take("page de l’agent", page);
            for (String door : DOORS) {
                screen.touch(door).find("h1:not(:has-text('Page de l’agent'))").waitFor();
                album.take(door, page);
                screen.open(kiosk.url("/borne/agent")).touch("Agent Nord").titled("Tapez votre code");
                open(screen);
            }
        }
    }

    private static void open(Screen screen) {
        "246813".chars().forEach(key -> screen.touch(Character.toString(key)));
        screen.touch("Ouvrir").titled("Page de l’agent");
    }

    void gallery() {
        album.chapter("Les composants", "galerie");
        try (var person = person(1920, 1080)) {
            var page = person.newPage();
            new ResidentScreens(
                            page,
                            kiosk.url("/borne/"),
                            (name, shown) -> album.take(name.replaceFirst("^galerie ", ""), shown))
                    .gallery();
        }
    }

    private BrowserContext person(int width, int height) {
        return chromium.person(
                new Browser.NewContextOptions().setViewportSize(width, height).setDeviceScaleFactor(HALF));
    }
}
