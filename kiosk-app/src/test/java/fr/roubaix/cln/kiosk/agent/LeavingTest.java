package fr.roubaix.cln.kiosk.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.browserless.mocks.MockHttpSession;
import com.vaadin.browserless.mocks.MockedUI;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.test.context.ContextConfiguration;

import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.kiosk.StillHub;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.web.Countdown;
import fr.roubaix.cln.web.DisplaySettings;
import fr.roubaix.cln.web.DisplaySettings.Theme;
import fr.roubaix.cln.web.IdleWatch;
import fr.roubaix.cln.web.Measures;
import fr.roubaix.cln.web.access.OnScreenKeyboard;
import fr.roubaix.cln.web.access.ReadAloud;
import fr.roubaix.cln.web.language.Language;

/**
 * Wherever somebody stands and however they leave, the next person finds the home screen in French, in its first size and
 * colours, and the terminal has forgotten: what was typed is looked for in the whole memory of the process.
 */
@ContextConfiguration(classes = LeavingTest.Residents.class)
@ViewPackages(
        packages = {
            "fr.roubaix.cln.kiosk.agent",
            "fr.roubaix.cln.kiosk.candidature",
            "fr.roubaix.cln.kiosk.followup",
            "fr.roubaix.cln.kiosk.home",
            "fr.roubaix.cln.kiosk.session"
        })
class LeavingTest extends AgentScreen {

    private static final String PREFIX = "Zqkv";
    private static final long SEED = 2025;
    private static final Random LETTERS = new Random(SEED);

