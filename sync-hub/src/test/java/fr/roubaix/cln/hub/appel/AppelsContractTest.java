package fr.roubaix.cln.hub.appel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.hub.security.Identifiant;

/** What the store of calls keeps, on any database. */
@ParameterizedClass
@EnumSource(Databases.class)
class AppelsContractTest {

    private static final Instant OUVERT = Instant.parse("2027-05-01T08:00:00.123Z");
    private static final Identifiant MAUD = new Identifiant("maud.v");

    @Parameter
    private Databases databases;

    private JdbcClient jdbc;
    private AppelsModifiables appels;

    @BeforeEach
    void noCall() {
        jdbc = databases.without(
                "tirage",
                "repetition",
                "paire_de_doublon",
                "decision",
                "candidature",
                "registre_de_l_appel",
                "prolongation",
                "appel");
        appels = new JdbcAppels(jdbc);
    }

    @Test
    void a_call_comes_back_whole_with_or_without_an_hour() {
        var aMinuit = suivi("2027", null, OUVERT);
        var aMidi = suivi("2028", LocalTime.NOON, OUVERT.plusSeconds(1));
        assertThat(appels.courant()).isEmpty();
        assertThat(appels.ajouter(aMinuit)).isTrue();
        assertThat(appels.ajouter(aMidi)).isTrue();
        assertThat(appels.tous()).containsExactly(aMidi, aMinuit);
        assertThat(appels.courant()).contains(aMidi);
        assertThat(appels.trouver(aMinuit.id())).contains(aMinuit);
        assertThat(appels.trouver(new AppelId("autre"))).isEmpty();
    }

    @Test
    void an_id_serves_once() {
        appels.ajouter(suivi("2027", null, OUVERT));
        assertThat(appels.ajouter(suivi("2027", LocalTime.NOON, OUVERT))).isFalse();
        assertThat(appels.tous()).containsExactly(suivi("2027", null, OUVERT));
    }

    @Test
    void an_extension_moves_the_end_and_the_draw_keeps_the_reference_date_and_stays_written() {
        var suivi = suivi("2027", null, OUVERT);
        appels.ajouter(suivi);
        var prolonge = appel("2027", LocalDate.of(2027, 6, 20), LocalTime.of(18, 30));
        assertThat(appels.prolonger(prolonge, suivi.appel().fin().toString(), "Canicule", MAUD, OUVERT))
                .isTrue();
        assertThat(appels.trouver(suivi.id()).orElseThrow().appel()).isEqualTo(prolonge);
        assertThat(jdbc.sql("SELECT motif FROM prolongation")
                        .query(String.class)
                        .list())
                .containsExactly("Canicule");
    }

    @Test
    void a_call_closes_once_and_is_not_extended_afterwards() {
        var suivi = suivi("2027", null, OUVERT);
        appels.ajouter(suivi);
        var cloture = new AppelSuivi.Cloture(OUVERT.plusSeconds(60), MAUD, "Fin des dépôts");
        assertThat(appels.clore(suivi.id(), cloture)).isTrue();
        assertThat(appels.clore(suivi.id(), cloture)).isFalse();
        assertThat(appels.trouver(suivi.id()).orElseThrow().cloture()).contains(cloture);
        assertThat(appels.prolonger(suivi.appel(), "", "Trop tard", MAUD, OUVERT))
                .isFalse();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM prolongation")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static AppelSuivi suivi(String id, LocalTime heure, Instant ouvertLe) {
        return new AppelSuivi(
                appel(id, LocalDate.of(2027, 6, 6), heure), "Appel n° " + id, ouvertLe, MAUD, Optional.empty());
    }

    private static Appel appel(String id, LocalDate fin, LocalTime heure) {
        return new Appel(
                new AppelId(id),
                LocalDate.of(2027, 5, 5),
                fin,
                heure,
                LocalDate.of(2027, 6, 6),
                fin.plusDays(7),
                "Hôtel de ville");
    }
}
