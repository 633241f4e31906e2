package fr.roubaix.cln.hub.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.math.BigInteger;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import fr.roubaix.cln.hub.HubScreens;

/** Sign-in as a browser does it, step by step, and as an attacker would like to do it. */
class TwoStepSignInTest extends HubScreens {

    private static final String MOT_DE_PASSE = "une phrase assez longue";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private CreationDeCompte creation;

    @Autowired
    private CodeInitial codeInitial;

    @Autowired
    private SecondFacteur secondFacteur;

    @Autowired
    private SecondsFacteurs seconds;

    @Autowired
    private ReinitialisationDuSecondFacteur reinitialisation;

    @Autowired
    private GestionDesSessions gestion;

    @Autowired
    private ChangementDeCompte changement;

    private final Identifiant maud = new Identifiant("maud.v");
    private Visitor visitor;

    @BeforeEach
    void somebody() {
        as("ada", "ADMIN", () -> creation.creer(demande("maud.v", Set.of(Role.SECRETARIAT))));
        visitor = newVisitor();
    }

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

    @Test
    void a_lost_telephone_is_taken_away_by_an_administrator_and_another_is_registered() throws Exception {
        signIn(visitor, now(registered()));
        as("ada", "ADMIN", () -> {
            reinitialisation.reinitialiser(maud);
            return true;
        });
        assertThat(visitor.isIn()).as("a session left open").isFalse();
        assertThat(password().getRedirectedUrl()).isEqualTo("/connexion/inscription");
    }

    @Test
    void another_telephone_takes_the_place_of_the_one_that_is_proven() throws Exception {
        byte[] old = registered();
        signIn(visitor, now(old));
        assertThat(visitor.open("/connexion/inscription").getRedirectedUrl()).isEqualTo("/connexion?recommencer");
        clock.advance(Duration.ofMinutes(1));
        assertThat(visitor.send("/compte/telephone", "code", now(old)).getRedirectedUrl())
                .isEqualTo("/connexion/inscription");
        byte[] secret = secretOn(visitor.open("/connexion/inscription").getContentAsString());
        visitor.send("/connexion/inscription", "code", now(secret));
        assertThat(seconds.secret(maud)).contains(secret);
        assertThat(visitor.isIn()).isTrue();
        assertThat(count("session_ouverte")).isEqualTo(1);
    }

    @Test
    void an_account_that_was_ended_lets_nobody_in_by_any_door_and_its_session_is_over() throws Exception {
        byte[] secret = registered();
        signIn(visitor, now(secret));
        clock.advance(Duration.ofMinutes(1));
        var halfWay = newVisitor();
        halfWay.send("/connexion", "username", "maud.v", "password", MOT_DE_PASSE);
        end();
        assertThat(visitor.isIn()).as("an open session").isFalse();
        assertThat(halfWay.send("/connexion/code", "code", now(secret)).getRedirectedUrl())
                .as("the password was right a moment before")
                .isEqualTo("/connexion?recommencer");
        assertThat(halfWay.isIn()).isFalse();
        assertThat(newVisitor()
                        .send("/connexion", "username", "maud.v", "password", MOT_DE_PASSE)
                        .getContentAsString())
                .as("nothing tells that the password is right")
                .contains("L’identifiant ou le mot de passe est faux");
        as(
                "ada",
                "ADMIN",
                () -> changement.reactiver(
                        maud, new DroitsDeCompte("Nom", Set.of(Role.SECRETARIAT), false), "Elle est revenue."));
        clock.advance(Duration.ofMinutes(1));
        assertThat(signIn(newVisitor(), now(secret))).isEqualTo("/app/gestion");
    }

