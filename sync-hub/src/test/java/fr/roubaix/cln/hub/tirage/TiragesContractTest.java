package fr.roubaix.cln.hub.tirage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.Des;
import fr.roubaix.cln.domaine.tirage.Empreinte;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.Resultat;
import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.hub.fleet.Completude.Derogation;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.KioskId;

/** What the store of draws keeps, on any database: each stage once, in order, and nothing undone after the dice. */
@ParameterizedClass
@EnumSource(Databases.class)
class TiragesContractTest {

    private static final AppelId APPEL = new AppelId("2027");
    private static final Des DES = new Des("407291380556213799028815504417");
    private static final byte[] PV = {'{', '}', '\n', 0, (byte) 0xFF};
    private static final Map<Secteur, Integer> SANS_PREFERENCE = Map.of(Secteur.NORD, 1, Secteur.EST, 0);
    private static final Derogation DEROGATION = new Derogation(
            new KioskId(4),
            Secteur.OUEST,
            "Accueil",
            "La mairie n’a pas clôturé.",
            "Terminal détruit par l’eau le 3 mai",
            new Identifiant("tirage"),
            Instant.ofEpochMilli(7));
    private static final Tirage.Arret ARRET = new Tirage.Arret(liste(), SANS_PREFERENCE, List.of(DEROGATION), acte(1));
    private static final Empreinte VUE = ARRET.liste().empreinte();

    @Parameter
    private Databases databases;

    private JdbcClient jdbc;
    private TiragesModifiables tirages;

