package fr.roubaix.cln.hub.attaques;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import fr.roubaix.cln.hub.security.Personnel;
import fr.roubaix.cln.hub.security.Role;

/** What another site can make the browser of a visitor do. */
class CrossSiteTest extends AttackedHub {

    /** Questions of anybody to a published draw, by POST to keep a code out of addresses: nothing changes by them. */
    private static final Set<String> ASKED = Set.of(
            "/tirages/{appel:[a-z0-9-]{1,32}}/a-la-main",
            "/tirages/{appel:[a-z0-9-]{1,32}}/recherche",
            "/tirages/{appel:[a-z0-9-]{1,32}}/recherche/photo");

    @Test
    void no_form_is_taken_without_the_word_that_this_session_was_given() {
        String ofAnother = stranger().csrf("/connexion");
        var forms = forms();
        assertThat(forms).contains("/connexion", "/deconnexion", "/compte/mot-de-passe");
        for (String form : forms) {
            for (Browser victim : List.of(stranger(), staff(Role.SECRETARIAT))) {
                for (String token : List.of("", "invente", ofAnother)) {
                    assertThat(victim.post(form, token).status()).as(form).isEqualTo(403);
                }
            }
        }
        assertThat(staff(Role.SECRETARIAT).get("/compte").status())
                .as("still signed in")
                .isEqualTo(200);
    }

    @Test
    void the_client_of_a_screen_needs_the_word_of_its_session_too() {
        var victim = staff(Role.ADMIN);
        var start = victim.send("GET", "/app/?v-r=init&location=gestion&query=", List.of(), "");
        assertThat(start.status()).isEqualTo(200);
        var forged = victim.send(
                "POST",
                "/app/?v-r=uidl&v-uiId=0",
                List.of("Content-Type: application/json"),
                "{\"csrfToken\":\"invente\",\"rpc\":[],\"syncId\":0,\"clientId\":0}");
        assertThat(forged.body()).contains("appError").doesNotContain("\"changes\":[");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/connexion",
                "/connexion/code",
                "/compte",
                "/app/",
                "/app/gestion",
                "/app/nulle-part",
                "/nulle-part",
                "/cln/tokens.css",
                "/site/cles.js",
                "/api/borne/v1/bulletin",
                "/actuator/health",
                "/a;b"
            })
    void no_other_site_may_frame_or_guess_anything_whoever_asks(String url) {
        for (Browser visitor : List.of(stranger(), staff(Role.SECRETARIAT))) {
            var reply = visitor.get(url);
            assertThat(reply.header("X-Frame-Options")).as(reply.toString()).contains("DENY");
            assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
        }
    }

    @Test
    void a_session_planted_before_the_sign_in_is_worth_nothing_after() {
        var attacker = stranger();
        attacker.get("/connexion");
        String planted = attacker.cookie();
        var victim = stranger();
        victim.wear(planted);
        victim.signIn(Personnel.embaucher(hub, "victime", "SECRETARIAT", clock.instant()), clock.instant());
        assertThat(victim.cookie()).isNotEqualTo(planted);
        assertThat(victim.get("/compte").status()).isEqualTo(200);
        assertThat(attacker.get("/compte").location()).isEqualTo("/connexion");
    }

    @Test
    void a_session_named_by_the_visitor_or_by_an_address_is_not_taken() {
        var visitor = stranger();
        visitor.wear("CLN_HUB=" + "A".repeat(32));
        visitor.get("/connexion");
        assertThat(visitor.cookie()).isNotEqualTo("CLN_HUB=" + "A".repeat(32));
        String taken = staff(Role.ADMIN).cookie().replaceFirst("CLN_HUB=", "");
        for (String target :
                List.of("/compte;jsessionid=" + taken, "/compte;CLN_HUB=" + taken, "/compte?jsessionid=" + taken)) {
            var reply = stranger().get(target);
            assertThat(reply.status() == 400 || reply.location().equals("/connexion"))
                    .as(target)
                    .isTrue();
        }
    }

    @Test
    void the_cookie_is_for_this_site_and_no_script() {
        assertThat(stranger().get("/connexion").header("Set-Cookie").orElse(""))
                .startsWith("CLN_HUB=")
                .contains("HttpOnly", "SameSite=Lax");
    }

    /** Every address outside the screens and the kiosks' door that changes something. */
    private Set<String> forms() {
        var forms = hub.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(pattern -> !pattern.startsWith("/api/borne/"))
                .filter(pattern -> !ASKED.contains(pattern))
                .collect(Collectors.toCollection(TreeSet::new));
        forms.add("/deconnexion");
        return forms;
    }
}
