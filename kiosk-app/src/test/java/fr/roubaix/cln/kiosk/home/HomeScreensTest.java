package fr.roubaix.cln.kiosk.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.browserless.mocks.MockHttpSession;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.test.context.ContextConfiguration;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.kiosk.session.Departure;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.sync.Bulletin.ContactDeMairie;
import fr.roubaix.cln.web.Countdown;
import fr.roubaix.cln.web.DisplaySettings;
import fr.roubaix.cln.web.DisplaySettings.Theme;
import fr.roubaix.cln.web.IdleWatch;

@ContextConfiguration(classes = HomeScreensTest.Pieces.class)
@ViewPackages(classes = {HomeView.class, Departure.class})
class HomeScreensTest extends SpringBrowserlessTest {

    private static final AppelPublie CALL = new AppelPublie(
            call("2026", LocalDate.of(2026, 11, 2), LocalDate.of(2026, 12, 6), LocalTime.of(18, 0)), false);
    private static final AppelPublie NEXT =
            new AppelPublie(call("2028", LocalDate.of(2028, 11, 1), LocalDate.of(2028, 12, 6), null), false);

    private static final String APPLY = "Poser ma candidature";

    @Autowired
    KnownTerminal terminal;

    private MockHttpSession visit;

    @Configuration(proxyBeanMethods = false)
    static class Pieces {
        @Bean
        KnownTerminal terminal() {
            return new KnownTerminal();
        }

        /** As in the application, so that a setting such as {@code 60s} is a duration. */
        @Bean
        ConversionService conversionService() {
            return ApplicationConversionService.getSharedInstance();
        }
    }

    private static Appel call(String id, LocalDate from, LocalDate until, LocalTime hour) {
        return new Appel(new AppelId(id), from, until, hour, until, until.plusDays(12), "à la Condition publique");
    }

    @BeforeEach
    void the_kiosk_of_the_north_during_a_call() {
        visit = (MockHttpSession)
                ((WrappedHttpSession) VaadinSession.getCurrent().getSession()).getHttpSession();
        terminal.reset();
        terminal.at("2026-11-22T09:30:00Z");
        terminal.enrolled(Secteur.NORD);
        terminal.connected(true);
        terminal.publish(List.of(new ContactDeMairie(Secteur.NORD, "07 87 25 07 09")), CALL);
    }

    @Test
    void home_says_until_when_one_may_apply() {
        navigate(HomeView.class);
        assertThat(lead()).endsWith("Répondez jusqu’au dimanche 6 décembre 2026, 18\u00a0h.");
        assertThat(doors()).containsExactly(APPLY, "Suivre ma candidature", "Comprendre le CLN");
    }

    @Test
    void home_says_when_the_call_opens_and_offers_nothing_to_fill_in_before() {
        terminal.at("2026-11-01T22:59:59Z");
        navigate(HomeView.class);
        assertThat(lead()).isEqualTo("Les candidatures ouvrent le lundi 2 novembre 2026.");
        assertThat(doors()).doesNotContain(APPLY);
    }

    @Test
    void the_call_opens_and_ends_under_the_eyes_of_whoever_looks() {
        terminal.at("2026-11-01T22:59:59Z");
        navigate(HomeView.class);
        terminal.at("2026-11-01T23:00:00Z");
        poll();
        assertThat(doors()).contains(APPLY);
        terminal.at("2026-12-06T17:00:00Z");
        poll();
        assertThat(doors()).doesNotContain(APPLY);
        assertThat(lead())
                .isEqualTo(
                        "Les candidatures sont closes. Le tirage au sort est public\u00a0: vendredi 18 décembre 2026, "
                                + "à la Condition publique.");
    }

    @Test
    void a_call_closed_by_the_hub_takes_no_more_applications() {
        terminal.publish(List.of(), new AppelPublie(CALL.appel(), true));
        navigate(HomeView.class);
        assertThat(lead()).startsWith("Les candidatures sont closes.");
        assertThat(doors()).doesNotContain(APPLY);
    }

