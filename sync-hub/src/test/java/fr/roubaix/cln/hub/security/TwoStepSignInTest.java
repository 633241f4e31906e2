package fr.roubaix.cln.hub.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Sign-in as a browser does it, step by step, and as an attacker would like to do it. */
class TwoStepSignInTest extends AtTheDoor {

    @Autowired
    private CodeInitial codeInitial;

    @Autowired
    private SecondFacteur secondFacteur;

    @Test
    void the_first_sign_in_registers_a_telephone_and_gives_ten_codes_once() throws Exception {
        assertThat(password().getRedirectedUrl()).isEqualTo("/connexion/inscription");
        byte[] secret = secretOn(visitor.open("/connexion/inscription").getContentAsString());
        assertThat(visitor.open("/connexion/inscription").getContentAsString())
                .as("the same drawing after a reload")
                .contains(Totp.base32(secret).substring(0, 4));
        assertThat(visitor.send("/connexion/inscription", "code", "000000").getContentAsString())
                .contains("Ce code ne convient pas");
        assertThat(visitor.isIn()).isFalse();
        assertThat(visitor.send("/connexion/inscription", "code", now(secret)).getRedirectedUrl())
                .isEqualTo("/compte/codes");
        String page = visitor.open("/compte/codes").getContentAsString();
        assertThat(Pattern.compile("([0-9A-Z]{4}-){3}[0-9A-Z]{4}").matcher(page).results())
                .hasSize(SecondFacteur.CODES_DE_SECOURS);
        assertThat(visitor.open("/compte/codes").getRedirectedUrl()).isEqualTo("/compte");
        assertThat(visitor.isIn()).isTrue();
        assertThat(HexFormat.of()
                        .formatHex(jdbc.sql("SELECT secret FROM second_facteur")
                                .query(byte[].class)
                                .single()))
                .as("at rest")
                .doesNotContain(HexFormat.of().formatHex(secret));
    }

    @Test
    void the_first_administrator_registers_a_telephone_too() throws Exception {
        jdbc.sql("DELETE FROM compte_role").update();
        jdbc.sql("DELETE FROM compte").update();
        creation.creerLePremier(codeInitial.nouveau(), demande("ada", Set.of(Role.ADMIN)));
        assertThat(visitor.send("/connexion", "username", "ada", "password", MOT_DE_PASSE)
                        .getRedirectedUrl())
                .isEqualTo("/connexion/inscription");
        assertThat(visitor.isIn()).isFalse();
    }

