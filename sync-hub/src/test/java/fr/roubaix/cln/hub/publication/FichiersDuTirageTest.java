package fr.roubaix.cln.hub.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.tirage.CeremonieId;
import fr.roubaix.cln.hub.tirage.PiecesGardees;
import fr.roubaix.cln.hub.tirage.PiecesGardees.Genre;
import fr.roubaix.cln.hub.tirage.PiecesGardees.Programme;
import fr.roubaix.cln.hub.tirage.TirageDEssai;
import fr.roubaix.cln.hub.verificateur.EmpreinteDuVerificateur;
import fr.roubaix.cln.sync.Hash;

/** What everyone may take of a closed procès-verbal, when it was published and posted; and nothing of it before. */
@WithAnonymousUser
class FichiersDuTirageTest extends HubScreens {

    private static final AppelId APPEL = new AppelId("2027");
    private static final CeremonieId.Publique ID = new CeremonieId.Publique(APPEL);
    private static final List<String> PIECES = List.of("proces-verbal.pdf", "ceremonie.json");

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private PiecesGardees pieces;

    @Autowired
    private EmpreinteDuVerificateur verificateur;

    private MockMvc site;

    @BeforeEach
    void aVisitorThreeDaysAfterTheDraw() {
        clock.set(Instant.parse("2027-06-16T08:00:00Z"));
        site = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    void before_the_closing_each_file_is_refused_with_a_sentence_that_says_when_it_will_be_there() throws Exception {
        TirageDEssai.appel(jdbc, APPEL);
        var essai = TirageDEssai.arrete(jdbc, APPEL);
        assertThat(refused("pv.json")).contains("Pas encore de résultat", "dès la proclamation");
        for (String piece : PIECES) {
            assertThat(refused(piece)).contains("Procès-verbal pas encore clos", "Revenez après la séance");
        }
        essai.jusquALaProclamation();
        assertThat(answer("/tirages/2027/pv.json").getStatus()).isEqualTo(200);
        for (String piece : PIECES) {
            assertThat(refused(piece)).contains("Procès-verbal pas encore clos");
        }
        assertThat(page())
                .contains("sera ici dès qu’il sera clos")
                .doesNotContain("/proces-verbal.pdf", "/ceremonie.json", "Affiché depuis", "??");
    }

    @ParameterizedTest
    @EnumSource(Genre.class)
    void each_kept_file_is_served_as_it_was_kept_with_its_fingerprint_and_its_size(Genre genre) throws Exception {
        TirageDEssai.close(jdbc, APPEL);
        var kept = pieces.piece(ID, genre).orElseThrow();
        var answer = answer("/tirages/2027/" + genre.fichier());
        assertThat(answer.getContentAsByteArray()).isEqualTo(kept.octets().toArray());
        assertThat(answer.getContentType()).isEqualTo(genre.type());
        assertThat(answer.getHeader("ETag")).isEqualTo('"' + kept.sha256().hex() + '"');
        assertThat(answer.getHeader("Content-Disposition")).contains("attachment", genre.fichier());
        assertThat(page())
                .contains(
                        "href=\"/tirages/2027/" + genre.fichier() + "\"",
                        "SHA-256 : " + kept.sha256().hex(),
                        genre.fichier() + ", " + size(kept))
                .doesNotContain("??", "<script", "style=\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proces-verbal.pdf", "ceremonie.json", "pv.json", "liste.csv"})
    void a_file_that_did_not_change_is_not_sent_again(String file) throws Exception {
        TirageDEssai.close(jdbc, APPEL);
        String mark = String.valueOf(answer("/tirages/2027/" + file).getHeader("ETag"));
        var again = site.perform(get("/tirages/2027/" + file).header("If-None-Match", mark))
                .andReturn()
                .getResponse();
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsByteArray()).isEmpty();
    }

