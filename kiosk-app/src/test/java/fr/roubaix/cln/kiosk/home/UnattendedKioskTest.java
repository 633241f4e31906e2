package fr.roubaix.cln.kiosk.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.browserless.mocks.MockHttpSession;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H1;
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
import fr.roubaix.cln.hardware.profile.Profiles;
import fr.roubaix.cln.hardware.profile.TerminalProfile;
import fr.roubaix.cln.kiosk.FakeClotures;
import fr.roubaix.cln.kiosk.StillHub;
import fr.roubaix.cln.kiosk.device.Scans;
import fr.roubaix.cln.kiosk.device.ScansDEssai;
import fr.roubaix.cln.kiosk.session.Departure;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.testkit.time.HandClock;
import fr.roubaix.cln.web.Countdown;
import fr.roubaix.cln.web.IdleWatch;
import fr.roubaix.cln.web.Words;
import fr.roubaix.cln.web.language.Language;

/** A kiosk stays on for weeks, and people walk away from it. */
@ContextConfiguration(classes = UnattendedKioskTest.Pieces.class)
@ViewPackages(classes = {HomeView.class, Departure.class})
class UnattendedKioskTest extends SpringBrowserlessTest {

    private static final Appel LATER = new Appel(
            new AppelId("2027"),
            LocalDate.of(2027, 5, 1),
            LocalDate.of(2027, 6, 4),
            null,
            LocalDate.of(2027, 6, 4),
            LocalDate.of(2027, 6, 11),
            "Hôtel de ville");

    private static final String APPLY = "Poser ma candidature";

    @Autowired
    private StillHub hub;

    @Autowired
    private HandClock clock;

    private MockHttpSession visit;

    @Configuration(proxyBeanMethods = false)
    static class Pieces {
        @Bean
        Scans scans() {
            return ScansDEssai.none();
        }

        @Bean
        Words words() {
            return new Words(Language.locales());
        }

        @Bean
        TerminalProfile terminal() {
            return Profiles.shipped().terminal("generique-21-pouces");
        }

        @Bean
        StillHub hub() {
            return new StillHub();
        }

        @Bean
        FakeClotures clotures() {
            return new FakeClotures();
        }

        @Bean
        HandClock clock() {
            return new HandClock(Instant.parse("2025-05-20T10:00:00Z"));
        }

        /** As in the application, so that a setting such as {@code 60s} is a duration. */
        @Bean
        ConversionService conversionService() {
            return ApplicationConversionService.getSharedInstance();
        }
    }

    @BeforeEach
    void a_connected_kiosk_during_a_call() {
        visit = (MockHttpSession)
                ((WrappedHttpSession) VaadinSession.getCurrent().getSession()).getHttpSession();
        hub.calls = List.of(new AppelPublie(StillHub.APPEL, false));
        hub.connected = true;
        hub.enrolled = true;
        at("2025-05-20T10:00:00Z");
    }

    @Test
    void the_call_opens_and_ends_under_the_eyes_of_whoever_looks() {
        at("2025-05-04T21:59:59Z");
        navigate(HomeView.class);
        at("2025-05-04T22:00:00Z");
        poll();
        assertThat(doors()).contains(APPLY);
        at("2025-06-06T16:00:00Z");
        poll();
        assertThat(doors()).doesNotContain(APPLY);
        assertThat(lead()).startsWith("Les candidatures sont closes.").contains("vendredi 13 juin 2025");
    }

    @Test
    void a_call_of_the_past_does_not_hide_the_next_one() {
        at("2026-01-15T09:00:00Z");
        hub.calls = List.of(new AppelPublie(StillHub.APPEL, true), new AppelPublie(LATER, false));
        navigate(HomeView.class);
        assertThat(lead()).isEqualTo("Les candidatures ouvrent le samedi 1er mai 2027.");
    }

    @Test
    void after_the_day_of_the_draw_nobody_is_invited_to_it() {
        at("2025-06-13T21:59:59Z");
        navigate(HomeView.class);
        assertThat(lead()).contains("Le tirage au sort est public");
        at("2025-06-13T22:00:00Z");
        poll();
        assertThat(lead()).contains("était prévu le vendredi 13 juin 2025");
    }

    @Test
    void a_terminal_not_enrolled_says_so_until_it_is() {
        hub.enrolled = false;
        navigate(HomeView.class);
        assertThat(lead()).isEqualTo("Cette borne n’est pas encore en service. Demandez à un agent de l’accueil.");
        assertThat(doors()).doesNotContain(APPLY);
        assertThat(header()).doesNotContain("Mairie de quartier");
        hub.enrolled = true;
        poll();
        assertThat(doors()).contains(APPLY);
        assertThat(header()).contains("Mairie de quartier Nord");
    }

    @Test
    void being_offline_is_said_calmly_and_said_once() {
        navigate(HomeView.class);
        assertThat(header()).contains("Connectée");
        hub.connected = false;
        poll();
        assertThat(header()).contains("Hors ligne\u00a0: vous pouvez continuer");
        var words = $(Header.class).single().getElement().getChild(2).getChild(1);
        poll();
        assertThat($(Header.class).single().getElement().getChild(2).getChild(1))
                .isEqualTo(words);
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
    void the_news_of_an_ended_session_is_not_left_to_the_next_person() {
        UI.getCurrent().navigate("", QueryParameters.of("session-expiree", ""));
        assertThat(sentences()).contains("Votre session est terminée. Rien n’a été gardé sur cette borne.");
        nobodyTouchesAnything();
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
        assertThat($(Dialog.class).single().getRole()).isEqualTo("alertdialog");
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
    void a_kiosk_without_mairie_gives_the_number_of_the_council() {
        hub.enrolled = false;
        navigate(HomeView.class);
        bar("Appeler un agent");
        assertThat(sentences()).contains("Vous pouvez aussi appeler le 07\u00a088\u00a095\u00a077\u00a006.");
    }

    @Test
    void forty_quick_touches_on_the_bar_open_one_dialog() {
        navigate(HomeView.class);
        var size = $(NativeButton.class).all().stream()
                .filter(button -> "size".equals(button.getElement().getAttribute("data-place")))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < 40; i++) {
            ComponentUtil.fireEvent(size, new ClickEvent<>(size));
        }
        assertThat($(Dialog.class).all()).hasSize(1);
    }

    @Test
    void an_unknown_address_leads_back_home() {
        UI.getCurrent().navigate("nulle-part");
        assertThat(titles()).contains("Page introuvable");
    }

    private void at(String instant) {
        clock.set(Instant.parse(instant));
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
