package fr.roubaix.cln.hub.tirage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.tirage.Empreinte;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.sync.Hash;

/** What the store of draws keeps, on any database: every fact comes back as it was, in its order, and none is written twice. */
@ParameterizedClass
@EnumSource(Databases.class)
class TiragesContractTest {

    private static final AppelId APPEL = new AppelId("2027");
    private static final CeremonieId.Publique ID = new CeremonieId.Publique(APPEL);
    private static final byte[] PV = {'{', '}', '\n', 0, (byte) 0xFF};

    @Parameter
    private Databases databases;

    private JdbcClient jdbc;
    private TiragesModifiables tirages;

    @BeforeEach
    void oneCallWithoutDraw() {
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
        tirages = new JdbcTirages(jdbc);
    }

    @Test
    void every_fact_comes_back_whole_with_who_and_when() {
        comesBack(Faits.wholeCeremony());
    }

    @Test
    void a_session_with_a_number_of_throws_comes_back_whole_too() {
        comesBack(Faits.announcedCeremony());
    }

    private void comesBack(List<Fait> ceremony) {
        tirages.creer(ID);
        var expected = EtatDuTirage.avant(ID);
        for (Fait fait : ceremony) {
            var acte = Faits.acte(expected.version());
            assertThat(tirages.ecrire(ID, expected.version(), fait, acte)).isTrue();
            expected = Faits.after(expected, fait, acte);
            assertThat(tirages.etat(ID)).isEqualTo(expected);
            assertThat(tirages.version(ID)).isEqualTo(expected.version());
        }
        assertThat(expected.tirage().orElseThrow()).isInstanceOf(Tirage.Clos.class);
        assertThat(tirages.tirage(APPEL)).isEqualTo(expected.tirage());
    }

    @Test
    void the_stored_form_of_each_kind_of_fact_never_changes() {
        var kinds = new LinkedHashMap<String, String>();
        Stream.concat(Faits.wholeCeremony().stream(), Faits.announcedCeremony().stream())
                .forEach(fait -> kinds.putIfAbsent(FaitJson.genre(fait), FaitJson.ecrire(fait)));
        var stored = new ArrayList<String>();
        kinds.forEach((kind, content) -> stored.add(kind + " " + content));
        assertThat(String.join("\n", stored) + "\n").isEqualTo(Faits.stored());
    }

    @Test
    void of_two_who_write_after_the_same_fact_one_does() {
        tirages.creer(ID);
        assertThat(tirages.ecrire(ID, 0, Faits.frozen(), Faits.acte(0))).isTrue();
        assertThat(tirages.ecrire(ID, 1, new Fait.LectureChoisie(Lecture.SIEGE_RESERVE), Faits.acte(1)))
                .isTrue();
        assertThat(tirages.ecrire(ID, 1, new Fait.LectureChoisie(Lecture.PRIORITE_ABSOLUE), Faits.acte(2)))
                .isFalse();
        assertThat(tirages.version(ID)).isEqualTo(2);
    }

    @Test
    void facts_that_the_course_does_not_allow_are_never_believed() {
        tirages.creer(ID);
        tirages.ecrire(ID, 0, Faits.frozen(), Faits.acte(0));
        tirages.ecrire(ID, 1, new Fait.Proclame(), Faits.acte(1));
        assertThatThrownBy(() -> tirages.etat(ID))
                .hasMessageContaining("altered")
                .hasMessageContaining("PAS_ENCORE_TIRE");
    }

    @Test
    void a_list_that_was_changed_under_its_fingerprint_is_never_believed() {
        tirages.creer(ID);
        tirages.ecrire(ID, 0, Faits.frozen(), Faits.acte(0));
        jdbc.sql("UPDATE liste_arretee SET liste = ?")
                .param(Faits.otherList().octets())
                .update();
        assertThatThrownBy(() -> tirages.etat(ID)).hasMessageContaining("fingerprint");
    }

    @Test
    void a_rehearsal_has_its_own_facts_is_thrown_away_and_its_number_never_used_again() {
        tirages.creer(ID);
        tirages.ecrire(ID, 0, Faits.frozen(), Faits.acte(0));
        var first = tirages.creerUneRepetition(APPEL, CleDeSalle.nouvelle());
        var second = tirages.creerUneRepetition(APPEL, CleDeSalle.nouvelle());
        tirages.ecrire(second, 0, Faits.frozen(), Faits.acte(1));
        tirages.garder(second, PV);
        assertThat(tirages.repetitions(APPEL)).containsExactly(second, first);
        var key = tirages.cleDeSalle(second).orElseThrow();
        assertThat(tirages.repetition(key)).contains(second);
        assertThat(tirages.cleDeSalle(first)).isPresent().isNotEqualTo(Optional.of(key));
        assertThat(tirages.jeter(second)).isTrue();
        assertThat(tirages.repetition(key)).isEmpty();
        assertThat(tirages.jeter(second)).isFalse();
        assertThat(tirages.etat(second)).isEqualTo(EtatDuTirage.avant(second));
        assertThat(tirages.procesVerbal(second)).isEmpty();
        assertThat(tirages.tirage(APPEL)).isPresent();
        assertThat(tirages.creerUneRepetition(APPEL, CleDeSalle.nouvelle()))
                .isEqualTo(new CeremonieId.Repetition(APPEL, 3));
    }