    @Test
    void a_call_of_the_past_does_not_hide_the_next_one() {
        terminal.at("2028-01-15T09:00:00Z");
        terminal.publish(List.of(), CALL, NEXT);
        navigate(HomeView.class);
        assertThat(lead()).isEqualTo("Les candidatures ouvrent le mercredi 1er novembre 2028.");
    }

    @Test
    void after_the_day_of_the_draw_nobody_is_invited_to_it() {
        terminal.at("2026-12-18T22:59:59Z");
        navigate(HomeView.class);
        assertThat(lead()).contains("Le tirage au sort est public");
        terminal.at("2026-12-18T23:00:00Z");
        poll();
        assertThat(lead()).contains("était prévu le vendredi 18 décembre 2026");
    }

    @Test
    void a_terminal_not_enrolled_says_so_until_it_is() {
        terminal.reset();
        navigate(HomeView.class);
        assertThat(lead()).isEqualTo("Cette borne n’est pas encore en service. Demandez à un agent de l’accueil.");
        assertThat(doors()).doesNotContain(APPLY);
        assertThat(header()).doesNotContain("Mairie de quartier");
        the_kiosk_of_the_north_during_a_call();
        poll();
        assertThat(doors()).contains(APPLY);
        assertThat(header()).contains("Mairie de quartier Nord");
    }

    @Test
    void without_any_call_home_says_so() {
        terminal.publish(List.of());
        navigate(HomeView.class);
        assertThat(lead()).isEqualTo("Il n’y a pas d’appel à candidatures en ce moment.");
    }

    @Test
    void a_session_that_ended_behind_ones_back_is_explained() {
        UI.getCurrent().navigate("", QueryParameters.fromString("session-expiree"));
        assertThat(sentences()).contains("Votre session est terminée. Rien n’a été gardé sur cette borne.");
        navigate(HomeView.class);
        assertThat(sentences()).noneMatch(text -> text.contains("session"));
    }

    @Test
    void being_offline_is_said_calmly_and_said_once() {
        navigate(HomeView.class);
        assertThat(header()).contains("Connectée");
        terminal.connected(false);
        poll();
        assertThat(header()).contains("Hors ligne\u00a0: vous pouvez continuer");
        var words = $(Header.class).single().getElement().getChild(2).getChild(1);
        poll();
        assertThat($(Header.class).single().getElement().getChild(2).getChild(1))
                .isEqualTo(words);
    }

    @Test
    void the_council_is_explained_and_one_comes_back() {
        navigate(UnderstandView.class);
        assertThat($(H2.class).all())
                .hasSize(6)
                .allMatch(title -> !title.getText().startsWith("!"));
        test($(Button.class).withText("Retour à l’accueil").single()).click();
        assertThat(getCurrentView()).isInstanceOf(HomeView.class);
    }

    @Test
    void text_size_and_colours_apply_at_once() {
        navigate(HomeView.class);
        bar("Taille du texte");
        sample("Le plus grand");
        bar("Contraste");
        sample("Jaune sur noir");
        assertThat(settings().size()).isEqualTo(4);
        assertThat(settings().theme()).isEqualTo(Theme.CONTRASTE_SOMBRE);
        assertThat($(Dialog.class).all()).isEmpty();
    }

    @Test
    void settings_left_on_the_home_screen_go_away_without_a_question() {
        navigate(HomeView.class);
        assertThat(watching()).isFalse();
        bar("Contraste");
        sample("Sombre");
        assertThat(watching()).isTrue();
        nobodyTouchesAnything();
        assertThat($(Dialog.class).all()).isEmpty();
        assertThat(visitOver()).isTrue();
    }

