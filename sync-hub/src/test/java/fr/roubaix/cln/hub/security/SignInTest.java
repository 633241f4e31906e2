package fr.roubaix.cln.hub.security;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.WebAttributes;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import fr.roubaix.cln.hub.HubScreens;

class SignInTest extends HubScreens {

    private static final String MOT_DE_PASSE = "une phrase assez longue";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private CreationDeCompte creation;

    @Autowired
    private CodeInitial codeInitial;

    @Autowired
    private Authentification authentification;

    @Autowired
    private Guichet guichet;

    private MockMvc mvc;

    @BeforeEach
    void http() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    void the_first_administrator_needs_the_code_and_the_code_serves_once() {
        String code = codeInitial.nouveau();
        assertThat(creation.creerLePremier("AAAA-BBBB-CCCC-DDDD", demande("admin")))
                .isEqualTo(CreationDeCompte.Issue.Refus.CODE_INCONNU);
        assertThat(creation.creerLePremier(code.toLowerCase(java.util.Locale.ROOT), demande("admin")))
                .isInstanceOf(CreationDeCompte.Issue.Cree.class);
        assertThat(creation.creerLePremier(code, demande("autre")))
                .isEqualTo(CreationDeCompte.Issue.Refus.CODE_INCONNU);
        assertThat(jdbc.sql("SELECT role FROM compte_role").query(String.class).list())
                .containsExactly("ADMIN");
        assertThat(jdbc.sql("SELECT mot_de_passe FROM compte")
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$");
    }

    @Test
    void guessing_the_code_is_slowed_down() {
        String code = codeInitial.nouveau();
        for (int i = 0; i <= Verrous.ESSAIS_LIBRES; i++) {
            creation.creerLePremier("mauvais", demande("admin"));
        }
        assertThat(creation.creerLePremier(code, demande("admin")))
                .isEqualTo(CreationDeCompte.Issue.Refus.TROP_D_ESSAIS);
        clock.advance(Verrous.PREMIER_DELAI);
        assertThat(creation.creerLePremier(code, demande("admin"))).isInstanceOf(CreationDeCompte.Issue.Cree.class);
    }

    @Test
    void a_short_password_or_a_different_confirmation_is_refused() {
        String code = codeInitial.nouveau();
        var court = new CreationDeCompte.Demande("admin", "Ada", "court", "court", Set.of());
        assertThat(creation.creerLePremier(code, court)).isEqualTo(CreationDeCompte.Issue.Refus.MOT_DE_PASSE_COURT);
        var autre = new CreationDeCompte.Demande("admin", "Ada", MOT_DE_PASSE, MOT_DE_PASSE + "!", Set.of());
        assertThat(creation.creerLePremier(code, autre))
                .isEqualTo(CreationDeCompte.Issue.Refus.CONFIRMATION_DIFFERENTE);
    }

    @Test
    void only_an_administrator_creates_accounts() {
        assertThatThrownBy(() -> as("maud.v", "SECRETARIAT", () -> creation.creer(demande("intrus"))))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(as("ada", "ADMIN", () -> creation.creer(demande("maud.v"))))
                .isInstanceOf(CreationDeCompte.Issue.Cree.class);
        assertThat(as("ada", "ADMIN", () -> creation.creer(demande("maud.v"))))
                .isEqualTo(CreationDeCompte.Issue.Refus.IDENTIFIANT_PRIS);
    }

    @Test
    void five_failures_lock_the_name_longer_and_longer_even_for_the_right_password() {
        creer("maud.v");
        for (int i = 0; i <= Verrous.ESSAIS_LIBRES; i++) {
            assertThatThrownBy(() -> entrer("maud.v", "faux")).isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> entrer("Maud.V", MOT_DE_PASSE)).isInstanceOf(LockedException.class);
        clock.advance(Verrous.PREMIER_DELAI);
        assertThatThrownBy(() -> entrer("maud.v", "faux")).isInstanceOf(BadCredentialsException.class);
        clock.advance(Verrous.PREMIER_DELAI);
        assertThatThrownBy(() -> entrer("maud.v", MOT_DE_PASSE)).isInstanceOf(LockedException.class);
        clock.advance(Verrous.PREMIER_DELAI);
        entrer("maud.v", MOT_DE_PASSE);
        assertThatThrownBy(() -> entrer("maud.v", "faux")).isInstanceOf(BadCredentialsException.class);
        entrer("maud.v", MOT_DE_PASSE);
    }

    @Test
    void a_name_without_account_locks_like_any_other() {
        for (int i = 0; i <= Verrous.ESSAIS_LIBRES; i++) {
            assertThatThrownBy(() -> entrer("personne", "faux")).isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> entrer("personne", "faux")).isInstanceOf(LockedException.class);
        clock.advance(Duration.ofDays(2));
        assertThatThrownBy(() -> entrer("personne", "faux")).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void guesses_made_together_are_counted_apart() throws Exception {
        creer("maud.v");
        // Guesses come two by two through the gate: those turned away by the crowd try again, as an attacker would.
        try (var threads = Executors.newFixedThreadPool(30)) {
            var outcomes = threads.invokeAll(Collections.nCopies(30, () -> guess("maud.v"))).stream()
                    .map(Future::resultNow)
                    .collect(groupingBy(identity(), counting()));
            assertThat(outcomes)
                    .containsEntry(BadCredentialsException.class, Verrous.ESSAIS_LIBRES + 1L)
                    .containsEntry(LockedException.class, 30L - Verrous.ESSAIS_LIBRES - 1);
        }
    }

    @Test
    void a_crowd_at_the_sign_in_is_turned_away_without_counting_as_failures() throws Exception {
        creer("maud.v");
        var held = new CountDownLatch(Guichet.PLACES);
        var free = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(Guichet.PLACES)) {
            for (int i = 0; i < Guichet.PLACES; i++) {
                threads.execute(() -> guichet.servir(() -> {
                    held.countDown();
                    return waitFor(free);
                }));
            }
            waitFor(held);
            try {
                var session = new MockHttpSession();
                assertThat(connexion("maud.v", MOT_DE_PASSE, session).getRedirectedUrl())
                        .contains("error");
                assertThat(session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION))
                        .isInstanceOf(TropDeConnexions.class);
            } finally {
                free.countDown();
            }
        }
        assertThat(jdbc.sql("SELECT COUNT(*) FROM connexion_echouee")
                        .query(Integer.class)
                        .single())
                .isZero();
        entrer("maud.v", MOT_DE_PASSE);
    }

