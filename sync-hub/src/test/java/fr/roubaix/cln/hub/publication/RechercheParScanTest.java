package fr.roubaix.cln.hub.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import jakarta.servlet.MultipartConfigElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.domaine.tirage.Ligne;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.Qualite;
import fr.roubaix.cln.domaine.tirage.Resultat;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.limites.TailleDesDemandes;
import fr.roubaix.cln.hub.tirage.TirageDEssai;

/** Whoever has their receipt in hand finds its line without typing its number. */
@WithAnonymousUser
class RechercheParScanTest extends HubScreens {

    private static final AppelId APPEL = new AppelId("2027");
    private static final ReceiptCode CODE = new ReceiptCode(0x778e69b8a9dL);

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private MultipartConfigElement forms;

    private MockMvc site;

    @BeforeEach
    void aVisitorAndAFrozenListWithTheirCode() {
        site = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        TirageDEssai.appel(jdbc, APPEL);
        var ligne = new Ligne(IdDeListe.de(CODE), Secteur.NORD, Sexe.F, ClasseAge.DE_26_A_64, Qualite.CANDIDAT);
        switch (ListeDuTirage.lire((ListeDuTirage.EN_TETE + "\n" + CODE.texte() + ";NORD;F;26-64;CANDIDAT\n")
                .getBytes(StandardCharsets.UTF_8))) {
            case Resultat.Accepte(var liste) -> {
                assertThat(liste.lignes()).containsExactly(ligne);
                TirageDEssai.arreter(jdbc, APPEL, liste);
            }
            case Resultat.Refuse(var defaut) -> throw new AssertionError(defaut.phrase());
        }
    }

    @Test
    void a_scanner_that_types_the_whole_square_finds_the_line_like_the_number_in_any_shape() throws Exception {
        String scanned = PhotosDEssai.texte(CODE);
        for (String typed : new String[] {
            scanned,
            scanned + "\r\n",
            "  " + scanned + "\t",
            scanned.toLowerCase(Locale.ROOT),
            CODE.affiche(),
            CODE.texte(),
            CODE.affiche().toLowerCase(Locale.ROOT).replace('-', ' '),
            " 7f3k9 - q2mxe "
        }) {
            assertThat(ask(typed)).as(typed).contains("Ce numéro est sur la liste", "7F3K9-Q2MXE");
        }
    }

    @Test
    void a_scan_that_the_keyboard_garbled_is_told_apart_from_a_mistyped_number() throws Exception {
        String garbled = PhotosDEssai.texte(CODE).replace('1', '&').replace(':', 'M');
        assertThat(ask(garbled)).contains("réglé sur le clavier français");
        assertThat(ask("7F3K9-Q2MXF")).contains("faute de frappe");
        assertThat(page()).contains("maxlength=\"200\"");
    }

    @Test
    void a_photo_of_the_receipt_finds_its_line_and_leaves_no_session_nor_cookie() throws Exception {
        var asked = site.perform(photo(PhotosDEssai.fichier(PhotosDEssai.recu(PhotosDEssai.texte(CODE)), "jpeg")))
                .andReturn();
        assertThat(asked.getResponse().getStatus()).isEqualTo(200);
        assertThat(asked.getResponse().getContentAsString())
                .contains("Ce numéro est sur la liste", "7F3K9-Q2MXE")
                .doesNotContain("??");
        assertThat(asked.getResponse().getCookies()).isEmpty();
        assertThat(asked.getRequest().getSession(false)).isNull();
        assertThat(asked.getResponse().getHeader("Content-Security-Policy")).doesNotContain("script-src");
    }

    @Test
    void what_is_wrong_with_a_photo_is_said_beside_its_field() throws Exception {
        assertThat(send(new byte[0])).contains("Choisissez une photo de votre reçu");
        assertThat(send(new byte[] {1, 2, 3})).contains("photo JPEG ou PNG").doesNotContain("??");
        assertThat(send(PhotosDEssai.fichier(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), "png")))
                .contains("Aucun carré lisible", "aria-invalid=\"true\"", "aria-describedby=\"refus-photo\"");
        assertThat(send(PhotosDEssai.fichier(PhotosDEssai.recu("https://exemple.fr/"), "png")))
                .contains("pas celui d’un reçu");
    }

    @Test
    void a_form_without_photo_is_told_to_bring_one() throws Exception {
        var answer =
                site.perform(post("/tirages/2027/recherche/photo")).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).contains("Choisissez une photo");
    }

    @Test
    void the_page_offers_the_camera_in_a_plain_form() throws Exception {
        assertThat(page())
                .containsPattern(
                        "<form method=\"post\" enctype=\"multipart/form-data\"[^>]*/tirages/2027/recherche/photo")
                .contains("type=\"file\"", "accept=\"image/*\"", "capture=\"environment\"")
                .doesNotContain("<script", "_csrf", "??");
    }

    @Test
    void the_largest_photo_that_is_read_stays_in_memory() {
        assertThat(forms.getFileSizeThreshold()).isGreaterThan(TailleDesDemandes.PHOTO);
        assertThat(forms.getMaxFileSize()).isEqualTo(TailleDesDemandes.PHOTO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2031", "autre"})
    void a_photo_for_a_call_that_does_not_exist_finds_nothing(String call) throws Exception {
        var answer = site.perform(multipart("/tirages/" + call + "/recherche/photo")
                        .file(new MockMultipartFile("photo", new byte[] {1})))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(404);
    }

    private static MockMultipartHttpServletRequestBuilder photo(byte[] file) {
        return multipart("/tirages/2027/recherche/photo")
                .file(new MockMultipartFile("photo", "IMG_1234.JPG", "image/jpeg", file));
    }

    private String send(byte[] file) throws Exception {
        var answer = site.perform(photo(file)).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private String ask(String code) throws Exception {
        MockHttpServletResponse answer = site.perform(
                        post("/tirages/2027/recherche").param("code", code))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private String page() throws Exception {
        return site.perform(get("/tirages/2027/recherche"))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
