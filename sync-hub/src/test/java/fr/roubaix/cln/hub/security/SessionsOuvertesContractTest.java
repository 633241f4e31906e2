package fr.roubaix.cln.hub.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.hub.Databases;

/** What the store of open sessions keeps, on any database. */
@ParameterizedClass
@EnumSource(Databases.class)
class SessionsOuvertesContractTest {

    private static final Instant AT = Instant.parse("2027-05-20T08:00:00.123Z");
    private static final Identifiant ADA = new Identifiant("ada");
    private static final Identifiant MAUD = new Identifiant("maud.v");

    @Parameter
    private Databases databases;

    private JdbcClient jdbc;
    private SessionsOuvertes sessions;

    @BeforeEach
    void two_accounts() {
        jdbc = databases.without("session_ouverte", "compte_role", "compte");
        var comptes = new JdbcComptes(jdbc);
        for (var who : List.of(ADA, MAUD)) {
            comptes.ajouter(new Compte(who, who.valeur(), "$argon2id$…", Set.of(Role.ADMIN), AT, ADA));
        }
        sessions = new SessionsOuvertes(jdbc);
    }

    @Test
    void sessions_come_back_whole_the_last_seen_first() {
        var first = session("a", ADA, AT);
        var second = session("b", ADA, AT.plusSeconds(60));
        sessions.ajouter(first);
        sessions.ajouter(second);
        sessions.ajouter(session("c", MAUD, AT));
        assertThat(sessions.trouver("a")).contains(first);
        assertThat(sessions.trouver("z")).isEmpty();
        assertThat(sessions.de(ADA)).containsExactly(second, first);
        sessions.voir("a", AT.plusSeconds(120));
        sessions.voir("a", AT.plusSeconds(90));
        assertThat(sessions.trouver("a").orElseThrow().vueLe())
                .as("never earlier than it was")
                .isEqualTo(AT.plusSeconds(120));
        assertThat(sessions.de(ADA)).extracting(SessionOuverte::id).containsExactly("a", "b");
    }

    @Test
    void a_session_is_ended_for_its_account_alone() {
        sessions.ajouter(session("a", ADA, AT));
        sessions.ajouter(session("b", ADA, AT));
        sessions.ajouter(session("c", MAUD, AT));
        assertThat(sessions.fermer(MAUD, "a")).isFalse();
        assertThat(sessions.fermerLesAutres(ADA, "a")).isEqualTo(1);
        assertThat(sessions.fermer(ADA, "a")).isTrue();
        assertThat(sessions.fermerToutes(MAUD)).isEqualTo(1);
        assertThat(sessions.de(ADA)).isEmpty();
    }

    @Test
    void a_new_session_sweeps_those_that_ended_by_themselves_and_an_account_takes_its_own_along() {
        sessions.ajouter(session("old", ADA, AT.minus(SessionOuverte.SANS_ACTE).minusSeconds(1)));
        sessions.ajouter(session("long", ADA, AT.minus(SessionOuverte.EN_TOUT).minusSeconds(1)));
        sessions.voir("long", AT);
        sessions.ajouter(session("a", ADA, AT));
        assertThat(sessions.de(ADA)).extracting(SessionOuverte::id).containsExactly("a");
        jdbc.sql("DELETE FROM compte_role").update();
        jdbc.sql("DELETE FROM compte WHERE identifiant = 'ada'").update();
        assertThat(sessions.trouver("a")).isEmpty();
    }

    private static SessionOuverte session(String id, Identifiant who, Instant at) {
        return new SessionOuverte(id, who, "Firefox sur Linux", at, at);
    }
}
