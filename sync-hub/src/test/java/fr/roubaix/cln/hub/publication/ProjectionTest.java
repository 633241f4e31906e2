package fr.roubaix.cln.hub.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.Des;
import fr.roubaix.cln.domaine.tirage.Graine;
import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.Ligne;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.ProcesVerbal;
import fr.roubaix.cln.domaine.tirage.Qualite;
import fr.roubaix.cln.domaine.tirage.Resultat;
import fr.roubaix.cln.domaine.tirage.TirageAuSort;
import fr.roubaix.cln.domaine.tirage.VersionDuReglement;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.tirage.CleDeSalle;
import fr.roubaix.cln.hub.tirage.TirageDEssai;
import fr.roubaix.cln.verifier.PvJson;

/** What the wall of the room shows at each moment of a draw, and what it never shows. */
@WithAnonymousUser
class ProjectionTest extends HubScreens {

    private static final AppelId APPEL = new AppelId("2027");
    private static final String DES = "407291380556213799028815504417";
    private static final String WALL = "/projection/2027";
    private static final String CO_PRESIDENT = "Mme Delcourt";
    private static final String OPPOSITION = "M. Amrani";

    @Autowired
    private WebApplicationContext context;

    private MockMvc site;

    @BeforeEach
    void aVisitor() {
        site = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    void each_stage_of_a_draw_is_shown_in_its_turn_without_any_name() throws Exception {
        call();
        assertThat(state()).contains("Tirage au sort public", "dimanche 13 juin 2027", "pas encore arrêtée");

        var liste = liste();
        TirageDEssai.arreter(jdbc, APPEL, liste);
        assertThat(state())
                .contains("La liste est arrêtée", ">60</b>", "candidatures", "20 femmes, 40 hommes")
                .contains(PageDuTirage.quartets(liste.empreinte().hex()));

        var draw = TirageDEssai.de(jdbc, APPEL);
        draw.confirmerLePlan(Lecture.PRIORITE_ABSOLUE);
        assertThat(state()).contains("Le plan des sièges", "priorité absolue", "<table>", "sièges à pourvoir");

        draw.ouvrir(CO_PRESIDENT, OPPOSITION);
        assertThat(state())
                .contains(
                        "La séance est ouverte",
                        "2 personnes présentes",
                        "élu de l’opposition",
                        "30 lancers de dé, ni plus ni moins.");

        draw.lancer(DES.substring(0, 13));
        assertThat(state())
                .contains("Les témoins lancent les dés", "13 chiffres sur 30</p>", "co-président du CLN")
                .contains("data-annonce=\"13 chiffres. Le dernier est 2, lancé par : co-président du CLN.\"");

        draw.corriger(3, 1);
        assertThat(state()).contains("class=\"corrige\"", "<del>", "1 correction, écrite au procès-verbal");
        draw.corriger(3, DES.charAt(2) - '0');
        draw.lancer(DES.substring(13));
        draw.confirmerLaGraine();
        assertThat(state()).contains("Les dés sont fixés", ">40729</span>", "|des=" + DES + "<");

        var pv = pv(liste);
        draw.tirer(PvJson.write(pv));
        assertThat(state()).contains("Les sièges", "renouvelé", "En cours", "À suivre");
        draw.reveler(pv.designes().size());
        draw.proclamer();
        assertThat(state())
                .contains("Le résultat est proclamé", ">20</b>", "sièges sur 20", "65 ans et +")
                .doesNotContain("À suivre", "À venir");
    }

    @Test
    void no_byte_tells_who_was_drawn_before_the_operator_shows_it() throws Exception {
        var pv = drawn();
        for (int shown = 0; shown <= pv.designes().size(); shown++) {
            if (shown > 0) {
                TirageDEssai.de(jdbc, APPEL).reveler(shown);
            }
            String bytes = state() + answer(WALL, "").getContentAsString();
            for (int i = 0; i < pv.designes().size(); i++) {
                var id = pv.designes().get(i).personne().id();
                assertThat(bytes.contains(id.affiche().substring(6))
                                && bytes.contains(id.affiche().substring(0, 5)))
                        .as("member %d with %d shown", i, shown)
                        .isEqualTo(i < shown);
                assertThat(bytes)
                        .doesNotContain(pv.designes().get(i).rang().hex())
                        .doesNotContain(CO_PRESIDENT, OPPOSITION);
            }
        }
    }

    @Test
    void a_page_that_is_up_to_date_is_told_so_without_a_byte_and_a_change_is_told_at_once() throws Exception {
        drawn();
        var first = answer(WALL + "/etat", "");
        String tag = String.valueOf(first.getHeader("ETag"));
        assertThat(answer(WALL, "").getContentAsString())
                .contains("data-marque=\"" + tag.replace("\"", "") + "\"")
                .contains(first.getContentAsString().strip());
        var same = answer(WALL + "/etat", tag);
        assertThat(same.getStatus()).isEqualTo(304);
        assertThat(same.getContentAsByteArray()).isEmpty();
        TirageDEssai.de(jdbc, APPEL).reveler(1);
        var changed = answer(WALL + "/etat", tag);
        assertThat(changed.getStatus()).isEqualTo(200);
        assertThat(changed.getHeader("ETag")).isNotEqualTo(tag);
    }

    @Test
    void a_rehearsal_has_an_address_that_nobody_guesses_and_is_marked_everywhere() throws Exception {
        call();
        TirageDEssai.repeter(jdbc, APPEL, liste());
        String room = TirageDEssai.salle(jdbc, APPEL, 1);
        assertThat(room).matches("/repetitions/[0-9a-z]{5}(-[0-9a-z]{5}){3}");
        assertThat(answer(room, "").getContentAsString())
                .contains("RÉPÉTITION", "Répétition 1 : rien ne compte", "data-etat=\"" + room + "/etat\"");
        assertThat(answer(room + "/etat", "").getContentAsString())
                .contains("La liste est arrêtée", "data-repetition=\"1\"");
        assertThat(answer(WALL, "").getContentAsString())
                .contains("pas encore arrêtée")
                .doesNotContain("RÉPÉTITION");
        TirageDEssai.repeter(jdbc, APPEL, liste());
        assertThat(TirageDEssai.salle(jdbc, APPEL, 2)).isNotEqualTo(room);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nobody_sees_a_rehearsal_by_its_number_nor_by_another_key_before_the_freeze_or_after(boolean frozen)
            throws Exception {
        call();
        TirageDEssai.repeter(jdbc, APPEL, liste());
        if (frozen) {
            TirageDEssai.arreter(jdbc, APPEL, liste());
        }
        String room = TirageDEssai.salle(jdbc, APPEL, 1);
        char last = room.charAt(room.length() - 1);
        for (String tried : List.of(
                WALL + "/repetitions/1",
                "/projection/2027~1",
                "/projection/2027%7E1",
                "/repetitions/1",
                "/repetitions/2027~1",
                "/repetitions/00000-00000-00000-00000",
                room.substring(0, room.length() - 1) + (last == '0' ? '1' : '0'))) {
            assertThat(site.perform(get(java.net.URI.create(tried)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(tried)
                    .isEqualTo(404);
            assertThat(site.perform(get(java.net.URI.create(tried + "/etat")))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(tried)
                    .isEqualTo(404);
        }
        TirageDEssai.jeter(jdbc, APPEL, 1);
        assertThat(answer(room, "").getStatus()).as("thrown away").isEqualTo(404);
    }

    @Test
    void the_address_of_a_rehearsal_goes_to_no_other_site_no_search_engine_and_no_log() throws Exception {
        call();
        TirageDEssai.repeter(jdbc, APPEL, liste());
        var page = answer(TirageDEssai.salle(jdbc, APPEL, 1), "");
        assertThat(page.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.getHeader("X-Robots-Tag")).isEqualTo("noindex, nofollow");
        assertThat(page.getHeader("Content-Security-Policy")).contains("script-src 'self'", "connect-src 'self'");
        assertThat(answer(WALL, "").getHeader("Referrer-Policy")).isEqualTo("same-origin");
        String room = TirageDEssai.salle(jdbc, APPEL, 1);
        assertThat(new CleDeSalle(room.substring(room.lastIndexOf('/') + 1)).toString())
                .doesNotContain(room.substring(room.length() - 5));
        assertThat(jdbc.sql("SELECT objet || details FROM registre")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(room.substring(room.length() - 5)));
    }

    @Test
    void a_call_that_is_not_there_has_no_wall() throws Exception {
        call();
        assertThat(answer("/projection/2031", "").getStatus()).isEqualTo(404);
    }

    @Test
    void the_page_runs_the_script_of_the_hub_alone_and_opens_no_session() throws Exception {
        drawn();
        var request = site.perform(get(WALL)).andReturn();
        var answer = request.getResponse();
        assertThat(answer.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.getContentAsString())
                .contains("<noscript><meta http-equiv=\"refresh\" content=\"5\"/></noscript>", "toutes les 5 secondes")
                .doesNotContain(" style=", "<script>", "http://", "https://", "??");
        assertThat(Pattern.compile("<script ")
                        .matcher(answer.getContentAsString())
                        .results())
                .hasSize(1);
        assertThat(answer.getCookies()).isEmpty();
        assertThat(request.getRequest().getSession(false)).isNull();
        assertThat(answer(WALL + "/etat", "").getHeader("Content-Security-Policy"))
                .doesNotContain("script-src");
    }

    private ProcesVerbal drawn() {
        call();
        var liste = liste();
        TirageDEssai.arreter(jdbc, APPEL, liste);
        var draw = TirageDEssai.de(jdbc, APPEL);
        draw.confirmerLePlan(Lecture.PRIORITE_ABSOLUE);
        draw.ouvrir(CO_PRESIDENT, OPPOSITION);
        draw.lancer(DES);
        draw.confirmerLaGraine();
        var pv = pv(liste);
        draw.tirer(PvJson.write(pv));
        return pv;
    }

    private static ProcesVerbal pv(ListeDuTirage liste) {
        return TirageAuSort.tirer(
                liste, Graine.de(Lecture.PRIORITE_ABSOLUE, liste, new Des(DES)), VersionDuReglement.DE_2025);
    }

    private void call() {
        jdbc.sql("""
                INSERT INTO appel (id, titre, ouvre_le, jusqu_au, date_de_reference, tirage_le, lieu, ouvert_le, ouvert_par)
                VALUES ('2027', 'Appel 2027', '2027-05-05', '2027-06-06', '2027-06-06', '2027-06-13', 'Mairie', 1, 'maud.v')
                """).update();
    }

    private String state() throws Exception {
        var answer = answer(WALL + "/etat", "");
        assertThat(answer.getStatus()).isEqualTo(200);
        String state = answer.getContentAsString();
        assertThat(state).doesNotContain("??", "{0", CO_PRESIDENT, OPPOSITION, " style=", "<script");
        return state;
    }

    private MockHttpServletResponse answer(String path, String tag) throws Exception {
        var request = get(path);
        var response = site.perform(tag.isEmpty() ? request : request.header("If-None-Match", tag))
                .andReturn()
                .getResponse();
        response.setDefaultCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    /** Codes far from one another, so that a part of one is no part of another; a renewed member in the Sud. */
    private static ListeDuTirage liste() {
        var lignes = new ArrayList<Ligne>();
        for (int i = 0; i < 60; i++) {
            lignes.add(new Ligne(
                    id(i),
                    Secteur.parNumero(i % 5 + 1).orElseThrow(),
                    i % 3 == 0 ? Sexe.F : Sexe.H,
                    List.of(ClasseAge.values()).get(i % 4 % 3),
                    Qualite.CANDIDAT));
        }
        lignes.add(new Ligne(id(1001), Secteur.SUD, Sexe.F, ClasseAge.DE_26_A_64, Qualite.RECONDUIT));
        return switch (ListeDuTirage.de(lignes)) {
            case Resultat.Accepte(var liste) -> liste;
            case Resultat.Refuse(var defaut) -> throw new AssertionError(defaut.phrase());
        };
    }

    private static IdDeListe id(int number) {
        return IdDeListe.de(new ReceiptCode((number + 1) * 499_979_239_871L % (1L << 45)));
    }
}
