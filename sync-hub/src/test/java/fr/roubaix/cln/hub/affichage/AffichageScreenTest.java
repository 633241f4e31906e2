package fr.roubaix.cln.hub.affichage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

import fr.roubaix.cln.domaine.affichage.DepartDesLettres;
import fr.roubaix.cln.domaine.affichage.LieuDAffichage;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.attaques.Markup;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.tirage.CeremonieId;
import fr.roubaix.cln.hub.tirage.TirageDEssai;

/** The secretariat records when a closed procès-verbal was published and posted; the letters wait for every date. */
@WithMockUser(username = "maud.v", roles = "SECRETARIAT")
class AffichageScreenTest extends HubScreens {

    private static final AppelId APPEL = new AppelId("2027");
    private static final CeremonieId.Publique ID = new CeremonieId.Publique(APPEL);
    private static final LocalDate CLOSED = LocalDate.of(2027, 6, 13);
    private static final LocalDate TODAY = LocalDate.of(2027, 6, 16);
    private static final String PAGE = "https://www.exemple.fr/tirage-2027";
    private static final String REASON = "La mairie a rappelé : la bonne date est celle-ci.";

    @Autowired
    private InscriptionDesDates inscription;

    @Autowired
    private LettresDeDesignation lettres;

    @Autowired
    private Registre registre;

    private long before;

    @BeforeEach
    void threeDaysAfterTheDraw() {
        clock.set(Instant.parse("2027-06-16T08:00:00Z"));
        before = registre.tete().numero();
    }

    @Test
    void nothing_can_be_published_before_the_closing_nor_of_a_rehearsal() {
        TirageDEssai.appel(jdbc, APPEL);
        TirageDEssai.repetitionClose(jdbc, APPEL);
        assertThat(text(open("gestion/affichage"))).contains("Aucun procès-verbal de tirage n’est clos");
        assertThat($(Button.class).all().stream().map(Button::getText)).doesNotContain("Inscrire la date");
        assertThat(inscription.publier(ID, 0, TODAY, Parution.Support.SITE, PAGE, ""))
                .contains(InscriptionDesDates.Refus.PAS_CLOS);
        assertThat(inscription.afficher(ID, LieuDAffichage.MAIRIE_SUD, 0, TODAY, ""))
                .contains(InscriptionDesDates.Refus.PAS_CLOS);
        assertThat(lettres.depart(APPEL)).isEqualTo(new DepartDesLettres.SansProcesVerbal());
        assertThat(lines()).isEmpty();
    }

    @Test
    void the_screen_says_what_the_letters_wait_for_until_every_date_is_there() {
        TirageDEssai.close(jdbc, APPEL);
        assertThat(text(open("gestion/affichage")))
                .contains(
                        "Il manque la publication du procès-verbal et l’affichage à l’hôtel de ville et dans les cinq");
        publish(PAGE, CLOSED);
        assertThat(text(current())).contains("C’est inscrit", "13 juin 2027, " + PAGE, "Inscrit par maud.v le 16 juin");
        for (LieuDAffichage lieu : LieuDAffichage.values()) {
            assertThat(lettres.depart(APPEL)).isInstanceOf(DepartDesLettres.Retenu.class);
            assertThat(text(open("gestion"))).contains("Publier et afficher le procès-verbal");
            open("gestion/affichage");
            day(lieu).setValue(CLOSED.plusDays(1));
            press("Inscrire la date", lieu);
        }
        assertThat(text(current())).contains("les lettres de désignation peuvent partir");
        assertThat(lettres.depart(APPEL)).isEqualTo(new DepartDesLettres.Permis(CLOSED.plusDays(1)));
        assertThat(text(open("gestion"))).doesNotContain("Publier et afficher le procès-verbal");
        assertThat(lines())
                .hasSize(7)
                .first()
                .asString()
                .startsWith("PUBLICATION_INSCRITE maud.v appel 2027")
                .contains("jour=2027-06-13", "ou=" + PAGE);
        assertThat(lines().getLast()).contains("AFFICHAGE_INSCRIT", "jour=2027-06-14", "lieu=Mairie de quartier Sud");
    }

