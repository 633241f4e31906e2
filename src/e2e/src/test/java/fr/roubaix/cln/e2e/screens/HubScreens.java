package fr.roubaix.cln.e2e.screens;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;

import fr.roubaix.cln.e2e.Application;
import fr.roubaix.cln.e2e.Chromium;
import fr.roubaix.cln.e2e.Connexion;
import fr.roubaix.cln.e2e.Screen;

/** What a hub shows: to its staff, to people at home, to everyone. */
final class HubScreens {

    /** Each screen under an account that may open it. */
    private static final Map<String, List<String>> STAFF = new LinkedHashMap<>();

    static {
        STAFF.put(
                "secretariat",
                List.of(
                        "gestion",
                        "gestion/appel",
                        "gestion/candidatures",
                        "gestion/candidatures?etat=SECTEUR_A_VERIFIER",
                        "gestion/candidatures/saisir",
                        "gestion/irrecevabilites",
                        "gestion/retraits",
                        "gestion/mises-de-cote",
                        "gestion/completude",
                        "gestion/avis",
                        "gestion/affichage",
                        "gestion/proces-verbaux"));
        STAFF.put("tirage", List.of("gestion/tirage"));
        STAFF.put("presidence", List.of("gestion/a-confirmer"));
        STAFF.put(
                "dpo",
                List.of("gestion/droits", "gestion/conservation", "gestion/conservation/executions", "gestion/acces"));
        STAFF.put(
                "admin",
                List.of(
                        "gestion/bornes",
                        "gestion/comptes",
                        "gestion/agents",
                        "gestion/registre",
                        "gestion/sauvegardes",
                        "gestion/trousseau"));
    }

    private static final List<String> PAGES = List.of(
            "/",
            "/appel",
            "/tirages",
            "/vie-privee",
            "/vos-donnees",
            "/vos-donnees/jeunes",
            "/vos-donnees/responsable-legal",
            "/connexion");

    private final Chromium chromium;
    private final Application hub;
    private final Album album;

    HubScreens(Chromium chromium, Application hub, Album album) {
        this.chromium = chromium;
        this.hub = hub;
        this.album = album;
    }

    void staff() {
        album.chapter("Le hub, pour les agents", "hub");
        STAFF.forEach((account, addresses) -> {
            try (var person = chromium.person(1280, 800)) {
                var screen = Connexion.connecter(person, hub.url(""), account);
                var page = person.pages().getFirst();
                for (String address : addresses) {
                    screen.open(hub.url("/app/" + address)).find(".page h1").waitFor();
                    byName(screen);
                    album.take(name(address), page);
                }
                if (account.equals("secretariat")) {
                    oneFile(screen, page);
                }
            }
        });
    }

    private void oneFile(Screen screen, Page page) {
        screen.open(hub.url("/app/gestion/candidatures?etat=SECTEUR_A_VERIFIER"));
        byName(screen);
        screen.find("vaadin-grid-cell-content:has-text('Secteur à vérifier')")
                .first()
                .click();
        screen.says("Cherchez cette adresse sur le plan des secteurs");
        album.take("candidatures, un dossier", page);
    }

    /** The numbers of receipts, by which the desk has them first, differ from one run to the next. */
    private static void byName(Screen screen) {
        var names = screen.find("vaadin-grid-sorter:has-text('Nom')");
        if (names.count() == 1) {
            names.click();
            screen.find("vaadin-grid-sorter[direction='asc']:has-text('Nom')").waitFor();
        }
    }

    /** The pages of everyone, on a laptop and on a telephone; the first steps of the form at home. */
    void everyone() {
        album.chapter("Les pages publiques", "public");
        for (int width : List.of(1280, 390)) {
            try (var person = chromium.person(width, 800)) {
                var page = person.newPage();
                for (String address : PAGES) {
                    new Screen(page).open(hub.url(address)).find("h1").first().waitFor();
                    album.takeWhole((address.equals("/") ? "accueil" : name(address)) + ", " + width, page);
                }
                atHome(page, width);
            }
        }
    }

    private void atHome(Page page, int width) {
        var screen = new Screen(page).open(hub.url("/app/candidature")).titled("Avant de commencer");
        album.take("formulaire, avant, " + width, page);
        screen.touch("J’ai lu").titled("Comment vous appelez-vous");
        album.take("formulaire, nom, " + width, page);
        screen.touch("Continuer").find("vaadin-text-field[invalid]").first().waitFor();
        album.take("formulaire, nom refusé, " + width, page);
    }

    /** The same at a small window, for one screen. */
    void small() {
        var window = new Browser.NewContextOptions().setViewportSize(1024, 768);
        try (var person = chromium.person(window)) {
            var screen = Connexion.connecter(person, hub.url(""), "secretariat");
            screen.open(hub.url("/app/gestion/candidatures")).find(".page h1").waitFor();
            byName(screen);
            album.take("candidatures, petite fenêtre", person.pages().getFirst());
        }
    }

    private static String name(String address) {
        return address.replaceFirst("^/?(gestion/)?", "")
                .replace("?etat=", ", ")
                .replace('_', ' ')
                .replace('/', ' ');
    }
}
