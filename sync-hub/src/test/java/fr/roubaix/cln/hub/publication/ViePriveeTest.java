package fr.roubaix.cln.hub.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import fr.roubaix.cln.domaine.conservation.RegleDeConservation;
import fr.roubaix.cln.hub.HubScreens;

/** What everyone reads of what becomes of their data. */
@WithAnonymousUser
class ViePriveeTest extends HubScreens {

    @Autowired
    private WebApplicationContext context;

    @Test
    void the_page_says_every_rule_that_the_hub_applies_and_needs_no_script_nor_cookie() throws Exception {
        var answer = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build()
                .perform(get("/vie-privee"))
                .andReturn();
        String page = answer.getResponse().getContentAsString();
        assertThat(answer.getResponse().getStatus()).isEqualTo(200);
        for (var regle : RegleDeConservation.values()) {
            assertThat(page).contains(regle.titre(), regle.duree());
        }
        assertThat(page)
                .contains("délégué à la protection des données", "CNIL", "Effacement (art. 17)")
                .doesNotContain("??", "<script", "style=\"");
        assertThat(answer.getResponse().getCookies()).isEmpty();
    }

    @Test
    void the_home_page_and_every_foot_lead_there() throws Exception {
        String home = MockMvcBuilders.webAppContextSetup(context)
                .build()
                .perform(get("/"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(home.split("href=\"/vie-privee\"", -1)).hasSize(3);
    }
}