    @Test
    void a_date_that_is_missing_to_come_or_before_the_closing_is_refused_at_its_field() {
        TirageDEssai.close(jdbc, APPEL);
        open("gestion/affichage");
        var nord = LieuDAffichage.MAIRIE_NORD;
        press("Inscrire la date", nord);
        assertThat(day(nord).getErrorMessage()).isEqualTo("Choisissez la date.");
        day(nord).setValue(TODAY.plusDays(1));
        press("Inscrire la date", nord);
        assertThat(day(nord).getErrorMessage()).contains("pas encore venue");
        day(nord).setValue(CLOSED.minusDays(1));
        press("Inscrire la date", nord);
        assertThat(day(nord).getErrorMessage()).contains("avant la clôture du procès-verbal, le 13 juin 2027");
        assertThat(lines()).isEmpty();
        day(nord).setValue(TODAY);
        press("Inscrire la date", nord);
        assertThat(lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "La FABRIQUE",
                "www.exemple.fr",
                "javascript:alert(1)",
                "https://",
                "https://moi:secret@exemple.fr/",
                "https://exemple.fr/un tirage",
                "ftp://exemple.fr/a"
            })
    void an_address_that_nobody_can_open_is_refused_at_its_field(String address) {
        TirageDEssai.close(jdbc, APPEL);
        open("gestion/affichage");
        publish(address, TODAY);
        assertThat(field("Adresse de la page").getErrorMessage()).contains("Recopiez l’adresse entière");
        assertThat(lines()).isEmpty();
    }

    @Test
    void an_issue_of_the_collection_is_given_by_its_number() {
        TirageDEssai.close(jdbc, APPEL);
        open("gestion/affichage");
        @SuppressWarnings("unchecked") // the only choice of that name
        com.vaadin.flow.component.select.Select<Parution.Support> where = choice("Publié où");
        where.setValue(Parution.Support.RECUEIL);
        date("Publié le").setValue(TODAY);
        field("Numéro du recueil").setValue("n°");
        press("Inscrire la date", "Publication");
        assertThat(field("Numéro du recueil").getErrorMessage()).contains("numéro du recueil");
        field("Numéro du recueil").setValue("Recueil n° 12");
        press("Inscrire la date", "Publication");
        assertThat(text(current())).contains("16 juin 2027, Recueil n° 12");
    }

    @Test
    void what_was_typed_is_text_whatever_it_holds() {
        String hostile = "<img src=x onerror=alert(1)>'); DROP TABLE tirage; --";
        TirageDEssai.close(jdbc, APPEL);
        inscription.publier(ID, 0, CLOSED, Parution.Support.RECUEIL, hostile, "");
        inscription.publier(ID, 1, TODAY, Parution.Support.RECUEIL, hostile + "2", hostile);
        assertThat(text(open("gestion/affichage")))
                .contains(
                        "16 juin 2027, " + hostile + "2",
                        "Avant : 13 juin 2027, " + hostile,
                        "changement : " + hostile);
        Markup.assertNoneInjected();
    }

    @Test
    void a_correction_needs_a_reason_and_the_former_date_stays_to_be_read() {
        TirageDEssai.close(jdbc, APPEL);
        inscription.afficher(ID, LieuDAffichage.MAIRIE_EST, 0, CLOSED, "");
        open("gestion/affichage");
        var est = LieuDAffichage.MAIRIE_EST;
        press("Corriger", est);
        assertThat(day(est).getErrorMessage()).contains("rien n’a changé");
        day(est).setValue(TODAY);
        press("Corriger", est);
        assertThat(reason(est).getErrorMessage()).contains("Écrivez pourquoi");
        reason(est).setValue(REASON);
        press("Corriger", est);
        assertThat(text(current()))
                .contains("Affiché le 16 juin 2027", "Avant : 13 juin 2027, inscrit par maud.v", REASON);
        assertThat(lines().getLast()).startsWith("AFFICHAGE_CORRIGE").contains(REASON, "jour=2027-06-16");
        reason(est).setValue("Affiche posée dans une autre mairie");
        press("Retirer la date", est);
        assertThat(text(current())).contains("Pas encore affiché", "Avant : 16 juin 2027");
        assertThat(count("affichage_du_pv")).isEqualTo(3);
        assertThat(lettres.depart(APPEL).phrase()).contains("l’affichage");
    }