    @Test
    void the_proces_verbal_is_kept_once_as_it_was_written() {
        tirages.creer(ID);
        assertThat(tirages.procesVerbal(APPEL)).isEmpty();
        assertThat(tirages.garder(ID, PV)).isTrue();
        assertThat(tirages.garder(ID, new byte[] {1})).isFalse();
        assertThat(tirages.procesVerbal(APPEL)).contains(PV);
    }

    @Test
    void the_pieces_of_a_closing_are_kept_once_and_the_document_takes_the_place_of_its_page() {
        var pieces = new JdbcPiecesDuTirage(jdbc);
        var programmes = new CeremonieJson.Programmes(Optional.empty(), new Empreinte("c".repeat(64)));
        tirages.creer(ID);
        assertThat(pieces.de(ID)).isEmpty();
        assertThat(pieces.garderLePdf(ID, PV)).isFalse();
        assertThat(pieces.garder(ID, PV, programmes, "<p>é</p>")).isTrue();
        assertThat(pieces.garder(ID, new byte[] {1}, programmes, "<p>autre</p>"))
                .isFalse();
        assertThat(pieces.ceremonie(ID)).contains(PV);
        assertThat(pieces.page(ID)).contains("<p>é</p>");
        assertThat(pieces.pdf(ID)).isEmpty();
        assertThat(pieces.de(ID)).contains(new PiecesDuTirage.Gardees(Hash.of(PV), programmes, Optional.empty()));
        assertThat(pieces.garderLePdf(ID, PV)).isTrue();
        assertThat(pieces.garderLePdf(ID, new byte[] {1})).isFalse();
        assertThat(pieces.page(ID)).isEmpty();
        assertThat(pieces.pdf(ID)).contains(PV);
        assertThat(pieces.de(ID))
                .contains(new PiecesDuTirage.Gardees(Hash.of(PV), programmes, Optional.of(Hash.of(PV))));
    }

    @Test
    void closed_ceremonies_whose_document_is_not_there_are_found() {
        var pieces = new JdbcPiecesDuTirage(jdbc);
        var programmes =
                new CeremonieJson.Programmes(Optional.of(new Empreinte("d".repeat(64))), new Empreinte("c".repeat(64)));
        tirages.creer(ID);
        var rehearsal = tirages.creerUneRepetition(APPEL, CleDeSalle.nouvelle());
        int written = 0;
        for (Fait fait : Faits.wholeCeremony()) {
            tirages.ecrire(ID, written, fait, Faits.acte(written));
            tirages.ecrire(rehearsal, written, fait, Faits.acte(written));
            written++;
        }
        assertThat(pieces.sansPdf()).containsExactly(ID, rehearsal);
        pieces.garder(ID, PV, programmes, "<p/>");
        assertThat(pieces.sansPdf()).containsExactly(ID, rehearsal);
        pieces.garderLePdf(ID, PV);
        assertThat(pieces.sansPdf()).containsExactly(rehearsal);
        assertThat(pieces.de(ID).orElseThrow().programmes()).isEqualTo(programmes);
        pieces.garder(rehearsal, PV, programmes, "<p/>");
        tirages.jeter(rehearsal);
        assertThat(pieces.de(rehearsal)).isEmpty();
    }

    @Test
    void programs_that_a_public_draw_names_are_kept_once_and_shared() {
        var pieces = new JdbcPiecesDuTirage(jdbc);
        byte[] jar = {1, 2, 3};
        var named = new Empreinte(Hash.of(jar).hex());
        var programs = new CeremonieJson.Programmes(Optional.of(named), new Empreinte("c".repeat(64)));
        tirages.creer(ID);
        var rehearsal = tirages.creerUneRepetition(APPEL, CleDeSalle.nouvelle());
        pieces.garder(rehearsal, PV, programs, "<p/>");
        assertThat(pieces.garderLeProgramme(named, jar)).as("only a rehearsal").isFalse();
        pieces.garder(ID, PV, programs, "<p/>");
        assertThat(pieces.garderLeProgramme(named, jar)).isTrue();
        assertThat(pieces.garderLeProgramme(named, jar)).as("a second draw").isFalse();
        assertThat(pieces.garderLeProgramme(new Empreinte("e".repeat(64)), jar))
                .as("named by none")
                .isFalse();
        assertThat(pieces.programme(named)).contains(jar);
        assertThat(pieces.programmesGardes(List.of(named, programs.page()))).containsExactly(named);
    }

    @Test
    void an_annulled_list_is_found_again_by_its_fingerprint_and_by_no_other() {
        tirages.creer(ID);
        tirages.ecrire(ID, 0, Faits.frozen(), Faits.acte(0));
        tirages.ecrire(ID, 1, new Fait.ArretAnnule("Une erreur"), Faits.acte(1));
        var annulled = tirages.etat(ID).cahier().annules().getFirst().liste();
        assertThat(Hash.of(tirages.listeArretee(ID, annulled).orElseThrow()).hex())
                .isEqualTo(annulled.hex());
        assertThat(tirages.listeArretee(ID, new Empreinte("0".repeat(64)))).isEmpty();
    }

    @Test
    void nothing_is_written_for_a_ceremony_that_does_not_exist() {
        assertThat(tirages.tenir(ID)).isFalse();
        assertThat(tirages.etat(ID).tirage()).isEqualTo(Optional.empty());
        assertThat(tirages.repetitions(APPEL)).isEqualTo(List.of());
    }
}
