package fr.roubaix.cln.kiosk.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.ContextConfiguration;

import fr.roubaix.cln.hardware.profile.Profiles;
import fr.roubaix.cln.hardware.profile.TerminalProfile;
import fr.roubaix.cln.hardware.scanner.Scan;
import fr.roubaix.cln.hardware.scanner.Scan.Source;
import fr.roubaix.cln.kiosk.FakeClotures;
import fr.roubaix.cln.kiosk.StillHub;
import fr.roubaix.cln.kiosk.device.Scans;
import fr.roubaix.cln.kiosk.device.ScansDEssai;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.sync.Bulletin.RenouvellementPublie;
import fr.roubaix.cln.testkit.time.HandClock;
import fr.roubaix.cln.web.DisplaySettings;
import fr.roubaix.cln.web.DisplaySettings.Theme;
import fr.roubaix.cln.web.Words;
import fr.roubaix.cln.web.language.AfterVisit;
import fr.roubaix.cln.web.language.Language;

@ContextConfiguration(classes = HomeScreensTest.Slice.class)
@ViewPackages(packages = {"fr.roubaix.cln.kiosk.home", "fr.roubaix.cln.kiosk.session"})
class HomeScreensTest extends SpringBrowserlessTest {

    static class Slice {
        @Bean
        Scans scans() {
            return ScansDEssai.available();
        }

        @Bean
        Words words() {
            return new Words(Language.locales()).withStaff("vaadin-i18n.personnel");
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
    }

    @Autowired
    private StillHub hub;

    @Autowired
    private Scans scans;

    @Autowired
    private FakeClotures clotures;

    @Autowired
    private HandClock clock;

    @BeforeEach
    void an_open_call() {
        hub.calls = List.of(new AppelPublie(StillHub.APPEL, false));
        clotures.vider();
        hub.connected = true;
        hub.enrolled = true;
        clock.set(Instant.parse("2025-05-20T10:00:00Z"));
        navigate(HomeView.class);
    }

    @Test
    void an_open_call_says_until_when_and_offers_three_doors() {
        assertThat(lead()).contains("jusqu’au vendredi 6 juin 2025, 18\u00a0h");
        assertThat(doors()).containsExactly("Poser ma candidature", "Suivre ma candidature", "Comprendre le CLN");
    }

    @Test
    void a_call_to_come_says_when_it_opens_and_lets_nobody_apply() {
        clock.set(Instant.parse("2025-05-04T21:59:59Z"));
        navigate(HomeView.class);
        assertThat(lead()).isEqualTo("Les candidatures ouvrent le lundi 5 mai 2025.");
        assertThat(doors()).doesNotContain("Poser ma candidature");
    }

    @Test
    void a_closed_call_says_where_and_when_the_public_draw_takes_place() {
        clock.set(Instant.parse("2025-06-06T16:00:00Z"));
        navigate(HomeView.class);
        assertThat(lead()).contains("closes").contains("vendredi 13 juin 2025").contains("Condition publique");
        assertThat(doors()).doesNotContain("Poser ma candidature");
    }

    @Test
    void a_call_that_staff_closed_before_its_end_is_closed_here_too() {
        hub.calls = List.of(new AppelPublie(StillHub.APPEL, true));
        navigate(HomeView.class);
        assertThat(lead()).contains("closes");
    }

    @Test
    void a_call_that_this_mairie_alone_has_closed_offers_nobody_to_apply_and_says_whom_to_ask() {
        clotures.clore(StillHub.APPEL.id());
        com.vaadin.flow.component.ComponentUtil.fireEvent(
                UI.getCurrent(), new com.vaadin.flow.component.PollEvent(UI.getCurrent(), true));
        assertThat(lead())
                .contains("Cette mairie ne reçoit plus de candidatures")
                .contains("Demandez à un agent");
        assertThat(doors()).containsExactly("Suivre ma candidature", "Comprendre le CLN");
    }