    @Test
    void a_publication_is_corrected_and_taken_back_too() {
        TirageDEssai.close(jdbc, APPEL);
        inscription.publier(ID, 0, CLOSED, Parution.Support.SITE, PAGE, "");
        assertThat(inscription.publier(ID, 1, CLOSED, Parution.Support.SITE, PAGE + "-bis", REASON))
                .isEmpty();
        assertThat(inscription.retirerLaPublication(ID, 2, "court")).contains(InscriptionDesDates.Refus.MOTIF_MANQUANT);
        assertThat(inscription.retirerLaPublication(ID, 2, REASON)).isEmpty();
        assertThat(inscription.retirerLaPublication(ID, 3, REASON)).contains(InscriptionDesDates.Refus.RIEN_A_RETIRER);
        assertThat(lines()).hasSize(3).last().asString().startsWith("PUBLICATION_RETIREE");
        assertThat(text(open("gestion/affichage"))).contains("Pas encore publié", "Avant : 13 juin 2027, " + PAGE);
    }

    @Test
    void what_somebody_else_recorded_meanwhile_is_shown_and_nothing_is_written() {
        TirageDEssai.close(jdbc, APPEL);
        open("gestion/affichage");
        var sud = LieuDAffichage.MAIRIE_SUD;
        as("autre.agent", "SECRETARIAT", () -> inscription.afficher(ID, sud, 0, CLOSED, ""));
        day(sud).setValue(TODAY);
        press("Inscrire la date", sud);
        assertThat(text(current())).contains("Quelqu’un d’autre vient d’inscrire", "Affiché le 13 juin 2027");
        assertThat(lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRESIDENCE", "TIRAGE", "OBSERVATEUR"})
    void others_read_and_cannot_write(String role) {
        TirageDEssai.close(jdbc, APPEL);
        as("autre", role, () -> {
            assertThat(text(open("gestion/affichage"))).contains("Pas encore publié", "Seul le secrétariat");
            assertThat($(Button.class).all().stream().map(Button::getText)).doesNotContain("Inscrire la date");
            assertThatThrownBy(() -> inscription.afficher(ID, LieuDAffichage.MAIRIE_SUD, 0, TODAY, ""))
                    .isInstanceOf(AccessDeniedException.class);
            return true;
        });
    }

    @Test
    void each_draw_has_dates_of_its_own() {
        TirageDEssai.close(jdbc, APPEL);
        inscription.publier(ID, 0, CLOSED, Parution.Support.SITE, PAGE, "");
        var next = new AppelId("2029");
        TirageDEssai.close(jdbc, next);
        assertThat(lettres.depart(next))
                .isInstanceOfSatisfying(
                        DepartDesLettres.Retenu.class,
                        retenu -> assertThat(retenu.sansPublication()).isTrue());
        open("gestion/affichage");
        List<?> draws = choice("Tirage").getListDataView().getItems().toList();
        assertThat(draws).hasSize(2);
    }

    private void publish(String address, LocalDate day) {
        date("Publié le").setValue(day);
        field("Adresse de la page").setValue(address);
        press("Inscrire la date", "Publication");
    }

    private void press(String text, LieuDAffichage lieu) {
        press(text, lieu.nom());
    }

    private void press(String text, String of) {
        $(Button.class).all().stream()
                .filter(b -> b.getText().equals(text))
                .filter(b -> b.getAriaLabel().equals(Optional.of(text + ", " + of)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no « " + text + " » for " + of))
                .click();
    }

    private DatePicker day(LieuDAffichage lieu) {
        return $(DatePicker.class).all().stream()
                .filter(d -> d.getAriaLabel().equals(Optional.of("Affiché le, " + lieu.nom())))
                .findFirst()
                .orElseThrow();
    }

    private TextField reason(LieuDAffichage lieu) {
        Section panel = $(Section.class).all().stream()
                .filter(s -> s.getClassNames().contains("panel") && text(s).startsWith(lieu.nom()))
                .findFirst()
                .orElseThrow();
        return $(TextField.class, panel).single();
    }

    private List<String> lines() {
        return jdbc.sql("""
                        SELECT acte || ' ' || auteur || ' ' || objet || ' ' || motif || ' ' || details FROM registre
                        WHERE numero > ? ORDER BY numero""").param(before).query(String.class).list();
    }
}