    @Test
    void a_right_password_alone_opens_nothing() throws Exception {
        byte[] secret = registered();
        password();
        assertThat(visitor.isIn()).isFalse();
        assertThat(visitor.open("/app/gestion").getRedirectedUrl())
                .endsWith("/connexion")
                .doesNotContain("/app/");
        assertThat(visitor.open("/compte/codes").getRedirectedUrl()).endsWith("/connexion");
        assertThat(visitor.open("/connexion/inscription").getRedirectedUrl())
                .as("another telephone in place of theirs")
                .isEqualTo("/connexion?recommencer");
        assertThat(visitor.send("/connexion/inscription", "code", now(secret)).getRedirectedUrl())
                .isEqualTo("/connexion?recommencer");
        assertThat(visitor.send("/compte/telephone", "code", now(secret)).getRedirectedUrl())
                .endsWith("/connexion");
        assertThat(seconds.secret(maud)).contains(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/connexion/code", "/connexion/inscription"})
    void the_second_step_without_the_first_leads_back_to_the_beginning(String step) throws Exception {
        registered();
        assertThat(visitor.open(step).getRedirectedUrl()).isEqualTo("/connexion?recommencer");
        assertThat(visitor.send(step, "code", "123456").getRedirectedUrl()).isEqualTo("/connexion?recommencer");
    }

    @Test
    void a_sign_in_left_half_way_is_forgotten() throws Exception {
        byte[] secret = registered();
        password();
        clock.advance(Duration.ofMinutes(10));
        assertThat(visitor.send("/connexion/code", "code", now(secret)).getRedirectedUrl())
                .isEqualTo("/connexion?recommencer");
    }

    @Test
    void a_sign_in_and_the_lock_of_an_account_stand_in_the_register_and_an_unknown_name_never() throws Exception {
        byte[] secret = registered();
        signIn(visitor, now(secret));
        clock.advance(Duration.ofMinutes(1));
        for (int i = 0; i <= Verrous.ESSAIS_LIBRES; i++) {
            for (String name : List.of("maud.v", "unePhraseSecrete")) {
                newVisitor().send("/connexion", "username", name, "password", "une autre phrase");
            }
        }
        var lines = jdbc.sql(
                        "SELECT acte || ' ' || auteur || ' ' || roles || ' ' || objet FROM registre ORDER BY numero")
                .query(String.class)
                .list();
        assertThat(lines)
                .contains("CONNEXION maud.v SECRETARIAT compte maud.v")
                .endsWith("CONNEXION_VERROUILLEE système  compte maud.v")
                .noneMatch(line -> line.toLowerCase(java.util.Locale.ROOT).contains("phrase"));
    }

    @Test
    void a_code_serves_once_even_in_its_own_thirty_seconds() throws Exception {
        byte[] secret = registered();
        String code = now(secret);
        signIn(visitor, code);
        assertThat(visitor.isIn()).isTrue();
        var thief = newVisitor();
        assertThat(signIn(thief, code)).contains("Un code sert une seule fois");
        assertThat(thief.isIn()).isFalse();
        clock.advance(Duration.ofSeconds(30));
        assertThat(signIn(thief, code)).as("late by a step").contains("Un code sert une seule fois");
    }

    @Test
    void a_telephone_may_be_half_a_minute_early_or_late_and_no_more() throws Exception {
        byte[] secret = registered();
        long step = Totp.pas(clock.instant());
        assertThat(signIn(newVisitor(), Totp.code(secret, step - 2))).contains("ne convient pas");
        assertThat(signIn(newVisitor(), Totp.code(secret, step + 2))).contains("ne convient pas");
        assertThat(signIn(newVisitor(), Totp.code(secret, step - 1))).isEqualTo("/app/gestion");
        assertThat(signIn(newVisitor(), Totp.code(secret, step + 1))).isEqualTo("/app/gestion");
    }

    @Test
    void a_code_on_paper_replaces_the_telephone_once() throws Exception {
        registered();
        var code = secondFacteur.nouveauxCodes(maud).getFirst().affiche();
        assertThat(signIn(visitor, code.toLowerCase(java.util.Locale.ROOT))).isEqualTo("/app/gestion");
        assertThat(signIn(newVisitor(), code)).contains("ne convient pas");
        assertThat(secondFacteur.codesRestants(maud)).isEqualTo(SecondFacteur.CODES_DE_SECOURS - 1);
    }

    @Test
    void guessing_codes_locks_them_and_a_right_password_does_not_unlock() throws Exception {
        byte[] secret = registered();
        for (int i = 0; i <= Verrous.ESSAIS_LIBRES; i++) {
            assertThat(signIn(newVisitor(), "000000")).contains("ne convient pas");
        }
        assertThat(signIn(newVisitor(), now(secret))).contains("Attendez 1 minute");
        clock.advance(Verrous.PREMIER_DELAI);
        assertThat(signIn(newVisitor(), "000000")).contains("ne convient pas");
        assertThat(signIn(newVisitor(), now(secret))).contains("Attendez 2 minutes");
        clock.advance(Verrous.PREMIER_DELAI.multipliedBy(2));
        assertThat(signIn(newVisitor(), now(secret))).isEqualTo("/app/gestion");
    }

    @Test
    void a_locked_name_is_told_how_long_to_wait() throws Exception {
        for (int i = 0; i <= Verrous.ESSAIS_LIBRES; i++) {
            visitor.send("/connexion", "username", "maud.v", "password", "faux");
        }
        assertThat(password().getContentAsString())
                .contains("Attendez 1 minute")
                .doesNotContain(MOT_DE_PASSE);
    }

    @Test
    void every_step_changes_the_name_of_the_session() throws Exception {
        byte[] secret = registered();
        String planted = visitor.sessionName();
        password();
        String between = visitor.sessionName();
        visitor.send("/connexion/code", "code", now(secret));
        assertThat(Set.of(planted, between, visitor.sessionName())).hasSize(3);
        assertThat(visitor.isIn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/connexion", "/connexion/code", "/connexion/inscription", "/compte/mot-de-passe",
                "/compte/sessions/fermer", "/compte/codes", "/compte/telephone", "/deconnexion"
            })
    void a_form_that_another_site_made_is_refused(String url) throws Exception {
        signIn(visitor, now(registered()));
        var answer = visitor.forge(
                url,
                "username",
                "maud.v",
                "password",
                MOT_DE_PASSE,
                "code",
                "1",
                "ancien",
                "1",
                "nouveau",
                "1",
                "confirmation",
                "1",
                "id",
                "1");
        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(visitor.isIn()).isTrue();
    }

    @Test
    void nobody_is_signed_out_by_a_link() throws Exception {
        signIn(visitor, now(registered()));
        visitor.open("/deconnexion");
        visitor.open("/logout");
        assertThat(visitor.isIn()).isTrue();
        visitor.send("/deconnexion");
        assertThat(visitor.isIn()).isFalse();
        assertThat(count("session_ouverte")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://mechant.exemple/", "//mechant.exemple", "/\\mechant.exemple"})
    void nobody_is_sent_to_another_site_after_signing_in(String elsewhere) throws Exception {
        byte[] secret = registered();
        visitor.open("/connexion?continue=" + elsewhere + "&redirect=" + elsewhere);
        assertThat(signIn(visitor, now(secret))).isEqualTo("/app/gestion");
    }

    @Test
    void a_screen_asked_for_before_signing_in_opens_after() throws Exception {
        byte[] secret = registered();
        visitor.open("/app/gestion/candidatures?n=1");
        assertThat(signIn(visitor, now(secret))).startsWith("/app/gestion/candidatures?n=1");
    }
}
