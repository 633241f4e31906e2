package fr.roubaix.cln.hub.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a session is worth once somebody is in: who ends it, what ends it, and under which roles it goes on. */
class OpenSessionsTest extends AtTheDoor {

    @Autowired
    private ReinitialisationDuSecondFacteur reinitialisation;

    @Autowired
    private GestionDesSessions gestion;

    @Autowired
    private ChangementDeCompte changement;

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
}
