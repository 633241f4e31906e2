package fr.roubaix.cln.hub.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import fr.roubaix.cln.hub.HubScreens;

/** What every answer of the two webs says to a browser. */
class TwoWebsTest extends HubScreens {

    @Autowired
    private WebApplicationContext context;

    private MockMvc mvc;

    @BeforeEach
    void http() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/cln/tokens.css",
                "/site/site.css",
                "/hub/hub.css",
                "/nulle-part",
                "/actuator/health",
                "/app/",
                "/app/gestion"
            })
    void every_answer_forbids_framing_guessing_types_and_telling_where_one_comes_from(String url) throws Exception {
        var answer = answer(url);
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.getHeader("Permissions-Policy")).contains("camera=()", "geolocation=()");
        assertThat(answer.getHeader("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.getHeader("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(answer.getHeader("Strict-Transport-Security"))
                .as("over HTTP")
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cln/tokens.css", "/nulle-part"})
    void a_public_page_runs_no_script_and_loads_nothing_but_its_own_styles(String url) throws Exception {
        assertThat(answer(url).getHeader("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe", "script-src", "http");
    }

    @Test
    void the_staff_screens_alone_keep_what_their_client_needs() throws Exception {
        assertThat(answer("/app/").getHeader("Content-Security-Policy"))
                .contains("default-src 'self'", "object-src 'none'", "form-action 'self'", "'unsafe-eval'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/app/gestion"})
    void over_https_a_browser_is_told_to_stay_there(String url) throws Exception {
        var answer = mvc.perform(get(url).secure(true)).andReturn().getResponse();
        assertThat(answer.getHeader("Strict-Transport-Security")).startsWith("max-age=31536000");
    }

    private MockHttpServletResponse answer(String url) throws Exception {
        return mvc.perform(get(url)).andReturn().getResponse();
    }
}