    @Test
    void signing_in_changes_the_session_and_one_failure_counts_once() throws Exception {
        creer("maud.v");
        var session = new MockHttpSession();
        String before = session.getId();
        var refused = connexion("maud.v", "faux", session);
        assertThat(refused.getRedirectedUrl()).contains("error");
        assertThat(jdbc.sql("SELECT echecs FROM connexion_echouee")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var accepted = connexion("maud.v", MOT_DE_PASSE, session);
        assertThat(accepted.getRedirectedUrl()).doesNotContain("error");
        assertThat(session.getId()).isNotEqualTo(before);
    }

    @Test
    void nobody_reaches_a_screen_without_signing_in_but_styles_are_for_everyone() throws Exception {
        assertThat(status("/app/gestion/candidatures")).isEqualTo(302);
        assertThat(status("/actuator/env")).isNotEqualTo(200);
        assertThat(status("/cln/tokens.css")).isEqualTo(200);
        assertThat(status("/hub/hub.css")).isEqualTo(200);
        assertThat(status("/actuator/health")).isEqualTo(200);
    }

    @Test
    void nobody_is_signed_out_by_a_forged_request() throws Exception {
        creer("maud.v");
        var session = new MockHttpSession();
        assertThat(connexion("maud.v", MOT_DE_PASSE, session).getRedirectedUrl())
                .doesNotContain("error");
        mvc.perform(post("/logout").session(session)).andReturn();
        assertThat(session.isInvalid()).as("signed out without the token").isFalse();
        mvc.perform(get("/logout").session(session)).andReturn();
        assertThat(session.isInvalid()).as("signed out by a link").isFalse();
        mvc.perform(post("/logout").session(session).with(csrf())).andReturn();
        assertThat(session.isInvalid()).as("signed out on purpose").isTrue();
    }

    @Test
    void the_demonstration_accounts_do_not_exist_outside_the_demonstration() {
        assertThat(context.getBeansOfType(ComptesDeDemonstration.class)).isEmpty();
    }

    private int status(String url) throws Exception {
        return mvc.perform(get(url)).andReturn().getResponse().getStatus();
    }

    private MockHttpServletResponse connexion(String name, String password, MockHttpSession session) throws Exception {
        return mvc.perform(post("/app/connexion")
                        .session(session)
                        .with(csrf())
                        .param("username", name)
                        .param("password", password))
                .andReturn()
                .getResponse();
    }

    /** How a wrong password is refused, once it is examined. */
    private Class<?> guess(String name) {
        while (true) {
            try {
                entrer(name, "faux");
                return String.class;
            } catch (TropDeConnexions _) {
                Thread.onSpinWait();
            } catch (BadCredentialsException | LockedException e) {
                return e.getClass();
            }
        }
    }

    private static boolean waitFor(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void entrer(String name, String password) {
        authentification.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password));
    }

    private void creer(String name) {
        assertThat(as("ada", "ADMIN", () -> creation.creer(demande(name))))
                .isInstanceOf(CreationDeCompte.Issue.Cree.class);
    }

    private static CreationDeCompte.Demande demande(String name) {
        return new CreationDeCompte.Demande(name, "Nom", MOT_DE_PASSE, MOT_DE_PASSE, Set.of(Role.SECRETARIAT));
    }
}
