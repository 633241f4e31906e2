package fr.roubaix.cln.hub.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.HtmlUtils;

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
import fr.roubaix.cln.hub.tirage.TirageDEssai;
import fr.roubaix.cln.hub.verificateur.EmpreinteDuVerificateur;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.verifier.PvJson;

/** What anybody reads of a draw, and the ways that are given to do it again. */
@WithAnonymousUser
class TiragesTest extends HubScreens {

    private static final String DES = "407291380556213799028815504417";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private EmpreinteDuVerificateur verificateur;

    private MockMvc site;

    @BeforeEach
    void aVisitor() {
        site = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    void before_any_list_there_is_nothing_to_see_and_the_page_says_so() throws Exception {
        assertThat(page("/tirages"))
                .contains("Aucune liste de tirage n’est encore publiée")
                .doesNotContain("??");
        assertThat(answer(get("/tirages/2027")).getStatus()).isEqualTo(404);
        assertThat(answer(get("/tirages/2027/liste.csv")).getStatus()).isEqualTo(404);
    }

    @Test
    void a_frozen_list_is_published_with_its_fingerprint_the_plan_and_the_chances_under_both_readings()
            throws Exception {
        var liste = liste();
        freeze(liste);
        assertThat(page("/tirages")).contains("Tirage public prévu le dimanche 13 juin 2027");
        String page = page("/tirages/2027");
        assertThat(page)
                .contains("lecture « priorité absolue »", "lecture « siège réservé »", "art. 7 §3", "Femmes visées")
                .contains(String.join(
                        "", PageDuTirage.quartets(liste.empreinte().hex()).subList(0, 1)))
                .doesNotContain("Par secteur</h2>", "/pv.json", "??");
        assertThat(answer(get("/tirages/2027/liste.csv")).getContentAsByteArray())
                .isEqualTo(liste.octets());
        assertThat(answer(get("/tirages/2027/pv.json")).getStatus()).isEqualTo(404);
        assertThat(ask(code(1))).contains("Ce numéro est sur la liste", "Le tirage n’a pas encore eu lieu");
        assertThat(page("/tirages/2027/a-la-main")).contains("Les dés ne sont pas encore lancés");
        assertThat(page("/tirages/2027/verifier")).doesNotContain("data-liste");
    }

    @Test
    void a_draw_shows_its_members_by_code_its_balance_and_gives_its_two_files_as_they_are() throws Exception {
        var pv = draw(Lecture.PRIORITE_ABSOLUE);
        String page = page("/tirages/2027");
        assertThat(page)
                .contains("Tirage public du dimanche 13 juin 2027", "Même liste, mêmes dés", "4072", "mandat renouvelé")
                .doesNotContain("??", "<script", "style=\"");
        pv.designes().forEach(d -> assertThat(page).contains(d.personne().id().affiche()));
        assertThat(answer(get("/tirages/2027/pv.json")).getContentAsByteArray()).isEqualTo(PvJson.write(pv));
        assertThat(page).contains(Hash.of(PvJson.write(pv)).hex());
        assertThat(page).contains(verificateur.deLaPage().hex());
    }

    @Test
    void a_proces_verbal_that_was_altered_in_the_base_is_said_and_no_member_is_shown() throws Exception {
        draw(Lecture.PRIORITE_ABSOLUE);
        byte[] pv = answer(get("/tirages/2027/pv.json")).getContentAsByteArray();
        pv[pv.length / 2] ^= 1;
        jdbc.sql("UPDATE pv_du_tirage SET pv = :pv").param("pv", pv).update();
        assertThat(page("/tirages/2027"))
                .contains("ne se vérifient plus", "NON CONFORME")
                .doesNotContain("Par secteur</h2>");
    }

    @ParameterizedTest
    @EnumSource(Lecture.class)
    void whoever_types_their_code_reads_their_line_their_rank_and_why(Lecture lecture) throws Exception {
        var pv = draw(lecture);
        for (int i = 0; i < pv.ordre().size(); i++) {
            var id = pv.ordre().get(i).id();
            String reponse = ask(id.affiche().toLowerCase(Locale.ROOT).replace('-', ' '));
            boolean designe =
                    pv.designes().stream().anyMatch(d -> d.personne().id().equals(id));
            assertThat(reponse)
                    .as(id.valeur())
                    .contains(designe ? "Cette candidature est retenue" : "Cette candidature n’est pas retenue")
                    .contains(
                            "elle est à la place " + (i + 1) + ".",
                            id.valeur() + ";",
                            pv.ordre().get(i).rang().hex())
                    .containsPattern("art\\. 7|Son rang parmi|Le tirage a donné")
                    .doesNotContain("??", "{0", "{1", "{2", "{3", "{4");
        }
        assertThat(ask(code(1001))).contains("mandat renouvelé");
    }

    @Test
    void a_code_that_is_wrong_absent_or_missing_gets_a_sentence_that_says_what_to_do() throws Exception {
        draw(Lecture.PRIORITE_ABSOLUE);
        assertThat(ask("")).contains("Tapez le numéro qui est sur votre reçu");
        assertThat(ask("abc")).contains("faute de frappe");
        assertThat(ask("<script>alert(1)</script>")).contains("faute de frappe").doesNotContain("<script>");
        assertThat(ask(code(999_999))).contains("n’est pas sur la liste", "appelez le 07");
    }

    @Test
    void asking_leaves_no_session_no_cookie_and_no_code_in_an_address() throws Exception {
        draw(Lecture.PRIORITE_ABSOLUE);
        var asked = site.perform(post("/tirages/2027/recherche").param("code", code(1)))
                .andReturn();
        assertThat(asked.getResponse().getStatus()).isEqualTo(200);
        assertThat(asked.getResponse().getCookies()).isEmpty();
        assertThat(asked.getRequest().getSession(false)).isNull();
        assertThat(asked.getResponse().getContentAsString())
                .contains("method=\"post\"")
                .doesNotContain("?code=", "_csrf");
    }

    @Test
    void only_the_pages_that_compute_may_run_scripts_and_none_is_inside_a_page() throws Exception {
        draw(Lecture.PRIORITE_ABSOLUE);
        for (String computing : List.of("/tirages/2027/verifier", "/tirages/2027/a-la-main")) {
            var answer = answer(get(computing));
            assertThat(answer.getHeader("Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(answer.getContentAsString())
                    .containsPattern("<script src=")
                    .doesNotContainPattern("<script>");
        }
        for (String reading : List.of("/tirages", "/tirages/2027", "/tirages/2027/recherche")) {
            assertThat(answer(get(reading)).getHeader("Content-Security-Policy"))
                    .doesNotContain("script-src");
        }
    }

    @Test
    void the_page_to_keep_runs_its_own_script_and_fetches_nothing() throws Exception {
        var answer = answer(get("/verificateur/cln-verificateur.html"));
        String page = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(answer.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(Hash.of(answer.getContentAsByteArray()).hex())
                .isEqualTo(verificateur.deLaPage().hex());
        assertThat(page)
                .contains("default-src 'none'; script-src 'sha256-", "CLN.comparaison")
                .doesNotContain("<!--", "src=", "href=", "http://", "https://", "@import", "url(");
    }

    /** Typed as they stand by a shell, beside the list. */
    @ParameterizedTest
    @EnumSource(Lecture.class)
    void the_commands_of_the_page_print_what_it_says(Lecture lecture, @TempDir Path folder) throws Exception {
        var pv = draw(lecture);
        Files.write(
                folder.resolve("liste.csv"),
                answer(get("/tirages/2027/liste.csv")).getContentAsByteArray());
        Files.write(
                folder.resolve("pv.json"), answer(get("/tirages/2027/pv.json")).getContentAsByteArray());
        for (var classement : List.of(pv.ordre().getFirst(), pv.ordre().getLast())) {
            String page = answer(post("/tirages/2027/a-la-main")
                            .param("code", classement.id().valeur()))
                    .getContentAsString();
            List<String> values = values(page);
            assertThat(values)
                    .hasSizeGreaterThanOrEqualTo(8)
                    .containsSequence(
                            "sha256sum pv.json", Hash.of(PvJson.write(pv)).hex());
            for (int i = 0; i < values.size(); i += 2) {
                assertThat(shell(values.get(i), folder)).as(values.get(i)).contains(values.get(i + 1));
            }
            assertThat(values).contains(classement.rang().hex());
        }
    }

    private static List<String> values(String page) {
        return Pattern.compile("<code data-copier=\"[^\"]+\">([^<]+)</code>")
                .matcher(page)
                .results()
                .map(match -> HtmlUtils.htmlUnescape(match.group(1)))
                .toList();
    }

    private static String shell(String command, Path folder) throws Exception {
        // The calculator is no part of every machine; the remainder has a test of its own.
        if (command.endsWith("| bc") && !Files.isExecutable(Path.of("/usr/bin/bc"))) {
            var hex = Pattern.compile("16; ([0-9A-F]+) % ([0-9A-F]+)").matcher(command);
            assertThat(hex.find()).isTrue();
            return new BigInteger(hex.group(1), 16)
                    .mod(new BigInteger(hex.group(2), 16))
                    .toString();
        }
        var process = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private String ask(String code) throws Exception {
        return answer(post("/tirages/2027/recherche").param("code", code)).getContentAsString();
    }

    private String page(String path) throws Exception {
        return answer(get(path)).getContentAsString();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return site.perform(request).andReturn().getResponse();
    }

    private static String code(int number) {
        return new ReceiptCode(number * 7_919L).texte();
    }

    /** Groups of every size, with tables that tie, a renewed member and somebody alone. */
    private static ListeDuTirage liste() {
        var lignes = new ArrayList<Ligne>();
        for (int i = 0; i < 60; i++) {
            lignes.add(new Ligne(
                    new IdDeListe(code(i)),
                    Secteur.parNumero(i % 7 % 5 + 1).orElseThrow(),
                    i % 3 == 0 ? Sexe.F : Sexe.H,
                    List.of(ClasseAge.values()).get(i % 4 % 3),
                    Qualite.CANDIDAT));
        }
        lignes.add(new Ligne(new IdDeListe(code(1001)), Secteur.SUD, Sexe.F, ClasseAge.DE_26_A_64, Qualite.RECONDUIT));
        return switch (ListeDuTirage.de(lignes)) {
            case Resultat.Accepte(var liste) -> liste;
            case Resultat.Refuse(var defaut) -> throw new AssertionError(defaut.phrase());
        };
    }

    private void freeze(ListeDuTirage liste) {
        jdbc.sql("""
                INSERT INTO appel (id, titre, ouvre_le, jusqu_au, date_de_reference, tirage_le, lieu, ouvert_le, ouvert_par)
                VALUES ('2027', 'Appel 2027', '2027-05-05', '2027-06-06', '2027-06-06', '2027-06-13', 'Mairie', 1, 'maud.v')
                """).update();
        TirageDEssai.arreter(jdbc, new AppelId("2027"), liste);
    }

    private ProcesVerbal draw(Lecture lecture) {
        var liste = liste();
        freeze(liste);
        var pv = TirageAuSort.tirer(liste, Graine.de(lecture, liste, new Des(DES)), VersionDuReglement.DE_2025);
        TirageDEssai.proclamer(jdbc, new AppelId("2027"), lecture, DES, PvJson.write(pv));
        return pv;
    }
}