    @Test
    void elsewhere_the_person_is_asked_first_and_may_go_on() {
        navigate(UnderstandView.class);
        nobodyTouchesAnything();
        assertThat(titles()).contains("Êtes-vous toujours là\u00a0?");
        assertThat(visitOver()).isFalse();
        test($(Button.class).withText("Oui, je continue").single()).click();
        assertThat($(Dialog.class).all()).isEmpty();
        assertThat(visitOver()).isFalse();
        assertThat(getCurrentView()).isInstanceOf(UnderstandView.class);
    }

    @Test
    void a_touch_anywhere_outside_the_warning_goes_on_too() {
        navigate(UnderstandView.class);
        nobodyTouchesAnything();
        assertThat($(Dialog.class).single().isCloseOnOutsideClick()).isTrue();
        assertThat($(Dialog.class).single().isCloseOnEsc()).isTrue();
    }

    @Test
    void no_answer_erases_the_visit() {
        navigate(UnderstandView.class);
        nobodyTouchesAnything();
        var countdown = $(Countdown.class).single();
        ComponentUtil.fireEvent(countdown, new Countdown.End(countdown, true));
        assertThat(visitOver()).isTrue();
    }

    @Test
    void quitting_erases_the_visit() {
        navigate(UnderstandView.class);
        bar("Quitter et effacer");
        assertThat(visitOver()).isTrue();
    }

    @Test
    void the_agent_of_this_mairie_can_be_called() {
        navigate(HomeView.class);
        bar("Appeler un agent");
        assertThat(sentences())
                .contains(
                        "Un agent de la mairie peut vous aider. Demandez à l’accueil.",
                        "Vous pouvez aussi appeler le 07 87 25 07 09.");
    }

    @Test
    void without_a_number_of_the_mairie_the_one_of_the_council_is_given() {
        terminal.publish(List.of(), CALL);
        navigate(HomeView.class);
        bar("Appeler un agent");
        assertThat(sentences()).contains("Vous pouvez aussi appeler le 07 88 95 77 06.");
    }

    @Test
    void before_any_contact_with_the_hub_no_number_is_invented() {
        terminal.reset();
        navigate(HomeView.class);
        bar("Appeler un agent");
        assertThat($(Paragraph.class, $(Dialog.class).single()).all()).hasSize(1);
    }

    @Test
    void an_unknown_address_leads_back_home() {
        UI.getCurrent().navigate("nulle-part");
        assertThat(titles()).contains("Page introuvable");
    }

    private void poll() {
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
    }

    private void nobodyTouchesAnything() {
        var watch = $(IdleWatch.class).single();
        ComponentUtil.fireEvent(watch, new IdleWatch.Idle(watch, true));
    }

    private boolean watching() {
        return "oui".equals($(IdleWatch.class).single().getElement().getAttribute("actif"));
    }

    /** The HTTP session is dead, and everything that hung on it with it. */
    private boolean visitOver() {
        return !visit.isValid();
    }

    private DisplaySettings settings() {
        return $(DisplaySettings.class).single();
    }

    private void bar(String label) {
        touch(label, "bar__item");
    }

    private void sample(String label) {
        touch(label, "sample");
    }

    private void touch(String label, String kind) {
        var button = $(NativeButton.class).all().stream()
                .filter(b -> b.hasClassName(kind) && text(b).equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " says " + label));
        test(button).click();
    }

    private List<String> doors() {
        return $(NativeButton.class).all().stream()
                .filter(button -> button.hasClassName("door"))
                .map(button -> button.getElement().getChild(1).getText())
                .toList();
    }

    private String lead() {
        return $(Paragraph.class).all().stream()
                .filter(paragraph -> paragraph.hasClassName("lead"))
                .map(Paragraph::getText)
                .findFirst()
                .orElseThrow();
    }

    private String header() {
        return text($(Header.class).single());
    }

    private List<String> titles() {
        return $(H1.class).all().stream().map(H1::getText).toList();
    }

    private List<String> sentences() {
        return $(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively().strip();
    }
}