    /** What residents meet, beside the page of the agent. */
    @ComponentScan(
            basePackages = "fr.roubaix.cln.kiosk.candidature",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*\\.(CandidatureConfiguration|DepotDeCandidature)"))
    @ComponentScan(
            basePackages = "fr.roubaix.cln.kiosk.session",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.FrenchPage"))
    static class Residents {
        @Bean
        Measures measures() {
            return Measures.usual();
        }
    }

    /** Where the person stands when they leave. */
    enum Place {
        STEP_3,
        REVIEW,
        CONFIRMATION,
        REFUSED_FIELD,
        FOLLOW_UP,
        PAPER_FORM,
        WITHDRAWAL
    }

    private void walkTo(Place place) {
        switch (place) {
            case STEP_3 -> upTo(3);
            case REVIEW -> upTo(6);
            case CONFIRMATION -> {
                upTo(6);
                goOn();
            }
            case REFUSED_FIELD -> {
                navigateTo("candidature");
                goOn();
                write("Nom de naissance", name() + "<");
                goOn();
            }
            case FOLLOW_UP -> {
                navigateTo("suivre");
                write("Numéro du reçu", name());
                goOn();
            }
            case PAPER_FORM -> {
                signIn();
                ((VisiteDAgent) getCurrentView()).fiche();
                write("Nom de naissance", name());
                write("Prénoms", name());
            }
            case WITHDRAWAL -> {
                signIn();
                ((VisiteDAgent) getCurrentView()).retrait(new ReceiptCode(77), false);
                write(UI.getCurrent().getTranslation("agent.retrait.nom"), name());
            }
        }
    }

    /** How the visit ends. */
    enum Exit {
        QUIT,
        NOBODY_ANSWERS,
        WOKEN_LATE,
        ANOTHER_PAGE,
        SESSION_OVER
    }

    private void leaveBy(Exit exit) {
        switch (exit) {
            case QUIT -> bar("exit");
            case NOBODY_ANSWERS -> {
                var watch = watch();
                ComponentUtil.fireEvent(watch, new IdleWatch.Idle(watch, true));
                var countdown = $(Countdown.class).single();
                ComponentUtil.fireEvent(countdown, new Countdown.End(countdown, true));
            }
            case WOKEN_LATE -> {
                var watch = watch();
                ComponentUtil.fireEvent(watch, new IdleWatch.Erased(watch, true));
            }
            case ANOTHER_PAGE -> anotherPage();
            case SESSION_OVER -> visit.invalidate();
        }
    }

    @BeforeEach
    void during_the_call() {
        clock.set(Instant.parse("2025-05-20T10:00:00Z"));
        hub.calls = List.of(new AppelPublie(StillHub.APPEL, false));
    }

    static Stream<Arguments> everyWay() {
        return Stream.of(Place.values())
                .flatMap(place -> Stream.of(Exit.values()).map(exit -> Arguments.of(place, exit)));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void the_next_person_finds_home_as_on_the_first_day(Place place, Exit exit) {
        standAt(place);
        var left = UI.getCurrent();
        leaveBy(exit);
        assertThat(!visit.isValid() || left.isClosing()).as("the visit is over").isTrue();
        comesBack();
        assertThat(home()).isTrue();
        assertThat(settings()).returns(Theme.CLAIR, DisplaySettings::theme).returns(1, DisplaySettings::size);
        assertThat(UI.getCurrent().getLocale().getLanguage()).isEqualTo("fr");
        assertThat(UI.getCurrent().getElement().getOuterHTML()).doesNotContain(PREFIX);
    }

    /** What the browser starts from, before any script runs, and what speaks or writes in it by itself afterwards. */
    @ParameterizedTest
    @EnumSource(Exit.class)
    void the_page_the_voice_and_the_keyboard_are_french_again(Exit exit) {
        standAt(Place.REFUSED_FIELD);
        assertThat(said(OnScreenKeyboard.class, "nom")).isEqualTo(text("clavier.nom", Language.ARABIC));
        assertThat(said(ReadAloud.class, "prive")).isEqualTo(text("ecoute.prive", Language.ARABIC));

        leaveBy(exit);
        comesBack();

        assertThat(document().attributes())
                .as("the page as the server gives it")
                .extracting(Attribute::getKey, Attribute::getValue)
                .contains(tuple("lang", "fr"), tuple("data-theme", "clair"), tuple("data-size", "1"))
                .doesNotContain(tuple("dir", "rtl"));
        assertThat(said(OnScreenKeyboard.class, "nom")).isEqualTo(text("clavier.nom", Language.FRENCH));
        assertThat(said(ReadAloud.class, "prive")).isEqualTo(text("ecoute.prive", Language.FRENCH));
        assertThat($(ReadAloud.class).single().button().getElement().getTextRecursively())
                .contains(text("ecoute.ecouter", Language.FRENCH));
        assertThat(UI.getCurrent().getReconnectDialogConfiguration().getDialogText())
                .isEqualTo(text("session.reconnexion", Language.FRENCH));
    }

    private String said(Class<? extends Component> speaker, String word) {
        return $(speaker).single().getElement().getAttribute("mot-" + word);
    }

    private static String text(String key, Language language) {
        return UI.getCurrent().getTranslation(language.locale(), key);
    }

    /** Its first element, as whatever stands before it is made of. */
    private static Element document() {
        var document = Document.createShell("");
        VaadinService.getCurrent()
                .modifyIndexHtmlResponse(
                        new IndexHtmlResponse(VaadinRequest.getCurrent(), VaadinResponse.getCurrent(), document));
        return document.child(0);
    }

    @Test
    void nothing_that_was_typed_is_left_in_the_memory_of_the_terminal() {
        standAt(Place.REVIEW);
        assertThat(HeapSearch.wordsBeginningWith(PREFIX, folder))
                .as("the search finds what is there, and nothing of those who left before")
                .hasSize(1);
        leaveBy(Exit.QUIT);
        comesBack();
        for (var place : Place.values()) {
            for (var exit : Exit.values()) {
                standAt(place);
                leaveBy(exit);
                comesBack();
            }
        }
        assertThat(HeapSearch.wordsBeginningWith(PREFIX, folder)).isEmpty();
    }

    @Test
    void another_page_of_the_browser_ends_a_visit_but_one_sent_home_ends_nothing() {
        standAt(Place.REVIEW);
        var first = UI.getCurrent();
        anotherPage();
        assertThat(first.isClosing()).isTrue();
        UI.getCurrent().navigate("suivre");
        var second = UI.getCurrent();
        var third = page();
        third.navigate("", QueryParameters.of("session-expiree", ""));
        assertThat(second.isClosing()).isFalse();
    }

    private void standAt(Place place) {
        UI.getCurrent().navigate("agent");
        walkTo(place);
        UI.getCurrent().setLocale(Language.ARABIC.locale());
        settings().setTheme(Theme.CONTRASTE_SOMBRE);
        settings().setSize(DisplaySettings.SIZES);
    }

    private void upTo(int step) {
        navigateTo("candidature");
        goOn();
        write("Nom de naissance", name());
        write("Prénoms", "Ana");
        goOn();
        write("Jour", "14");
        write("Mois", "3");
        write("Année", "1957");
        goOn();
        write("Numéro et rue, à Roubaix", "12 rue " + lastName);
        if (step == 3) {
            return;
        }
        answer(Secteur.NORD);
        goOn();
        answer(Parite.FEMMES);
        goOn();
        write("Courriel, si vous voulez", lastName + "@exemple.example");
        answer(Publication.SECTEUR_SEUL);
        test($(Checkbox.class).single()).click();
        goOn();
    }

    private String lastName = "";

    /** Nobody in the world is called this, and nobody twice. */
    private String name() {
        var letters = new StringBuilder(PREFIX);
        LETTERS.ints(4, 'A', 'Z' + 1).forEach(letters::appendCodePoint);
        lastName = letters.toString();
        return lastName;
    }

    private void navigateTo(String route) {
        UI.getCurrent().navigate(route);
    }

    private void write(String label, String text) {
        $(TextField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow()
                .setValue(text);
    }

    @SuppressWarnings("unchecked") // the group holds items of the type of the answer
    private <T extends Enum<T>> void answer(T answer) {
        ((RadioButtonGroup<T>) $(RadioButtonGroup.class).all().stream()
                        .filter(choices ->
                                choices.getGenericDataView().getItems().anyMatch(answer::equals))
                        .findFirst()
                        .orElseThrow())
                .setValue(answer);
    }

    private void goOn() {
        $(Button.class).all().stream()
                .filter(button -> button.getThemeNames().contains(ButtonVariant.PRIMARY.getVariantName()))
                .findFirst()
                .orElseThrow()
                .click();
    }

    private void bar(String place) {
        test($(NativeButton.class).all().stream()
                        .filter(button -> place.equals(button.getElement().getAttribute("data-place")))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private IdleWatch watch() {
        return $(IdleWatch.class).single();
    }

    private DisplaySettings settings() {
        return $(DisplaySettings.class).single();
    }

    private boolean home() {
        return $(H1.class).all().stream().anyMatch(title -> title.getText().contains("Le numérique de la ville"));
    }

    /** The browser comes again with the session it knows: reloaded, or begun anew after it died. */
    private void anotherPage() {
        page().navigate("");
    }

    private static UI page() {
        var session = VaadinSession.getCurrent();
        var page = new MockedUI();
        page.getInternals().setSession(session);
        UI.setCurrent(page);
        page.doInit(VaadinRequest.getCurrent(), session.getNextUIid(), "page");
        session.addUI(page);
        return page;
    }

    /** The next person, before a browser that knows nothing. */
    private void comesBack() {
        lastName = "";
        cleanVaadinEnvironment();
        initVaadinEnvironment();
        visit = (MockHttpSession)
                ((WrappedHttpSession) VaadinSession.getCurrent().getSession()).getHttpSession();
        UI.getCurrent().navigate("");
    }
}
