package fr.roubaix.cln.hub.affichage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.domaine.affichage.LieuDAffichage;
import fr.roubaix.cln.domaine.affichage.Publicite;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.hub.tirage.CeremonieId;
import fr.roubaix.cln.sync.Hash;

/** What the store of publications and postings keeps, on any database: everything that was ever recorded, in its order. */
@ParameterizedClass
@EnumSource(Databases.class)
class PublicitesContractTest {

    private static final Instant AT = Instant.parse("2027-06-15T08:00:00.123Z");
    private static final LocalDate DAY = LocalDate.of(2027, 6, 14);
    private static final ProcesVerbalClos PV = new ProcesVerbalClos(
            new CeremonieId.Publique(new AppelId("2027")), new Hash("b".repeat(64)), Instant.ofEpochMilli(1));
    private static final Parution PARUTION =
            new Parution(DAY, Parution.Support.SITE, "https://www.exemple.fr/tirage?année=2027");

    @Parameter
    private Databases databases;

    private JdbcClient jdbc;
    private PublicitesModifiables publicites;

    @BeforeEach
    void oneCallWithItsDrawAndARehearsal() {
        jdbc = databases.without(
                "tirage",
                "repetition",
                "paire_de_doublon",
                "decision",
                "candidature",
                "registre_de_l_appel",
                "prolongation",
                "appel");
        jdbc.sql("""
                INSERT INTO appel (id, titre, ouvre_le, jusqu_au, date_de_reference, tirage_le, lieu, ouvert_le, ouvert_par)
                VALUES ('2027', 'Appel', '2027-05-05', '2027-06-06', '2027-06-06', '2027-06-13', 'Mairie', 1, 'maud.v')
                """).update();
        jdbc.sql("INSERT INTO tirage (id, appel, repetition) VALUES ('2027', '2027', 0), ('2027~1', '2027', 1)")
                .update();
        publicites = new JdbcPublicites(jdbc);
    }

    @Test
    void what_was_recorded_comes_back_whole_and_the_last_of_each_stands() {
        var first = wrote(1, Optional.of(PARUTION), "");
        var second = wrote(
                2,
                Optional.of(new Parution(DAY.plusDays(1), Parution.Support.RECUEIL, "n° 12")),
                "Le recueil est paru un jour plus tard.");
        assertThat(publicites.ecrire(PV, first)).isTrue();
        assertThat(publicites.ecrire(PV, second)).isTrue();
        assertThat(publicites.ecrire(PV, LieuDAffichage.MAIRIE_NORD, wrote(1, Optional.of(DAY), "")))
                .isTrue();
        assertThat(publicites.ecrire(PV, LieuDAffichage.MAIRIE_SUD, wrote(1, Optional.of(DAY), "")))
                .isTrue();
        var taken = wrote(2, Optional.<LocalDate>empty(), "C’était une autre affiche.");
        assertThat(publicites.ecrire(PV, LieuDAffichage.MAIRIE_SUD, taken)).isTrue();

        var dates = publicites.de(PV);
        assertThat(dates.parutions()).containsExactly(first, second);
        assertThat(dates.parution()).isEqualTo(second.valeur());
        assertThat(dates.affichages(LieuDAffichage.MAIRIE_SUD)).containsExactly(wrote(1, Optional.of(DAY), ""), taken);
        assertThat(dates.publicite())
                .isEqualTo(new Publicite(Optional.of(DAY.plusDays(1)), Map.of(LieuDAffichage.MAIRIE_NORD, DAY)));
    }

    @Test
    void of_two_who_record_the_same_thing_one_does() {
        assertThat(publicites.ecrire(PV, wrote(1, Optional.of(PARUTION), ""))).isTrue();
        assertThat(publicites.ecrire(PV, wrote(1, Optional.of(PARUTION), ""))).isFalse();
        assertThat(publicites.ecrire(PV, LieuDAffichage.HOTEL_DE_VILLE, wrote(1, Optional.of(DAY), "")))
                .isTrue();
        assertThat(publicites.ecrire(PV, LieuDAffichage.HOTEL_DE_VILLE, wrote(1, Optional.of(DAY.plusDays(1)), "")))
                .isFalse();
        assertThat(publicites.de(PV).affiche(LieuDAffichage.HOTEL_DE_VILLE)).contains(DAY);
    }

    @Test
    void another_proces_verbal_of_the_same_call_has_dates_of_its_own() {
        publicites.ecrire(PV, wrote(1, Optional.of(PARUTION), ""));
        publicites.ecrire(PV, LieuDAffichage.MAIRIE_EST, wrote(1, Optional.of(DAY), ""));
        var other = new ProcesVerbalClos(PV.id(), new Hash("c".repeat(64)), PV.closLe());
        assertThat(publicites.de(other).publicite()).isEqualTo(Publicite.AUCUNE);
        assertThat(publicites.ecrire(other, LieuDAffichage.MAIRIE_EST, wrote(1, Optional.of(DAY), "")))
                .isTrue();
    }

    @Test
    void the_tables_themselves_take_neither_a_rehearsal_nor_a_correction_without_a_reason() {
        for (String row : new String[] {
            "'2027', 1, 'b', 'MAIRIE_SUD', 1, '2027-06-14', '', 1, 'maud.v'",
            "'2027', 0, 'b', 'MAIRIE_SUD', 2, '2027-06-14', '', 1, 'maud.v'",
            "'2027', 0, 'b', 'MAIRIE_SUD', 1, NULL, '', 1, 'maud.v'",
            "'2029', 0, 'b', 'MAIRIE_SUD', 1, '2027-06-14', '', 1, 'maud.v'"
        }) {
            assertThatThrownBy(() -> jdbc.sql("""
                            INSERT INTO affichage_du_pv (appel, repetition, pv, lieu, numero, jour, motif, le, par)
                            VALUES (%s)""".formatted(row)).update())
                    .as(row)
                    .isInstanceOf(org.springframework.dao.DataAccessException.class);
        }
    }

    private static <T> Ecriture<T> wrote(int number, Optional<T> value, String reason) {
        return new Ecriture<>(number, value, reason, new Identifiant("maud.v"), AT);
    }
}