    @Test
    void an_open_call_counts_before_one_that_this_mairie_has_closed() {
        var other = new fr.roubaix.cln.domaine.candidature.Appel(
                new fr.roubaix.cln.domaine.candidature.AppelId("partiel"),
                StillHub.APPEL.ouvreLe(),
                StillHub.APPEL.jusquAu(),
                null,
                StillHub.APPEL.dateDeReference(),
                StillHub.APPEL.tirageLe(),
                "Hôtel de ville");
        hub.calls = List.of(new AppelPublie(StillHub.APPEL, false), new AppelPublie(other, false));
        clotures.clore(StillHub.APPEL.id());
        navigate(HomeView.class);
        assertThat(doors()).contains("Poser ma candidature");
    }

    @Test
    void a_screen_left_open_follows_the_call_without_being_touched() {
        clock.set(Instant.parse("2025-06-06T16:00:00Z"));
        com.vaadin.flow.component.ComponentUtil.fireEvent(
                UI.getCurrent(), new com.vaadin.flow.component.PollEvent(UI.getCurrent(), true));
        assertThat(lead()).contains("closes");
        assertThat(doors()).doesNotContain("Poser ma candidature");
    }

    @Test
    void a_kiosk_that_is_not_enrolled_says_so() {
        hub.enrolled = false;
        navigate(HomeView.class);
        assertThat(lead()).contains("pas encore en service");
        assertThat(doors()).doesNotContain("Poser ma candidature");
    }

    @Test
    void without_any_call_the_screen_says_so() {
        hub.calls = List.of();
        navigate(HomeView.class);
        assertThat(lead()).contains("pas d’appel");
    }

    @Test
    void after_a_session_that_expired_home_says_that_nothing_was_kept() {
        UI.getCurrent().navigate("", com.vaadin.flow.router.QueryParameters.of("session-expiree", ""));
        assertThat(paragraphs()).anyMatch(p -> p.contains("Rien n’a été gardé"));
    }

    /** The page is French again, for whoever comes next; the browser shows the one text of the visit that is over. */
    @Test
    void what_a_session_that_expired_kept_is_said_in_each_language_of_residents() {
        UI.getCurrent().navigate("", com.vaadin.flow.router.QueryParameters.of("session-expiree", ""));
        var texts = $(AfterVisit.class).single().getElement().getChildren().toList();
        assertThat(texts)
                .extracting(text -> text.getAttribute("data-langue"), text -> text.getAttribute("dir"))
                .containsExactly(
                        tuple("fr", "ltr"),
                        tuple("fr-facile", "ltr"),
                        tuple("en", "ltr"),
                        tuple("ar", "rtl"),
                        tuple("pt", "ltr"));
        assertThat(texts).extracting(Element::getText).doesNotHaveDuplicates();
        assertThat(texts)
                .filteredOn(text -> text.getClassList().contains("apres__page"))
                .extracting(Element::getText)
                .containsExactly("Votre session est terminée. Rien n’a été gardé sur cette borne.");
    }

    @Test
    void a_terminal_that_does_not_answer_says_so_in_the_language_of_the_visit() {
        var dialog = UI.getCurrent().getReconnectDialogConfiguration();
        UI.getCurrent().setLocale(Language.ENGLISH.locale());
        assertThat(dialog.getDialogTextGaveUp()).contains("no longer answers");
        UI.getCurrent().setLocale(Language.ARABIC.locale());
        assertThat(dialog.getDialogTextGaveUp()).matches("[\\p{IsArabic}\\p{Punct}\\s]+");
    }

    @Test
    void the_frame_says_where_one_is_and_whether_the_hub_is_in_reach() {
        assertThat(words("place")).isEqualTo("Mairie de quartier Nord");
        assertThat(words("link")).isEqualTo("Connectée");
        hub.connected = false;
        navigate(HomeView.class);
        assertThat(words("link")).isEqualTo("Hors ligne\u00a0: vous pouvez continuer");
    }

