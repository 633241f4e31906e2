package fr.roubaix.cln.hub.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Locale;
import java.util.Map;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import fr.roubaix.cln.hub.HubScreens;

/** What people read when something fails: a French sentence, a number when it is the hub's fault, never the cause. */
@WithMockUser(username = "ada", roles = "ADMIN")
class ErrorsTest extends HubScreens {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private PageDErreur page;

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
        assertThat(messages.getSessionExpiredURL()).isEqualTo("/app/connexion?expiree");
        assertThat(messages.getInternalErrorMessage()).contains("Le hub n’a pas répondu");
        assertThat(messages.getCookiesDisabledMessage()).contains("Autorisez les cookies");
    }

    @Test
    void a_failure_outside_the_screens_shows_a_number_and_never_the_cause() throws Exception {
        var request = new MockHttpServletRequest();
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("cause secrète"));
        var response = new MockHttpServletResponse();
        response.setStatus(500);
        page.render(Map.of(), request, response);
        assertThat(response.getContentAsString())
                .contains("lang=\"fr\"", "Incident", "donnez ce numéro")
                .containsPattern("[0-9A-F]{6}")
                .doesNotContain("secrète", "Exception", "\tat ");
    }

    @Test
    void an_unknown_address_outside_the_screens_is_answered_404_without_a_stack() throws Exception {
        var http = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        var response = http.perform(get("/cln/nulle-part.css")).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentAsString()).doesNotContain("Exception");
        var shown = new MockHttpServletResponse();
        shown.setStatus(404);
        page.render(Map.of(), new MockHttpServletRequest(), shown);
        assertThat(shown.getContentAsString()).contains("Page introuvable", "href=\"/app/\"");
    }

    private String said() {
        return $(Notification.class).single().getElement().getProperty("text");
    }

    private static Component frame(Component page) {
        return page.getParent().orElseThrow();
    }
}
