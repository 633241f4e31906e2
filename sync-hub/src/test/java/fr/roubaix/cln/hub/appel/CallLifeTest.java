package fr.roubaix.cln.hub.appel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import fr.roubaix.cln.domaine.candidature.Langue;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubScreens;

/** A call from its draft to its end, on the screen of the secretariat and on the public page. */
@WithMockUser(username = "maud.v", roles = "SECRETARIAT")
class CallLifeTest extends HubScreens {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Appels appels;

    @Autowired
    private AppelEnCours pourLesBornes;

    @Autowired
    private PreparationDAppel preparation;

    @Autowired
    private ProlongationDAppel prolongation;

    @Autowired
    private CompteDesFiches fiches;

    @Autowired
    private ClotureDAppel cloture;

    @Autowired
    private EcartsDeFiches ecarts;

    @Autowired
    private ResteDAppel reste;

    @Test
    void a_draft_is_kept_with_its_holes_and_nobody_outside_sees_it() throws Exception {
        open("gestion/appel");
        field("Titre").setValue("Appel secret");
        date("Clôture").setValue(LocalDate.of(2027, 6, 6));
        click("Enregistrer le brouillon");
        var page = open("gestion/appel");
        assertThat(text(page)).contains("Brouillon enregistré le 20 mai 2027 à 10 h par maud.v");
        assertThat(field("Titre").getValue()).isEqualTo("Appel secret");
        assertThat(date("Ouverture").getValue()).isNull();
        assertThat(body("/appel")).contains("Aucun appel n’est ouvert").doesNotContain("Appel secret");
        assertThat(body("/")).doesNotContain("Appel secret");
        assertThat(pourLesBornes.appels()).isEmpty();
        field("Titre").setValue("Appel changé");
        click("Enregistrer le brouillon");
        open("gestion/appel");
        assertThat(field("Titre").getValue()).isEqualTo("Appel changé");
        assertThat(count("registre WHERE acte = 'APPEL_PREPARE'")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_draft_changed_by_a_colleague_is_not_overwritten_and_the_screen_says_what_to_do() {
        open("gestion/appel");
        click("Enregistrer le brouillon");
        var demande = new Demande("", "Celui de Paul", null, null, null, null, null, "");
        assertThat(as("paul.d", "SECRETARIAT", () -> preparation.enregistrer(demande, Annonce.vide(), 1)))
                .isEmpty();
        field("Titre").setValue("Le mien");
        click("Enregistrer le brouillon");
        assertThat(text(current())).contains("Un autre agent a enregistré ce brouillon", "rechargez la page");
        assertThat(preparation.courant().map(b -> b.demande().titre())).contains("Celui de Paul");
    }

    @Test
    void a_call_does_not_open_without_its_french_text_nor_without_a_seat() {
        open("gestion/appel");
        $(TextArea.class).single().setValue(" ");
        $(IntegerField.class).all().forEach(seats -> seats.setValue(0));
        click("Ouvrir l’appel");
        assertThat($(TextArea.class).single().getErrorMessage()).contains("En français, il est obligatoire");
        assertThat(text(current())).contains("Aucun siège n’est à pourvoir");
        $(IntegerField.class).all().getFirst().setValue(5);
        click("Enregistrer le brouillon");
        assertThat(text(current())).contains("entre 0 et 4");
        assertThat(count("appel") + count("brouillon_d_appel")).isZero();
    }

    @Test
    void opening_a_draft_publishes_it_whole_and_leaves_no_draft() throws Exception {
        open("gestion/appel");
        language(Langue.ANGLAIS);
        field("Titre dans cette langue").setValue("Call for residents");
        $(TextArea.class).single().setValue("Come to any of the five town halls.");
        click("Enregistrer le brouillon");
        openCall();
        assertThat(count("brouillon_d_appel")).isZero();
        assertThat(count("texte_d_appel WHERE appel = ''")).isZero();
        var annonce = pourLesBornes.appels().getFirst();
        assertThat(annonce.textes().keySet()).containsExactlyInAnyOrder(Langue.FRANCAIS, Langue.ANGLAIS);
        assertThat(annonce.textes().get(Langue.FRANCAIS).titre())
                .isEqualTo(annonce(0).titre());
        assertThat(body("/appel?langue=en"))
                .contains("Come to any of the five town halls.", "<section class=\"carte texte\" lang=\"en\"");
        assertThat(body("/appel?langue=ar"))
                .contains("غير متوفر بالعربية", "dir=\"rtl\"", "La Ville de Roubaix cherche");
        assertThat(body("/appel?langue=xx")).contains("La Ville de Roubaix cherche");
        assertThat(body("/appel"))
                .contains(
                        "20", "4 sièges à pourvoir", "07 87 25 07 09", "/appel/fiche.pdf", "href=\"/app/candidature\"");
    }

    private AppelSuivi annonce(int rank) {
        return appels.tous().get(rank);
    }

    @Test
    void a_language_is_added_while_the_call_runs_and_kiosks_learn_it() {
        openCall();
        var page = open("gestion/appel");
        assertThat(text(page)).contains("il manque : Facile à lire, English");
        language(Langue.PORTUGAIS);
        click("Publier ce texte");
        assertThat($(TextArea.class).single().getErrorMessage()).contains("Écrivez le texte");
        field("Titre dans cette langue").setValue("Convite");
        $(TextArea.class).single().setValue("Venha.");
        click("Publier ce texte");
        assertThat(text(current())).contains("Le texte est publié");
        assertThat($(TextArea.class).single().getValue())
                .as("one goes on in this language")
                .isEqualTo("Venha.");
        assertThat(pourLesBornes.appels().getFirst().textes()).containsKey(Langue.PORTUGAIS);
        assertThat(count("registre WHERE acte = 'TEXTE_D_APPEL_CHANGE'")).isPositive();
    }

    /** Arabic goes from the right where one types and where one reads it; the French around it does not turn. */
    @Test
    void arabic_is_typed_and_shown_from_the_right_and_its_french_labels_stay_as_they_are() {
        open("gestion/appel");
        language(Langue.ARABE);
        assertThat($(TextArea.class).single().hasClassName("de-droite-a-gauche"))
                .isTrue();
        assertThat($(TextArea.class).single().getElement().getAttribute("dir")).isNull();
        $(TextArea.class).single().setValue("مرحبا");
        assertThat(preview().getElement().getAttribute("dir")).isEqualTo("rtl");
        assertThat(preview().getElement().getAttribute("lang")).isEqualTo("ar");
        assertThat(text(preview())).contains("مرحبا");
        language(Langue.ANGLAIS);
        assertThat($(TextArea.class).single().hasClassName("de-droite-a-gauche"))
                .isFalse();
        assertThat(preview().getElement().getAttribute("dir")).isEqualTo("ltr");
    }

    private Div preview() {
        return $(Div.class).withClassName("apercu").single();
    }

    @Test
    void a_closed_call_is_not_extended_and_one_is_told_what_to_do_instead() {
        openCall();
        closeCall();
        var appel = appels.courant().orElseThrow();
        assertThat(prolongation.prolonger(
                        appel.id(),
                        new ProlongationDAppel.Demande(
                                LocalDate.of(2027, 6, 20), null, LocalDate.of(2027, 6, 27), "Canicule")))
                .containsExactly(Refus.CLOS_SANS_RETOUR);
        assertThat(appels.courant()).contains(appel);
        assertThat(text(open("gestion/appel")))
                .contains("Art. 7 §5", "13 juin 2029")
                .doesNotContain("Prolonger l’appel");
        assertThat(current().getTranslation("appel.refus.CLOS_SANS_RETOUR"))
                .contains("ne se prolonge plus", "un nouvel appel pourra s’ouvrir");
    }

    @Test
    void whoever_extends_a_call_that_a_colleague_closed_meanwhile_is_told_on_the_form() {
        openCall();
        var appel = appels.courant().orElseThrow();
        open("gestion/appel");
        assertThat(as("lina.d", "SECRETARIAT", () -> cloture.clore(appel.id(), "Assez de candidatures")))
                .isEmpty();
        date("Nouvelle clôture").setValue(LocalDate.of(2027, 6, 20));
        date("Tirage public").setValue(LocalDate.of(2027, 6, 27));
        field("Motif").setValue("Canicule");
        click("Prolonger l’appel");
        assertThat(text(current()))
                .contains("Cet appel est clos : il ne se prolonge plus", "un nouvel appel pourra s’ouvrir ensuite");
        assertThat(appels.courant().orElseThrow().appel()).isEqualTo(appel.appel());
        assertThat(count("prolongation")).isZero();
    }

    @Test
    void the_form_is_downloaded_while_one_may_still_hand_it_in() throws Exception {
        assertThat(answer("/appel/fiche.pdf").getStatus()).isEqualTo(404);
        openCall();
        var answer = answer("/appel/fiche.pdf");
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        assertThat(answer.getContentAsByteArray())
                .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        clock.set(Instant.parse("2027-06-06T21:59:59Z"));
        assertThat(answer("/appel/fiche.pdf").getStatus()).isEqualTo(200);
        clock.set(Instant.parse("2027-06-06T22:00:00Z"));
        assertThat(answer("/appel/fiche.pdf").getStatus()).isEqualTo(404);
    }

    @Test
    void paper_is_numbered_for_a_mairie_and_what_it_announces_is_compared() {
        openCall();
        open("gestion/appel");
        click("Numéroter des fiches");
        assertThat(text(current())).doesNotContain("n° 1 à 20");
        select("Mairie à fournir").setValue(Secteur.NORD);
        click("Numéroter des fiches");
        assertThat(text(current())).contains("Nord, n° 1 à 20");
        assertThat($(Anchor.class).all())
                .anyMatch(a -> "fiches-nord-0001-0020.pdf".equals(a.getElement().getAttribute("download")));
        var appel = appels.courant().orElseThrow();
        byte[] pdf = fiches.imprimer(appel.id(), fiches.lots(appel.id()).getFirst());
        assertThat(pdf).startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        select("Mairie qui annonce").setValue(Secteur.NORD);
        click("Noter ce nombre");
        assertThat($(IntegerField.class).all().stream().map(IntegerField::getErrorMessage))
                .anyMatch(said -> said != null && said.contains("Écrivez 0"));
        number("Fiches reçues").setValue(2);
        click("Noter ce nombre");
        assertThat(text(current())).contains("2 fiches à saisir");
        assertThat(fiches.comptes(appel.id()))
                .filteredOn(compte -> compte.mairie() == Secteur.NORD)
                .allMatch(compte -> compte.imprimees() == 20 && compte.reste().equals(java.util.Optional.of(2)));
    }

    /** The closing count: what a mairie received, what was entered, and a word on the difference before any list. */
    @Test
    void a_difference_of_paper_stops_the_list_until_it_is_explained_and_again_when_a_number_changes() {
        openCall();
        var appel = appels.courant().orElseThrow().id();
        assertThat(fiches.annoncer(appel, Secteur.NORD, 2)).isEmpty();
        assertThat(ecarts.expliquer(appel, Secteur.NORD, "Trop tôt")).contains(Refus.APPEL_NON_CLOS);
        closeCall();
        assertThat(reste.ecartsAExpliquer(appel)).isEqualTo(1);
        assertThat(reste.fichesASaisir(appel)).isEqualTo(2);
        open("gestion/appel");
        assertThat(text(current())).contains("2 fiches à saisir", "Expliquer un écart");
        click("Inscrire l’explication");
        select("Mairie en écart").setValue(Secteur.NORD);
        click("Inscrire l’explication");
        assertThat(field("Pourquoi les nombres diffèrent").getErrorMessage()).isEqualTo("Écrivez le motif.");
        field("Pourquoi les nombres diffèrent").setValue("Deux fiches rendues vides");
        click("Inscrire l’explication");
        assertThat(text(current()))
                .contains("Écart expliqué", "Deux fiches rendues vides", "maud.v")
                .doesNotContain("Expliquer un écart", "2 fiches à saisir");
        assertThat(reste.ecartsAExpliquer(appel)).isZero();
        assertThat(reste.fichesASaisir(appel)).isZero();
        assertThat(count("registre WHERE acte = 'ECART_DE_FICHES_EXPLIQUE' AND motif = 'Deux fiches rendues vides'"))
                .isEqualTo(1);

        assertThat(ecarts.expliquer(appel, Secteur.SUD, "Rien à dire")).contains(Refus.PAS_D_ECART);
        assertThat(fiches.annoncer(appel, Secteur.NORD, 3)).isEmpty();
        assertThat(reste.ecartsAExpliquer(appel)).isEqualTo(1);
        assertThat(fiches.annoncer(appel, Secteur.NORD, 0)).isEmpty();
        assertThat(reste.ecartsAExpliquer(appel)).isZero();
    }

    /** An extension gives a later end and nothing else: ages stay taken on the day fixed when the call opened. */
    @Test
    void an_extension_moves_the_end_to_midnight_in_roubaix_and_never_the_date_of_ages() {
        openCall();
        var before = appels.courant().orElseThrow().appel();
        assertThat(prolongation.prolonger(
                        before.id(),
                        new ProlongationDAppel.Demande(
                                LocalDate.of(2027, 10, 31), null, LocalDate.of(2027, 11, 14), "Canicule")))
                .isEmpty();
        var after = pourLesBornes.appels().getFirst();
        assertThat(after.appel().dateDeReference()).isEqualTo(before.dateDeReference());
        assertThat(after.appel().fin()).as("winter time began that night").isEqualTo("2027-10-31T23:00:00Z");
        assertThat(after.appel().accepte(Instant.parse("2027-10-31T22:59:59.999Z")))
                .isTrue();
        assertThat(after.appel().accepte(Instant.parse("2027-10-31T23:00:00Z"))).isFalse();
    }

    @Test
    void closing_before_the_end_is_refused_without_a_reason_whoever_asks() {
        openCall();
        var appel = appels.courant().orElseThrow();
        assertThat(cloture.clore(appel.id(), " ")).contains(Refus.MOTIF_MANQUANT);
        assertThat(appels.courant()).contains(appel);
    }

    @Test
    void an_open_call_says_when_it_is_over_and_waits_to_be_closed() throws Exception {
        openCall();
        clock.set(START.plus(Duration.ofDays(20)));
        open("gestion");
        assertThat(text(open("gestion/appel"))).contains("Arrivé à sa fin, à clore", "Clore l’appel");
        assertThat(body("/appel")).contains("L’appel est clos").doesNotContain("/appel/fiche.pdf", "/app/candidature");
    }

    private void language(Langue langue) {
        $(Tabs.class)
                .single()
                .setSelectedIndex(java.util.List.of(Langue.values()).indexOf(langue));
    }

    @SuppressWarnings("unchecked") // the selects of this page hold sectors
    private Select<Secteur> select(String label) {
        return $(Select.class).all().stream()
                .filter(select -> label.equals(select.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private IntegerField number(String label) {
        return $(IntegerField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private String body(String address) throws Exception {
        return answer(address).getContentAsString();
    }

    private MockHttpServletResponse answer(String address) throws Exception {
        return MockMvcBuilders.webAppContextSetup(context)
                .build()
                .perform(get(address))
                .andReturn()
                .getResponse();
    }
}