    @BeforeEach
    void oneCallWithoutDraw() {
        jdbc = databases.without(
                "arret_annule",
                "tirage",
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
        tirages = new JdbcTirages(jdbc);
    }

    @Test
    void every_stage_comes_back_whole_with_who_and_when() {
        assertThat(tirages.tirage(APPEL)).isEmpty();
        assertThat(tirages.arreter(APPEL, ARRET)).isTrue();
        assertThat(tirages.tirage(APPEL)).contains(new Tirage.ListeArretee(APPEL, ARRET));
        assertThat(tirages.choisir(APPEL, VUE, Lecture.SIEGE_RESERVE, acte(2))).isTrue();
        assertThat(tirages.tirage(APPEL))
                .contains(new Tirage.LectureChoisie(APPEL, ARRET, Lecture.SIEGE_RESERVE, acte(2)));
        assertThat(tirages.lancer(APPEL, VUE, Lecture.SIEGE_RESERVE, DES, acte(3)))
                .isTrue();
        assertThat(tirages.tirage(APPEL))
                .contains(new Tirage.DesEntres(APPEL, ARRET, Lecture.SIEGE_RESERVE, acte(2), DES, acte(3)));
        assertThat(tirages.procesVerbal(APPEL)).isEmpty();
        assertThat(tirages.conclure(APPEL, PV, acte(4))).isTrue();
        assertThat(tirages.tirage(APPEL))
                .contains(new Tirage.Tire(APPEL, ARRET, Lecture.SIEGE_RESERVE, acte(2), DES, acte(3), acte(4)));
        assertThat(tirages.procesVerbal(APPEL)).contains(PV);
    }

    @Test
    void no_stage_is_skipped() {
        assertThat(tirages.choisir(APPEL, VUE, Lecture.SIEGE_RESERVE, acte(1))).isFalse();
        tirages.arreter(APPEL, ARRET);
        assertThat(tirages.lancer(APPEL, VUE, Lecture.SIEGE_RESERVE, DES, acte(2)))
                .isFalse();
        assertThat(tirages.conclure(APPEL, PV, acte(2))).isFalse();
        assertThat(tirages.tirage(APPEL)).contains(new Tirage.ListeArretee(APPEL, ARRET));
    }

    @Test
    void no_stage_is_done_twice_and_the_reading_stops_changing_at_the_dice() {
        tirages.arreter(APPEL, ARRET);
        assertThat(tirages.arreter(APPEL, ARRET)).isFalse();
        tirages.choisir(APPEL, VUE, Lecture.SIEGE_RESERVE, acte(2));
        assertThat(tirages.choisir(APPEL, VUE, Lecture.PRIORITE_ABSOLUE, acte(3)))
                .isTrue();
        tirages.lancer(APPEL, VUE, Lecture.PRIORITE_ABSOLUE, DES, acte(4));
        assertThat(tirages.choisir(APPEL, VUE, Lecture.SIEGE_RESERVE, acte(5))).isFalse();
        assertThat(tirages.lancer(APPEL, VUE, Lecture.PRIORITE_ABSOLUE, new Des("0".repeat(30)), acte(5)))
                .isFalse();
        tirages.conclure(APPEL, PV, acte(6));
        assertThat(tirages.conclure(APPEL, new byte[] {1}, acte(7))).isFalse();
        assertThat(tirages.procesVerbal(APPEL)).contains(PV);
    }

    @Test
    void a_freeze_is_annulled_until_the_first_die_and_its_list_stays_written() {
        tirages.arreter(APPEL, ARRET);
        tirages.choisir(APPEL, VUE, Lecture.SIEGE_RESERVE, acte(2));
        assertThat(tirages.annuler(APPEL, VUE, "Une erreur de secteur", acte(3)))
                .isTrue();
        assertThat(tirages.tirage(APPEL)).isEmpty();
        assertThat(jdbc.sql("SELECT liste FROM arret_annule WHERE motif = 'Une erreur de secteur'")
                        .query((row, _) -> row.getBytes(1))
                        .single())
                .isEqualTo(liste().octets());
        assertThat(tirages.arreter(APPEL, ARRET)).isTrue();
        tirages.choisir(APPEL, VUE, Lecture.SIEGE_RESERVE, acte(4));
        tirages.lancer(APPEL, VUE, Lecture.SIEGE_RESERVE, DES, acte(5));
        assertThat(tirages.annuler(APPEL, VUE, "Trop tard", acte(6))).isFalse();
        assertThat(tirages.tirage(APPEL)).isPresent();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM arret_annule")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void dice_thrown_for_a_reading_that_another_session_changed_are_not_recorded() {
        tirages.arreter(APPEL, ARRET);
        tirages.choisir(APPEL, VUE, Lecture.SIEGE_RESERVE, acte(2));
        TiragesModifiables autre = new JdbcTirages(jdbc);
        assertThat(autre.choisir(APPEL, VUE, Lecture.PRIORITE_ABSOLUE, acte(3))).isTrue();
        assertThat(tirages.lancer(APPEL, VUE, Lecture.SIEGE_RESERVE, DES, acte(4)))
                .isFalse();
        assertThat(tirages.tirage(APPEL))
                .contains(new Tirage.LectureChoisie(APPEL, ARRET, Lecture.PRIORITE_ABSOLUE, acte(3)));
    }

    @Test
    void nothing_is_done_on_a_list_that_another_session_replaced() {
        tirages.arreter(APPEL, ARRET);
        TiragesModifiables autre = new JdbcTirages(jdbc);
        var nouvelle = new Tirage.Arret(
                liste("000000000C;SUD;F;26-64;CANDIDAT\n"), Map.of(Secteur.SUD, 1), List.of(), acte(3));
        assertThat(autre.annuler(APPEL, VUE, "Une erreur de secteur", acte(2))).isTrue();
        assertThat(autre.arreter(APPEL, nouvelle)).isTrue();
        assertThat(tirages.choisir(APPEL, VUE, Lecture.SIEGE_RESERVE, acte(4))).isFalse();
        assertThat(tirages.annuler(APPEL, VUE, "Une autre erreur", acte(4))).isFalse();
        assertThat(tirages.tirage(APPEL)).contains(new Tirage.ListeArretee(APPEL, nouvelle));
        autre.choisir(APPEL, nouvelle.liste().empreinte(), Lecture.SIEGE_RESERVE, acte(5));
        assertThat(tirages.lancer(APPEL, VUE, Lecture.SIEGE_RESERVE, DES, acte(6)))
                .isFalse();
        assertThat(tirages.tirage(APPEL))
                .contains(new Tirage.LectureChoisie(APPEL, nouvelle, Lecture.SIEGE_RESERVE, acte(5)));
        assertThat(jdbc.sql("SELECT motif FROM arret_annule")
                        .query(String.class)
                        .list())
                .containsExactly("Une erreur de secteur");
    }

    private static Tirage.Acte acte(int minute) {
        return new Tirage.Acte(
                new Identifiant("claire.d"),
                Instant.parse("2027-06-13T12:00:00.123Z").plusSeconds(60L * minute));
    }

    private static ListeDuTirage liste() {
        return liste("000000000A;NORD;F;16-25;CANDIDAT\n000000000B;EST;H;65+;CANDIDAT\n");
    }

    private static ListeDuTirage liste(String lignes) {
        return switch (ListeDuTirage.lire((ListeDuTirage.EN_TETE + "\n" + lignes).getBytes(StandardCharsets.UTF_8))) {
            case Resultat.Accepte(var liste) -> liste;
            case Resultat.Refuse(var defaut) -> throw new AssertionError(defaut.phrase());
        };
    }
}