    @Test
    void the_roles_of_a_session_are_those_the_account_has_when_the_second_proof_is_given() throws Exception {
        byte[] secret = registered();
        somebodyElseAdministers();
        visitor.send("/connexion", "username", "maud.v", "password", MOT_DE_PASSE);
        as(
                "ada",
                "ADMIN",
                () -> changement.changer(
                        maud,
                        new DroitsDeCompte("Nom", Set.of(Role.SECRETARIAT), true),
                        "Nom",
                        Set.of(Role.DPO),
                        "Autre service."));
        visitor.send("/connexion/code", "code", now(secret));
        assertThat(jdbc.sql("SELECT roles FROM registre WHERE acte = 'CONNEXION' ORDER BY numero DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .isEqualTo("DPO");
        as(
                "ada",
                "ADMIN",
                () -> changement.changer(
                        maud,
                        new DroitsDeCompte("Nom", Set.of(Role.DPO), true),
                        "Nom",
                        Set.of(Role.SERVICE),
                        "Autre service."));
        assertThat(visitor.isIn()).as("under roles that are no longer theirs").isFalse();
    }

    @Test
    void new_codes_on_paper_stand_in_the_register_and_on_the_page_of_the_account() throws Exception {
        byte[] secret = registered();
        signIn(visitor, now(secret));
        clock.advance(Duration.ofMinutes(1));
        assertThat(visitor.send("/compte/codes", "code", now(secret)).getRedirectedUrl())
                .isEqualTo("/compte/codes");
        assertThat(jdbc.sql("SELECT auteur FROM registre WHERE acte = 'CODES_DE_SECOURS_RENOUVELES'"
                                + " ORDER BY numero DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .isEqualTo("maud.v");
        assertThat(visitor.open("/compte").getContentAsString())
                .contains("Ce qui a changé sur ce compte", "Codes de secours renouvelés", "par ada");
    }

    private void somebodyElseAdministers() {
        as("ada", "ADMIN", () -> creation.creer(demande("autre.admin", Set.of(Role.ADMIN))));
    }

    private void end() {
        somebodyElseAdministers();
        as(
                "ada",
                "ADMIN",
                () -> changement.desactiver(
                        maud, new DroitsDeCompte("Nom", Set.of(Role.SECRETARIAT), true), "Elle nous a quittés."));
    }

    @Test
    void sessions_are_listed_and_ended_by_their_owner_alone() throws Exception {
        byte[] secret = registered();
        signIn(visitor, now(secret));
        clock.advance(Duration.ofMinutes(1));
        var other = newVisitor();
        signIn(other, now(secret));
        List<SessionOuverte> open = as("maud.v", "SECRETARIAT", gestion::miennes);
        assertThat(open)
                .extracting(SessionOuverte::appareil)
                .containsOnly("Firefox sur Linux")
                .hasSize(2);
        String first = open.getLast().id();
        assertThat(as("ada", "ADMIN", () -> gestion.fermer(first)))
                .as("of another")
                .isFalse();
        assertThat(other.open("/compte").getContentAsString()).contains("Firefox sur Linux", first);
        other.send("/compte/sessions/fermer", "id", first);
        assertThat(visitor.isIn()).isFalse();
        assertThat(other.isIn()).isTrue();
        assertThat(as("ada", "ADMIN", () -> gestion.fermerToutes(maud))).isEqualTo(1);
        assertThat(other.isIn()).isFalse();
    }

    @Test
    void a_session_ends_after_half_an_hour_without_an_act_and_after_a_working_day() throws Exception {
        byte[] secret = registered();
        signIn(visitor, now(secret));
        clock.advance(Duration.ofMinutes(29));
        assertThat(visitor.isIn()).isTrue();
        clock.advance(Duration.ofMinutes(29));
        assertThat(visitor.isIn()).as("since the last act").isTrue();
        clock.advance(Duration.ofMinutes(30));
        assertThat(visitor.isIn()).isFalse();
        signIn(visitor, now(secret));
        for (int i = 0; i < 30; i++) {
            clock.advance(Duration.ofMinutes(24));
            visitor.isIn();
        }
        assertThat(visitor.isIn()).as("after twelve hours of work").isFalse();
    }

    @Test
    void an_open_page_that_only_breathes_keeps_no_session_alive() throws Exception {
        signIn(visitor, now(registered()));
        clock.advance(Duration.ofMinutes(25));
        visitor.open("/compte?v-r=heartbeat");
        clock.advance(Duration.ofMinutes(10));
        assertThat(visitor.isIn()).isFalse();
    }

    @Test
    void a_password_is_changed_by_who_knows_it_and_ends_the_other_sessions() throws Exception {
        byte[] secret = registered();
        signIn(visitor, now(secret));
        clock.advance(Duration.ofMinutes(1));
        var other = newVisitor();
        signIn(other, now(secret));
        String next = "une tout autre phrase";
        change(visitor, "faux", next);
        assertThat(visitor.open("/compte").getContentAsString()).contains("compte");
        assertThat(other.isIn()).isTrue();
        change(visitor, MOT_DE_PASSE, "court");
        change(visitor, MOT_DE_PASSE, next);
        assertThat(visitor.isIn()).isTrue();
        assertThat(other.isIn()).isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(password().getRedirectedUrl()).isNull();
        other.send("/connexion", "username", "maud.v", "password", next);
        other.send("/connexion/code", "code", now(secret));
        assertThat(other.isIn()).isTrue();
    }

    private static void change(Visitor visitor, String old, String next) throws Exception {
        visitor.send("/compte/mot-de-passe", "ancien", old, "nouveau", next, "confirmation", next);
    }

    private org.springframework.mock.web.MockHttpServletResponse password() throws Exception {
        return visitor.send("/connexion", "username", "maud.v", "password", MOT_DE_PASSE);
    }

    /** Signs in; gives where it led, or what the page said. */
    private static String signIn(Visitor visitor, String code) throws Exception {
        visitor.send("/connexion", "username", "maud.v", "password", MOT_DE_PASSE);
        var answer = visitor.send("/connexion/code", "code", code);
        return answer.getRedirectedUrl() == null ? answer.getContentAsString() : answer.getRedirectedUrl();
    }

    private byte[] registered() {
        byte[] secret = secondFacteur.proposer();
        seconds.inscrire(maud, secret, 0, clock.instant());
        return secret;
    }

    private String now(byte[] secret) {
        return Totp.code(secret, Totp.pas(clock.instant()));
    }

    private static byte[] secretOn(String page) {
        var written = Pattern.compile("id=\"secret\">([A-Z2-7 ]+)<").matcher(page);
        assertThat(written.find()).as(page).isTrue();
        return base32(written.group(1).replace(" ", ""));
    }

    private static byte[] base32(String text) {
        var number = text.chars()
                .mapToObj("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"::indexOf)
                .map(BigInteger::valueOf)
                .reduce(BigInteger.ZERO, (value, five) -> value.shiftLeft(5).or(five));
        byte[] bytes = number.toByteArray();
        var whole = new byte[Totp.OCTETS];
        int kept = Math.min(bytes.length, whole.length);
        System.arraycopy(bytes, bytes.length - kept, whole, whole.length - kept, kept);
        return whole;
    }

    private Visitor newVisitor() {
        return new Visitor(MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build());
    }

    private static CreationDeCompte.Demande demande(String name, Set<Role> roles) {
        return new CreationDeCompte.Demande(name, "Nom", MOT_DE_PASSE, MOT_DE_PASSE, roles);
    }
}
