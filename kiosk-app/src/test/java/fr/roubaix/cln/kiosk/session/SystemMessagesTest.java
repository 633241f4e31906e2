package fr.roubaix.cln.kiosk.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

import fr.roubaix.cln.kiosk.device.ScreenSizes;
import fr.roubaix.cln.web.Measures;
import fr.roubaix.cln.web.Words;
import fr.roubaix.cln.web.language.Language;

/** What Vaadin itself says to a person when something fails, in the language that they chose. */
@ContextConfiguration(classes = SystemMessagesTest.Slice.class)
@ViewPackages(packages = "fr.roubaix.cln.kiosk.session")
class SystemMessagesTest extends SpringBrowserlessTest {

    @Import(FrenchPage.class)
    static class Slice {
        @Bean
        Words words() {
            return new Words(Language.locales());
        }

        @Bean
        ScreenSizes sizes() {
            return Measures::usual;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Un problème est survenu",
        "fr-facile, Un problème est survenu",
        "en, Something went wrong",
        "ar, حدثت مشكلة",
        "pt, Houve um problema"
    })
    void a_fault_is_told_in_the_language_of_the_visit(String language, String words) {
        UI.getCurrent().setLocale(Locale.forLanguageTag(language));
        assertThat(messages().getInternalErrorCaption()).isEqualTo(words);
    }

    @Test
    void before_anybody_chose_a_language_the_terminal_is_french_whatever_its_browser_asks_for() {
        UI.setCurrent(null);
        assertThat(messages().getInternalErrorCaption()).isEqualTo("Un problème est survenu");
    }

    @Test
    void without_cookies_nobody_can_choose_and_all_are_told_whom_to_ask() {
        assertThat(messages().getCookiesDisabledMessage())
                .contains("Demandez à un agent", "Ask a member of staff", "اسألوا موظف", "Pergunte a um funcionário");
    }

    private static SystemMessages messages() {
        return VaadinService.getCurrent().getSystemMessages(Locale.GERMAN, VaadinRequest.getCurrent());
    }
}
