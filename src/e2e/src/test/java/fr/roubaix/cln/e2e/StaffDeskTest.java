package fr.roubaix.cln.e2e;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The desk of the staff in a real browser: files decided by real keys, and every screen read by axe and in a small window. */
@ExtendWith(City.Shared.class)
class StaffDeskTest {

    /** The screens that the journey of a whole application does not open, by who opens them. */
    private static final Map<String, List<String>> SCREENS = Map.of(
            "secretariat",
            List.of(
                    "gestion/appel",
                    "gestion/candidatures?etat=SECTEUR_A_VERIFIER",
                    "gestion/candidatures/saisir",
                    "gestion/irrecevabilites",
                    "gestion/mises-de-cote"),
            "dpo",
            List.of("gestion/droits", "gestion/conservation", "gestion/conservation/executions", "gestion/acces"),
            "admin",
            List.of(
                    "gestion/trousseau",
                    "gestion/comptes",
                    "gestion/bornes",
                    "gestion/agents",
                    "gestion/registre",
                    "gestion/sauvegardes"));

    private static final List<String> PAGES = List.of(
            "/", "/appel", "/vie-privee", "/vos-donnees", "/vos-donnees/jeunes", "/vos-donnees/responsable-legal");

    private static City city;
    private static Application hub;

    @BeforeAll
    static void a_hub_with_its_demonstration(City shared) {
        city = shared;
        hub = city.hub();
    }

    @Test
    void files_follow_one_another_without_the_mouse() {
        var screen = city.staff("secretariat", 1440, 900)
                .open(hub.url("/app/gestion/candidatures?etat=A_EXAMINER&secteur=SUD"))
                .titled("Candidatures")
                .says("9 affichées sur");
        screen.find("vaadin-grid-cell-content:has-text('À examiner')").first().waitFor();
        screen.tabTo("vaadin-grid").press("Tab", "ArrowRight", "Enter").says("1 sur 9");
        screen.focusIsIn(".det").press("s").says("2 sur 9");
        screen.focusIsIn(".det").press("p").says("1 sur 9");
        screen.focusIsIn(".det").press("e");
        for (int left = 8; left >= 5; left--) {
            screen.focusIsIn(".det").press("r").says("1 sur " + left).says("est recevable");
        }
        screen.press("i").focusIsIn("vaadin-select");
        screen.press("ArrowDown").focusIsIn("vaadin-select-item");
        screen.press("ArrowDown", "Enter").focusIsIn("vaadin-select");
        screen.press("Tab").focusIsIn("vaadin-text-area");
        screen.press("Tab", "Tab", "Enter").says("Une autre personne doit la confirmer");
        screen.focusIsIn(".det").press("Escape").focusIsIn("vaadin-text-field");
    }

    @Test
    void every_screen_is_accessible_and_no_wider_than_a_small_window() {
        SCREENS.forEach((account, addresses) -> {
            var screen = city.staff(account, 1024, 768);
            for (String address : addresses) {
                screen.open(hub.url("/app/" + address)).find(".page h1").waitFor();
                screen.isAccessible().isNoWiderThanItsWindow();
            }
        });
        var visitor = new Screen(city.chromium().person(1024, 768).newPage());
        for (String address : PAGES) {
            visitor.open(hub.url(address)).isAccessible().isNoWiderThanItsWindow();
        }
    }

    @Test
    void the_panel_of_one_file_and_its_dialogs_are_accessible_in_a_small_window() {
        var screen = city.staff("secretariat", 1024, 768)
                .open(hub.url("/app/gestion/candidatures?etat=SECTEUR_A_VERIFIER"))
                .titled("Candidatures");
        screen.find("vaadin-grid-cell-content:has-text('Secteur à vérifier')")
                .first()
                .click();
        screen.says("Cherchez cette adresse sur le plan des secteurs").isAccessible();
        screen.focusIsIn(".det").press("c").says("Ce qui manque").isAccessible();
    }
}
