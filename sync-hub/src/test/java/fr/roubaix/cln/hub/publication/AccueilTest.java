package fr.roubaix.cln.hub.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import fr.roubaix.cln.hub.HubScreens;

/** What somebody without account reads first. */
@WithMockUser(username = "maud.v", roles = "SECRETARIAT")
class AccueilTest extends HubScreens {

    @Autowired
    private WebApplicationContext context;

    @Test
    void without_a_call_the_page_says_so_and_gives_no_date() throws Exception {
        assertThat(page())
                .contains("Aucun appel n’est ouvert", "lang=\"fr\"", "07 87 25 07 09", "tel:+33787250709")
                .doesNotContain("Dernier jour", "!accueil", "??");
    }

    @Test
    void the_page_follows_the_call_with_its_real_dates() throws Exception {
        openCall();
        assertThat(page())
                .contains(
                        "L’appel est ouvert",
                        "dimanche 6 juin 2027",
                        "dimanche 13 juin 2027",
                        "Hôtel de ville",
                        "href=\"/app/candidature\"");
        clock.set(Instant.parse("2027-06-07T08:00:00Z"));
        assertThat(page())
                .contains("L’appel est clos", "vous pouvez y assister")
                .doesNotContain("/app/candidature");
        clock.set(Instant.parse("2027-06-14T08:00:00Z"));
        assertThat(page()).contains("Le dernier appel est terminé", "affiché en mairie");
    }

    @Test
    void a_call_closed_early_is_closed_for_everyone() throws Exception {
        openCall();
        closeCall();
        assertThat(page()).contains("L’appel est clos").doesNotContain("L’appel est ouvert");
    }

    @Test
    @WithAnonymousUser
    void the_page_needs_no_script_and_leaves_no_cookie() throws Exception {
        var answer = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build()
                .perform(get("/"))
                .andReturn();
        assertThat(answer.getResponse().getContentAsString()).doesNotContain("<script", "style=\"", "//cdn");
        assertThat(answer.getResponse().getCookies()).isEmpty();
        assertThat(answer.getRequest().getSession(false)).isNull();
    }

    private String page() throws Exception {
        return MockMvcBuilders.webAppContextSetup(context)
                .build()
                .perform(get("/"))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