    @Test
    void the_programs_that_the_proces_verbal_names_are_kept_with_it_and_served_beside_its_files() throws Exception {
        TirageDEssai.close(jdbc, APPEL);
        String named = named();
        assertThat(named).isEqualTo(verificateur.deLaPage().hex());
        var kept = answer("/tirages/2027/cln-verificateur.html");
        assertThat(Hash.of(kept.getContentAsByteArray()).hex()).isEqualTo(named);
        assertThat(kept.getContentType()).isEqualTo("application/octet-stream");
        assertThat(kept.getHeader("Content-Disposition")).contains("attachment", "cln-verificateur.html");
        assertThat(page())
                .contains("href=\"/tirages/2027/cln-verificateur.html\"", "SHA-256 : " + named)
                .contains("Ceux que nomme le procès-verbal", "ce sont aussi ceux que ce site donne")
                .doesNotContain("Version d’aujourd’hui", "??");
    }

    @Test
    void after_an_upgrade_a_draw_still_gives_the_programs_of_its_day_and_todays_stand_apart() throws Exception {
        TirageDEssai.close(jdbc, APPEL);
        named();
        byte[] page = "<p>La page du jour du tirage</p>".getBytes(StandardCharsets.UTF_8);
        byte[] jar = {'P', 'K', 3, 4};
        keep(page);
        keep(jar);
        jdbc.sql("UPDATE pieces_du_tirage SET page_hors_ligne = :page, programme = :jar")
                .param("page", Hash.of(page).hex())
                .param("jar", Hash.of(jar).hex())
                .update();
        assertThat(answer("/tirages/2027/cln-verificateur.html").getContentAsByteArray())
                .isEqualTo(page);
        var program = answer("/tirages/2027/cln-verificateur.jar");
        assertThat(program.getContentAsByteArray()).isEqualTo(jar);
        assertThat(program.getContentType()).isEqualTo("application/java-archive");
        assertThat(page())
                .contains(Hash.of(page).hex(), Hash.of(jar).hex())
                .contains("Version d’aujourd’hui", verificateur.deLaPage().hex())
                .doesNotContain("ce sont aussi ceux que ce site donne", "??");
    }

    @Test
    void a_draw_closed_before_programs_were_kept_says_so_and_still_gives_the_fingerprints() throws Exception {
        TirageDEssai.close(jdbc, APPEL);
        named();
        jdbc.sql("DELETE FROM programme_garde").update();
        jdbc.sql("UPDATE pieces_du_tirage SET page_hors_ligne = :sha256")
                .param("sha256", "ab".repeat(32))
                .update();
        assertThat(page())
                .contains("avant que le site ne garde les programmes", "ab".repeat(32))
                .doesNotContain("href=\"/tirages/2027/cln-verificateur.html\"", "??");
        assertThat(refused("cln-verificateur.html")).contains("Programme pas gardé");
        assertThat(refused("cln-verificateur.jar")).contains("Programme pas gardé");
    }

    private String named() {
        return pieces.programmes(ID).stream()
                .filter(named -> named.programme() == Programme.PAGE)
                .findFirst()
                .orElseThrow()
                .sha256()
                .hex();
    }

    private void keep(byte[] program) {
        jdbc.sql("INSERT INTO programme_garde (sha256, octets) VALUES (:sha256, :octets)")
                .param("sha256", Hash.of(program).hex())
                .param("octets", program)
                .update();
    }

    @Test
    void a_rehearsal_led_to_its_end_is_nowhere_on_the_public_site() throws Exception {
        TirageDEssai.appel(jdbc, APPEL);
        TirageDEssai.repetitionClose(jdbc, APPEL);
        assertThat(answer("/tirages").getContentAsString()).contains("Aucune liste de tirage");
        for (String draw : List.of("2027", "2027~1", "2027%7E1")) {
            for (String page :
                    List.of("/recherche", "/liste.csv", "/pv.json", "/proces-verbal.pdf", "/ceremonie.json")) {
                assertThat(answer("/tirages/" + draw + page).getStatus())
                        .as(draw + page)
                        .isEqualTo(404);
            }
        }
        assertThat(page()).contains("Pas encore de liste").doesNotContain("000000000A", "REPETITION");
        TirageDEssai.arrete(jdbc, APPEL);
        for (String piece : PIECES) {
            refused(piece);
        }
        assertThat(page()).doesNotContain("Affiché depuis", "/pv.json");
    }

