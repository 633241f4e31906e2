package fr.roubaix.cln.hub.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Locale;
import java.util.regex.Pattern;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import fr.roubaix.cln.hub.HubScreens;

/** What people read when something fails: a French sentence, a number when it is the hub's fault, never the cause. */
@WithMockUser(username = "ada", roles = "ADMIN")
class ErrorsTest extends HubScreens {

    @Autowired
    private WebApplicationContext context;

    @Test
    void an_act_that_fails_leaves_the_screen_open_with_a_number() {
        navigate("gestion", Main.class);
        VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(new IllegalStateException("cause secrète")));
        assertThat(said())
                .contains("Cet acte n’a pas abouti")
                .containsPattern("[0-9A-F]{6}")
                .doesNotContain("secrète");
    }

    @Test
    void an_act_beyond_ones_role_is_said_as_such() {
        navigate("gestion", Main.class);
        VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(new AccessDeniedException("denied")));
        assertThat(said()).contains("Votre compte ne permet pas cet acte");
    }

    @Test
    void an_unknown_screen_and_a_refused_one_keep_the_menu() {
        var unknown = navigate("gestion/nulle-part", Main.class);
        assertThat(unknown).isInstanceOf(PageIntrouvableView.class);
        assertThat(frame(unknown)).isInstanceOf(CadreDuHub.class);
        var refused = navigate("gestion/candidatures", Main.class);
        assertThat(refused).isInstanceOf(AccesRefuseView.class);
        assertThat(frame(refused)).isInstanceOf(CadreDuHub.class);
    }

    @Test
    void the_client_speaks_french_and_an_ended_session_leads_to_sign_in() {
        navigate("gestion", Main.class);
        var messages = VaadinService.getCurrent().getSystemMessages(Locale.FRENCH, null);
        assertThat(messages.isSessionExpiredNotificationEnabled()).isFalse();
        assertThat(messages.getSessionExpiredURL()).isEqualTo("/connexion?expiree");
        assertThat(messages.getInternalErrorMessage()).contains("Le hub n’a pas répondu");
        assertThat(messages.getCookiesDisabledMessage()).contains("Autorisez les cookies");
    }

    @ParameterizedTest
    @CsvSource({
        "400, mal formée",
        "403, refusée",
        "404, introuvable",
        "405, impossible",
        "413, trop grand",
        "429, Attendez une minute",
        "418, refusée",
        "500, Incident",
        "503, Incident"
    })
    void every_failure_outside_the_screens_has_its_french_page_and_never_the_cause(int status, String words)
            throws Exception {
        var answer = failed(status);
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getContentAsString())
                .contains("lang=\"fr\"", words, "href=\"/\"")
                .doesNotContain("secrète", "Exception", "\tat ", "nulle-part");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void the_number_on_the_page_stands_in_the_log_beside_the_cause(CapturedOutput log) throws Exception {
        String page = failed(500).getContentAsString();
        var number = Pattern.compile("<b class=\"mono\">([0-9A-F]{6})</b>").matcher(page);
        assertThat(number.find()).as(page).isTrue();
        assertThat(log.getOut().replaceAll("(?s).*incident " + number.group(1), ""))
                .contains("cause secrète", "\tat ");
    }

    @Test
    void an_address_that_does_not_exist_and_a_crowd_have_no_number() throws Exception {
        assertThat(failed(404).getContentAsString()).doesNotContain("class=\"mono\"");
        assertThat(failed(429).getContentAsString()).doesNotContain("class=\"mono\"");
    }

    @Test
    void an_unknown_address_outside_the_screens_is_answered_404_without_a_stack() throws Exception {
        var response = http().perform(get("/cln/nulle-part.css")).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentAsString()).doesNotContain("Exception");
    }

    private MockHttpServletResponse failed(int status) throws Exception {
        return http().perform(get("/error")
                        .with(request -> {
                            request.setDispatcherType(DispatcherType.ERROR);
                            return request;
                        })
                        .accept(MediaType.TEXT_HTML)
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/nulle-part")
                        .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("cause secrète")))
                .andReturn()
                .getResponse();
    }

    private MockMvc http() {
        return MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    private String said() {
        return $(Notification.class).single().getElement().getProperty("text");
    }

    private static Component frame(Component page) {
        return page.getParent().orElseThrow();
    }
}
