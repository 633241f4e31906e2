package fr.roubaix.cln.hub.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.util.List;

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
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.tirage.TirageDEssai;
import fr.roubaix.cln.sync.Hash;

/** What everyone reads of a call before its list, and of a list that was published and annulled. */
@WithAnonymousUser
class ListesAnnuleesTest extends HubScreens {

    private static final AppelId APPEL = new AppelId("2027");
    private static final String MOTIF = "Un secteur <Nord> était mal saisi pour une personne";

    @Autowired
    private WebApplicationContext context;

    private MockMvc site;

    @BeforeEach
    void aVisitor() {
        clock.set(Instant.parse("2027-06-10T08:00:00Z"));
        site = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    void before_the_freeze_the_page_says_that_there_is_no_list_yet_and_until_when_one_applies() throws Exception {
        openedCall();
        var answer = answer("/tirages/2027");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString())
                .contains("Pas encore de liste pour ce tirage", "L’appel est ouvert", "30 juin 2027")
                .contains("Tirage public prévu le dimanche 11 juillet 2027, Mairie")
                .doesNotContain("??", "annulée", "/tirages/2027/recherche");
    }

    @Test
    void a_closed_call_that_waits_for_its_list_says_so() throws Exception {
        TirageDEssai.appel(jdbc, APPEL);
        assertThat(page("/tirages/2027")).contains("L’appel est clos", "dimanche 13 juin 2027");
        clock.set(Instant.parse("2027-06-20T08:00:00Z"));
        assertThat(page("/tirages/2027"))
                .contains("n’a pas eu lieu à la date prévue")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verifier", "a-la-main", "recherche", "liste.csv", "pv.json", "ceremonie.json"})
    void what_comes_with_the_list_is_not_found_and_says_when_it_will_be(String what) throws Exception {
        TirageDEssai.appel(jdbc, APPEL);
        var answer = answer("/tirages/2027/" + what);
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentAsString()).contains("Pas encore de liste pour ce tirage");
        assertThat(answer("/tirages/2031/" + what).getStatus()).isEqualTo(404);
        assertThat(answer("/tirages/2031/" + what).getContentAsString()).doesNotContain("Pas encore de liste");
    }

    @Test
    void asking_for_a_code_before_the_list_says_so_too() throws Exception {
        TirageDEssai.appel(jdbc, APPEL);
        var answer = site.perform(post("/tirages/2027/recherche").param("code", "7F3K9"))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentAsString()).contains("Pas encore de liste");
    }

    @Test
    void a_call_that_does_not_exist_has_no_page() throws Exception {
        assertThat(answer("/tirages/2031").getStatus()).isEqualTo(404);
    }

    @Test
    void an_annulled_list_stays_with_its_fingerprint_its_hours_its_reason_and_its_file() throws Exception {
        TirageDEssai.appel(jdbc, APPEL);
        var draw = TirageDEssai.arrete(jdbc, APPEL);
        byte[] list = answer("/tirages/2027/liste.csv").getContentAsByteArray();
        String sha256 = Hash.of(list).hex();
        draw.a(Instant.parse("2027-06-12T15:20:00Z"));
        draw.annuler(MOTIF);
        String page = page("/tirages/2027");
        assertThat(page)
                .contains("La liste de ce tirage est annulée", "Annulée le samedi 12 juin 2027 à 17 h 20")
                .contains("Elle avait été arrêtée et publiée le", sha256, "Un secteur &lt;Nord&gt; était mal saisi")
                .contains("href=\"/tirages/2027/listes-annulees/" + sha256 + ".csv\"")
                .doesNotContain("??", "claire.d", "style=\"", "<script");
        var file = answer("/tirages/2027/listes-annulees/" + sha256 + ".csv");
        assertThat(file.getContentAsByteArray()).isEqualTo(list);
        assertThat(file.getHeader("Content-Disposition")).contains("attachment", "liste-annulee-");
        assertThat(page("/tirages")).contains("La liste qui était publiée est annulée", "/tirages/2027\"");
    }

    @Test
    void the_next_list_keeps_the_annulled_one_beside_it_to_the_end() throws Exception {
        TirageDEssai.appel(jdbc, APPEL);
        TirageDEssai.arrete(jdbc, APPEL).annuler(MOTIF);
        var draw = TirageDEssai.arreteEncore(jdbc, APPEL);
        assertThat(page("/tirages/2027")).contains("La liste du prochain tirage", "La liste annulée", "Motif :");
        assertThat(page("/tirages")).doesNotContain("est annulée");
        draw.jusquALaProclamation();
        assertThat(page("/tirages/2027"))
                .contains("Par secteur", "La liste annulée")
                .doesNotContain("??");
    }

    @Test
    void no_other_fingerprint_and_no_list_that_stands_is_given_as_annulled() throws Exception {
        TirageDEssai.appel(jdbc, APPEL);
        TirageDEssai.arrete(jdbc, APPEL);
        String standing = Hash.of(answer("/tirages/2027/liste.csv").getContentAsByteArray())
                .hex();
        for (String sha256 : List.of(standing, "0".repeat(64))) {
            assertThat(answer("/tirages/2027/listes-annulees/" + sha256 + ".csv")
                            .getStatus())
                    .isEqualTo(404);
        }
    }

    @Test
    void each_stage_between_the_first_die_and_the_proclamation_is_said_as_it_is() throws Exception {
        TirageDEssai.appel(jdbc, APPEL);
        var draw = TirageDEssai.arrete(jdbc, APPEL);
        said("ne sont pas encore lancés", "n’a pas encore eu lieu", "Ils seront lancés");
        draw.jusquALaSeance();
        said("ne sont pas encore lancés", "n’a pas encore eu lieu", "Ils seront lancés");
        draw.lancer("4");
        said("en train d’être lancés", "Le tirage est en cours", "en train d’être lancés");
        draw.lancerLeReste();
        said("en train d’être lancés", "Le tirage est en cours", "en train d’être lancés");
        draw.confirmerLaGraine();
        said("n’est pas encore proclamé", "Les dés sont lancés", "Ils ont été lancés");
        draw.tirer();
        said("n’est pas encore proclamé", "Les dés sont lancés", "Ils ont été lancés");
        draw.proclamer();
        assertThat(page("/tirages/2027/a-la-main"))
                .contains("sha256sum liste.csv")
                .doesNotContain("pas encore");
        assertThat(page("/tirages/2027")).contains("Règlement appliqué par ce site : version 2025");
    }

    private void said(String byHand, String ofACode, String ofTheDice) throws Exception {
        assertThat(page("/tirages/2027/a-la-main")).contains(byHand).doesNotContain("sha256sum liste.csv", "??");
        assertThat(page("/tirages/2027")).contains(ofTheDice).doesNotContain("??");
        assertThat(site.perform(post("/tirages/2027/recherche").param("code", "000000000A"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains(ofACode)
                .doesNotContain("??");
    }

    private void openedCall() {
        jdbc.sql("""
                        INSERT INTO appel (id, titre, ouvre_le, jusqu_au, date_de_reference, tirage_le, lieu, ouvert_le, ouvert_par)
                        VALUES ('2027', 'Appel 2027', '2027-06-01', '2027-06-30', '2027-06-30', '2027-07-11', 'Mairie', 1, 'maud.v')
                        """).update();
    }

    private String page(String path) throws Exception {
        return answer(path).getContentAsString().replace('\u00a0', ' ');
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        return site.perform(get(path)).andReturn().getResponse();
    }
}