    @Test
    void a_result_bears_the_day_of_its_proclamation_not_that_of_the_draw_nor_the_one_announced() throws Exception {
        TirageDEssai.appel(jdbc, APPEL);
        var essai = TirageDEssai.arrete(jdbc, APPEL);
        essai.jusquAuTirage();
        assertThat(page()).contains("Tirage public prévu le dimanche 13 juin 2027");
        essai.a(Instant.parse("2027-06-14T22:30:00Z"));
        essai.proclamer();
        assertThat(page())
                .contains("Tirage public du mardi 15 juin 2027", "Résultat proclamé le mardi 15 juin 2027 à 0 h 30")
                .doesNotContain("Tirage public du dimanche 13");
        assertThat(answer("/tirages").getContentAsString()).contains("Tirage public du mardi 15 juin 2027");
    }

    @Test
    void the_page_says_when_it_was_published_and_posted_place_by_place() throws Exception {
        TirageDEssai.close(jdbc, APPEL);
        assertThat(page().split("pas encore", -1))
                .as("six places and the publication")
                .hasSize(8);
        record("publication_du_pv", "'2027-06-14', 'SITE', 'https://www.exemple.fr/a?b=1&c=2'");
        record("affichage_du_pv", "'2027-06-15', 'MAIRIE_NORD'");
        assertThat(page())
                .contains("lundi 14 juin 2027", "href=\"https://www.exemple.fr/a?b=1&amp;c=2\"", "Lire la publication")
                .containsPattern("Mairie de quartier Nord</dt>\\s*<dd>mardi 15 juin 2027</dd>")
                .contains("Procès-verbal clos", "dimanche 13 juin 2027 à 2 h");
        assertThat(page().split("pas encore", -1)).hasSize(6);
    }

    @Test
    void the_reference_of_a_collection_is_text_whatever_it_holds() throws Exception {
        TirageDEssai.close(jdbc, APPEL);
        record("publication_du_pv", "'2027-06-14', 'RECUEIL', '<img src=x onerror=alert(1)>'");
        assertThat(page()).contains("&lt;img src=x").doesNotContain("<img src=x", "Lire la publication");
    }

    @ParameterizedTest
    @CsvSource({"0,0 octets", "999,999 octets", "1000,1 ko", "48499,48 ko", "1234567,'1,2 Mo'"})
    void a_size_is_said_in_few_figures(int bytes, String said) {
        assertThat(FichiersPublics.taille(bytes).replace('\u00a0', ' ')).isEqualTo(said);
    }

    private static String size(PiecesGardees.Piece kept) {
        return FichiersPublics.taille(kept.octets().toArray().length).replace('\u00a0', ' ');
    }

    private void record(String table, String values) {
        String columns = table.startsWith("publication") ? "jour, support, ou" : "jour, lieu";
        jdbc.sql("""
                        INSERT INTO %s (appel, repetition, pv, numero, motif, le, par, %s)
                        VALUES ('2027', 0, :pv, 1, '', 1, 'maud.v', %s)""".formatted(table, columns, values))
                .param(
                        "pv",
                        Objects.requireNonNull(pieces.empreintes(ID).get(Genre.PV))
                                .hex())
                .update();
    }

    private String refused(String file) throws Exception {
        var answer = answer("/tirages/2027/" + file);
        assertThat(answer.getStatus()).as(file).isEqualTo(404);
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String page() throws Exception {
        return answer("/tirages/2027").getContentAsString().replace('\u00a0', ' ');
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        return site.perform(get(java.net.URI.create(path))).andReturn().getResponse();
    }
}
