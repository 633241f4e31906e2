package fr.roubaix.cln.e2e.acces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import fr.roubaix.cln.e2e.Application;
import fr.roubaix.cln.e2e.Chromium;
import fr.roubaix.cln.e2e.City;
import fr.roubaix.cln.e2e.Screen;
import fr.roubaix.cln.hardware.profile.Profiles;

/** A resident who does not see, does not touch, or has no keyboard does everything that others do. */
@ExtendWith(City.Shared.class)
class OtherWaysTest {

    private static final Locator.WaitForOptions PRESENT =
            new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);

    private static Chromium chromium;
    private static Application kiosk;

    @BeforeAll
    static void a_kiosk_in_service(City city) {
        kiosk = city.kiosk();
        chromium = city.chromium();
    }

    @Test
    void the_whole_journey_is_done_with_four_buttons() {
        var page = landscape();
        var screen = atHome(page);
        var box = new ButtonBox(page);
        box.take("Poser ma candidature");
        screen.titled("Avant de commencer");
        box.take("J’ai lu");
        screen.titled("Comment vous appelez-vous");
        box.take("Nom de naissance");
        assertThat(box.said()).startsWith("Clavier.");
        assertThat(box.next().said()).contains("Rangée 2").contains("Q, S, D").doesNotContain("A, Z");
        box.cancel();
        assertThat(box.said()).startsWith("Clavier quitté");
        box.previous().write("Nom de naissance", "diaz-leroy").write("Prénoms", "ana");
        assertThat(screen.find("input").first().inputValue()).isEqualTo("Diaz-Leroy");
        box.take("Continuer");
        screen.titled("Quelle est votre date de naissance");
        box.write("Jour", "14031957").take("Continuer");
        screen.titled("Où habitez-vous");
        box.write("Numéro et rue", "12 rue d'essai");
        if (screen.appears("vaadin-radio-button:has-text('pas dans la liste')")) {
            box.take("Mon adresse n’est pas dans la liste");
        }
        box.take("Nord").take("Continuer");
        screen.titled("Pour l’équilibre");
        box.cancel();
        screen.titled("Où habitez-vous");
        box.take("Continuer");
        screen.titled("Pour l’équilibre");
        box.take("les femmes").take("Continuer");
        screen.titled("Comment vous joindre");
        box.take("Publiez seulement").take("J’atteste").take("Continuer");
        screen.titled("Est-ce que tout est juste").says("Ana Diaz-Leroy").says("14 mars 1957");
        box.take("Envoyer ma candidature");
        screen.titled("Votre candidature est enregistrée");
        box.take("Quitter et effacer");
        screen.titled("Le numérique de la ville").doesNotSay("Diaz");
    }

    @Test
    void the_whole_journey_is_done_with_a_keyboard() {
        var page = landscape();
        var screen = atHome(page);
        tabTo(page, "Poser ma candidature").press("Enter");
        screen.titled("Avant de commencer");
        tabTo(page, "J’ai lu").press("Enter");
        screen.titled("Comment vous appelez-vous");
        tabTo(page, "Continuer").press("Enter");
        screen.says("Écrivez votre nom de naissance");
        assertThat(Focus.seen(page)).as("the first wrong field has the focus").startsWith("Nom de naissance");
        // What is wrong is announced, and heard again with the field.
        screen.find("[aria-live=assertive]:has-text('Écrivez votre')").waitFor(PRESENT);
        assertThat(page.evaluate("() => document.activeElement.getAttribute('aria-describedby').split(' ')"
                        + ".map(id => document.getElementById(id).textContent).join(' ')"))
                .asString()
                .contains("Écrivez votre nom de naissance");
        page.keyboard().type("Diaz");
        type(page, "Prénoms", "Ana");
        tabTo(page, "Continuer").press("Enter");
        screen.titled("Quelle est votre date de naissance");
        type(page, "Jour", "14");
        type(page, "Mois", "3");
        type(page, "Année", "1957");
        tabTo(page, "Continuer").press("Space");
        screen.titled("Où habitez-vous");
        type(page, "Numéro et rue", "12 rue d'essai");
        if (screen.appears("vaadin-radio-button:has-text('pas dans la liste')")) {
            page.keyboard().press("Tab");
            page.keyboard().press("ArrowUp");
            assertThat(Focus.seen(page)).startsWith("Mon adresse n’est pas dans la liste");
            screen.find("vaadin-radio-group:has-text('Nord')").waitFor();
        }
        tabTo(page, "Centre").press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(Focus.seen(page)).startsWith("Nord");
        tabTo(page, "Continuer").press("Enter");
        screen.titled("Pour l’équilibre");
        tabTo(page, "les femmes").press("Space");
        tabTo(page, "Continuer").press("Enter");
        screen.titled("Comment vous joindre");
        tabTo(page, "Mon nom peut être publié").press("ArrowDown");
        assertThat(Focus.seen(page)).startsWith("Publiez seulement");
        tabTo(page, "J’atteste").press("Space");
        tabTo(page, "Continuer").press("Enter");
        screen.titled("Est-ce que tout est juste").says("Ana Diaz");
        tabTo(page, "Envoyer ma candidature").press("Enter");
        screen.titled("Votre candidature est enregistrée");
    }

    @Test
    void a_screen_is_read_as_it_is_written_without_the_server_and_never_what_was_typed() {
        var person = chromium.person(1920, 1080);
        var voice = FakeVoice.speaking(person, "de-DE", "en-GB", "fr-FR");
        var screen = atName(voice.page());
        screen.write("Nom de naissance", "Zyxwvu");
        person.setOffline(true);
        assertThat(voice.readsTheScreen())
                .containsExactly(
                        "Étape 1 sur 6",
                        "Votre nom",
                        "Comment vous appelez-vous\u00a0?".replace('\u00a0', ' '),
                        "Écrivez comme sur votre carte d’identité ou votre titre de séjour.",
                        "Nom de naissance",
                        "Le nom que vous avez depuis la naissance.",
                        "Prénoms",
                        "Tous vos prénoms, dans l’ordre.",
                        "Nom d’usage, s’il est différent",
                        "Par exemple le nom de la personne que vous avez épousée.",
                        "Sinon, laissez vide.",
                        "Retour",
                        "Continuer");
        assertThat(voice.marked()).isEqualTo(voice.said());
        assertThat(Set.copyOf(voice.languages())).containsExactly("fr-FR");
        person.setOffline(false);

        screen.touch("Continuer").says("Écrivez votre prénom");
        assertThat(voice.readsTheScreen()).containsSequence("Écrivez votre prénom.", "Exemple : Samira.");
        screen.write("Prénoms", "Ana").touch("Continuer");
        review(screen);
        assertThat(voice.readsTheScreen())
                .contains(
                        "Votre nom",
                        "Votre date de naissance",
                        "Votre réponse est à l’écran. Elle n’est pas lue à voix haute.")
                .noneMatch(said -> said.matches(".*(Zyxwvu|Ana|1957|Essai).*"));
        screen.touch("Envoyer ma candidature").titled("Votre candidature est enregistrée");
        assertThat(voice.readsTheScreen())
                .anyMatch(said -> said.matches("([0-9A-Z], ){4}[0-9A-Z]\\. ([0-9A-Z], ){4}[0-9A-Z]"))
                .noneMatch(said -> said.matches(".*[0-9A-Z]{5}-[0-9A-Z]{5}.*"));
    }

    @Test
    void reading_stops_at_a_touch_at_another_screen_and_when_nobody_answers() {
        var person = chromium.person(1920, 1080);
        var voice = FakeVoice.speaking(person, "fr-FR");
        voice.page().clock().install();
        var screen = atName(voice.page());
        voice.takesItsTime();
        screen.touch("Écouter");
        assertThat(voice.said()).containsExactly("Étape 1 sur 6");
        voice.endsASentence();
        assertThat(voice.said()).hasSize(2);
        screen.touch("Arrêter");
        voice.isSilent();
        assertThat(voice.said()).as("nothing after one said stop").hasSize(2);

        screen.touch("Écouter");
        assertThat(voice.reads()).isTrue();
        screen.touch("Retour").titled("Avant de commencer");
        voice.isSilent();

        screen.touch("Écouter");
        assertThat(voice.reads()).isTrue();
        voice.page().clock().fastForward(61_000);
        screen.titled("Êtes-vous toujours là");
        voice.isSilent();
    }

    @Test
    void a_terminal_without_a_voice_says_so_and_in_which_language() {
        var page = landscape();
        var screen = atHome(page);
        screen.touch("Pas de voix en français").says("n’a pas de voix pour lire en français");
        screen.isAccessible();
        var other = FakeVoice.speaking(chromium.person(1920, 1080), "en-GB", "de-DE");
        atHome(other.page()).touch("Pas de voix en français").says("Demandez à un agent");
        assertThat(other.said())
                .as("nothing is read by a voice of another language")
                .isEmpty();
    }

    @Test
    void another_language_is_read_by_its_own_voice() {
        var voice = FakeVoice.speaking(chromium.person(1920, 1080), "fr-FR", "en-GB");
        var screen = atHome(voice.page());
        screen.find("[data-place=language]").click();
        screen.touch("English").titled("You too have a say");
        assertThat(voice.readsTheScreen()).isNotEmpty();
        assertThat(Set.copyOf(voice.languages())).containsExactly("en-GB");
        screen.find("[data-place=language]").click();
        screen.touch("Português");
        screen.find("[data-ecoute]:has-text('Sem voz em português')").waitFor();
    }

    @Test
    void the_drawn_keyboard_writes_in_the_field_and_never_takes_its_focus() {
        var page = landscape();
        var screen = atName(page);
        screen.find("input").first().click();
        strike(page, "d", "accents", "é", "-", "b", "effacer", "m", "espace", "o", "'", "n");
        assertThat(screen.find("input").first().inputValue()).isEqualTo("Dé-M O'n");
        screen.focusIsIn("vaadin-text-field");
        strike(page, "ordre");
        assertThat(page.locator("cln-clavier .clavier__rangee").first().textContent())
                .isEqualTo("abcdefghij");
        fieldsStandAboveTheKeys(page);
        strike(page, "cacher");
        assertThat(page.locator("cln-clavier").isVisible()).isFalse();
        screen.find("input").first().click();
        assertThat(page.locator("cln-clavier").isVisible()).isTrue();
        screen.find("input").nth(1).click();
        strike(page, "a", "n", "a");
        screen.touch("Continuer").titled("Quelle est votre date de naissance");
        assertThat(page.locator("cln-clavier").isVisible())
                .as("the pad stands there")
                .isFalse();
    }

    @Test
    void the_keys_are_as_large_and_as_far_apart_as_a_finger_needs() {
        for (var terminal : List.of(City.USUAL_TERMINAL, City.USUAL_TERMINAL + "-portrait")) {
            var profile = Profiles.shipped().terminal(terminal);
            var page = chromium.person(
                            profile.pixels().width(), profile.pixels().height())
                    .newPage();
            var screen = atName(page);
            var found = new Combinations(profile, (theme, size) -> theme.equals("clair") && size % 2 == 1);
            screen.find("input").first().click();
            found.look("clavier des noms", page);
            screen.write("Nom de naissance", "Diaz").write("Prénoms", "Ana").touch("Continuer");
            screen.titled("Quelle est votre date de naissance");
            screen.write("Jour", "14").write("Mois", "3").write("Année", "1957").touch("Continuer");
            screen.titled("Où habitez-vous").find("input").first().click();
            found.look("clavier de l’adresse", page);
            assertThat(found.violations()).isEmpty();
        }
    }

    private static Page landscape() {
        return chromium.person(1920, 1080).newPage();
    }

    private static Screen atHome(Page page) {
        return new Screen(page).open(kiosk.url("/borne/")).titled("Le numérique de la ville");
    }

    private static Screen atName(Page page) {
        return atHome(page).touch("Poser ma candidature").touch("J’ai lu").titled("Comment vous appelez-vous");
    }

    private static void review(Screen screen) {
        screen.titled("Quelle est votre date de naissance");
        screen.write("Jour", "14").write("Mois", "3").write("Année", "1957").touch("Continuer");
        screen.titled("Où habitez-vous").find("input").first().fill("12 rue de l’Essai");
        screen.livesInNord().touch("Continuer");
        screen.titled("Pour l’équilibre").choose(0).touch("Continuer");
        screen.titled("Comment vous joindre").choose(0).tick("vaadin-checkbox").touch("Continuer");
        screen.titled("Est-ce que tout est juste");
    }

    /** With the tabulation key alone, the focus in sight at each stop. */
    private static Stop tabTo(Page page, String words) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (Focus.seen(page).startsWith(words)) {
                return key -> page.keyboard().press(key);
            }
        }
        throw new AssertionError("no way to " + words);
    }

    private static void type(Page page, String field, String text) {
        tabTo(page, field);
        page.keyboard().type(text);
    }

    private static void strike(Page page, String... keys) {
        for (String key : keys) {
            page.locator("cln-clavier [data-touche=\"" + key + "\"]").click();
        }
    }

    /** Whichever field of the screen has the focus, one sees all of it. */
    private static void fieldsStandAboveTheKeys(Page page) {
        for (int i = 0; i < 3; i++) {
            page.locator("vaadin-text-field input").nth(i).focus();
            page.waitForFunction("""
                    () => { const field = document.activeElement.closest('vaadin-text-field').shadowRoot
                              .querySelector('[part="input-field"]').getBoundingClientRect();
                            return field.top > 0 && field.bottom <= document.querySelector('cln-clavier').getBoundingClientRect().top + 1; }
                    """);
        }
    }

    /** Where the focus stands. */
    private interface Stop {
        void press(String key);
    }
}