    @Test
    void text_size_and_contrast_change_the_page_at_once() {
        touch("Taille du texte");
        touch("Très grand");
        touch("Contraste");
        touch("Jaune sur noir");
        var settings = $(DisplaySettings.class).single();
        assertThat(settings.getElement().getAttribute("size")).isEqualTo("3");
        assertThat(settings.theme()).isEqualTo(Theme.CONTRASTE_SOMBRE);
    }

    @Test
    void the_bar_keeps_its_order_and_one_listens_between_the_colours_and_the_agent() {
        assertThat($(NativeButton.class).all().stream()
                        .filter(b -> b.hasClassName("bar__item"))
                        .map(b -> b.getElement().getAttribute("data-place")))
                .containsExactly("language", "size", "contrast", "listen", "agent", "exit");
    }

    @Test
    void calling_an_agent_gives_the_telephone_of_this_mairie() {
        touch("Appeler un agent");
        assertThat(paragraphs()).anyMatch(p -> p.contains("07\u00a087\u00a025\u00a007\u00a009"));
    }

    @Test
    void a_paper_held_out_where_none_is_read_is_told_so_for_a_moment() {
        navigate(UnderstandView.class);
        scans.bring(Scan.whole("CLN1:QUELQUE-CHOSE", Source.SERIAL));
        look();
        assertThat(header()).contains("Le lecteur ne sert pas");

        for (int i = 0; i < 15; i++) {
            look();
        }

        assertThat(header()).doesNotContain("lecteur").contains("Connectée");
    }

    @Test
    void members_are_offered_to_answer_a_letter_while_the_hub_says_so_and_only_then() {
        var today = LocalDate.of(2025, 5, 20);
        assertThat(doors()).doesNotContain("Répondre à un courrier");
        hub.renewal = new RenouvellementPublie(today, today);
        look();
        assertThat(doors())
                .containsExactly(
                        "Poser ma candidature", "Suivre ma candidature", "Répondre à un courrier", "Comprendre le CLN");
        hub.renewal = new RenouvellementPublie(today.minusDays(9), today.minusDays(1));
        look();
        assertThat(doors()).doesNotContain("Répondre à un courrier");
        hub.renewal = null;
    }

    private void look() {
        com.vaadin.flow.component.ComponentUtil.fireEvent(
                UI.getCurrent(), new com.vaadin.flow.component.PollEvent(UI.getCurrent(), true));
    }

    private String header() {
        return $(Header.class).single().getElement().getTextRecursively();
    }

    @Test
    void the_explanation_has_nine_short_facts_and_a_way_back() {
        navigate(UnderstandView.class);
        assertThat($(H2.class).all()).hasSize(9);
        test($(com.vaadin.flow.component.button.Button.class)
                        .withText("Retour à l’accueil")
                        .single())
                .click();
        assertThat(getCurrentView()).isInstanceOf(HomeView.class);
    }

    @Test
    void quitting_ends_the_http_session() {
        var session = UI.getCurrent().getSession().getSession();
        touch("Quitter et effacer");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> session.getAttribute("any")))
                .isInstanceOf(IllegalStateException.class);
    }

    private void touch(String words) {
        var button = $(NativeButton.class).all().stream()
                .filter(b -> b.getElement().getTextRecursively().strip().equals(words))
                .findFirst()
                .orElseThrow();
        test(button).click();
    }

    private String lead() {
        return paragraphs().getFirst();
    }

    private List<String> paragraphs() {
        return $(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }

    private List<String> doors() {
        return $(NativeButton.class).all().stream()
                .filter(b -> b.hasClassName("door"))
                .map(b -> b.getElement().getChild(1).getTextRecursively())
                .toList();
    }

    private String words(String className) {
        return $(Header.class)
                .single()
                .getElement()
                .getChildren()
                .filter(part -> part.getClassList().contains(className))
                .findFirst()
                .orElseThrow()
                .getTextRecursively()
                .strip();
    }
}
