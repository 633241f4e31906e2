package fr.roubaix.cln.hub.candidature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

import fr.roubaix.cln.domaine.candidature.MotifDIrrecevabilite;
import fr.roubaix.cln.domaine.candidature.Origine;
import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.candidature.DemandeDeComplement.Manque;
import fr.roubaix.cln.hub.candidature.DemandeDeComplement.Moyen;

/** The list, its panel, and the form entered for a person, as the secretariat uses them. */
@WithMockUser(username = "maud.v", roles = "SECRETARIAT")
class CandidaturesScreenTest extends HubScreens {

    @Autowired
    private ExamenDesCandidatures examen;

    @Autowired
    private CandidaturesModifiables candidatures;

    @Autowired
    private ExportDesCandidatures export;

    @Autowired
    private IndexDeLAppel index;

    @Autowired
    private Appels appels;

    @BeforeEach
    void aCall() {
        openCall();
    }

    @Test
    void the_address_narrows_the_list_and_holds_no_name() {
        receive(1, "Diallo", 1990, Secteur.NORD, Parite.FEMMES);
        receive(2, "Wattel", 1950, Secteur.SUD, Parite.HOMMES);
        assertThat(text(narrowed("secteur=NORD&etat=A_EXAMINER&age=PLUS_TARD"))).contains("1 affichée sur 2");
        assertThat(text(narrowed("age=A_PARTIR_DE_65"))).contains("1 affichée sur 2");
        assertThat(text(narrowed("origine=PAPIER"))).contains("Aucune candidature ne répond à ces choix");
        click("Tout montrer");
        assertThat(text(current())).contains("2 affichées sur 2");
        field("Nom, code du reçu ou n° d’original").setValue("diallo");
        assertThat(text(current())).contains("1 affichée sur 2");
    }

    @Test
    void a_taken_back_application_leaves_the_list_and_is_found_by_its_state() {
        receive(1, "Diallo", 1990, Secteur.NORD, Parite.FEMMES);
        row(0);
        click("Noter un retrait…");
        click("Noter le retrait");
        assertThat($(Dialog.class).all())
                .as("how the person said so is missing")
                .hasSize(1);
        choose(Statut.VoieDeRetrait.COURRIER);
        click("Noter le retrait");
        assertThat(text(current())).contains("est retirée", "1 retirée", "par courrier");
        assertThat(text(open("gestion/candidatures"))).contains("0 affichée sur 1");
        assertThat(text(narrowed("etat=RETIREE"))).contains("1 affichée sur 1");
    }

    @Test
    void a_file_follows_another_by_the_keyboard_and_a_decision_opens_the_next_one_if_asked() {
        receive(1, "Diallo", 1990, Secteur.NORD, Parite.FEMMES);
        receive(2, "Wattel", 1950, Secteur.SUD, Parite.HOMMES);
        receive(3, "Nowak", 1970, Secteur.EST, Parite.HOMMES);
        row(0);
        assertThat(text(panel())).contains("Camille Diallo", "1 sur 3", "Touches du clavier");
        key("S");
        assertThat(text(panel())).contains("Camille Wattel", "2 sur 3");
        key("P");
        $(Checkbox.class).all().stream()
                .filter(box -> box.getLabel().startsWith("Après une décision"))
                .findFirst()
                .orElseThrow()
                .setValue(true);
        key("R");
        assertThat(text(panel())).contains("Camille Wattel");
        key("R");
        key("R");
        assertThat(count("candidature WHERE etat = 'RECEVABLE'")).isEqualTo(3);
        assertThat(text(current())).contains("C’est la dernière de la liste");
        key("A");
        assertThat(count("candidature WHERE etat = 'RECEVABLE'")).isEqualTo(2);
    }

    @Test
    void a_sector_that_no_address_base_told_is_marked_listed_and_left_out_of_a_batch() {
        receive(1, "Diallo", 1990, Secteur.NORD, Parite.FEMMES);
        reception.recevoir(
                Deliveries.declared(Deliveries.of(2, "Wattel", 1950, Secteur.SUD, Parite.HOMMES, clock.instant())));
        assertThat(text(narrowed("etat=SECTEUR_A_VERIFIER"))).contains("1 affichée sur 2");
        row(0);
        assertThat(text(panel()))
                .contains(
                        "Sud, choisi par la personne",
                        "l’adresse n’est pas dans la base",
                        "Cherchez cette adresse sur le plan des secteurs");
        String csv = new String(
                        export.exporter(
                                index.lignes(appels.courant().orElseThrow().id())),
                        UTF_8)
                .replace("\"", "");
        assertThat(csv).contains("Camille Diallo;Nord;ADRESSE;", "Camille Wattel;Sud;PERSONNE;");
        assertThat(acceptAll()).isEqualTo(1);
        assertThat(text(current())).contains("1 en alerte : à examiner une par une");
        narrowed("etat=SECTEUR_A_VERIFIER");
        row(0);
        click("Déclarer recevable");
        assertThat(text(narrowed("etat=SECTEUR_A_VERIFIER"))).contains("0 affichée sur 2");
        assertThat(text(narrowed("etat=RECEVABLE"))).contains("2 affichées sur 2");
    }

    @Test
    void two_forms_that_look_alike_stand_side_by_side_until_somebody_decides() {
        receive(1, "Diallo", 1990, Secteur.NORD, Parite.FEMMES);
        again();
        var page = narrowed("etat=DOUBLON");
        assertThat(text(page)).contains("2 à comparer", "2 affichées sur 2");
        row(0);
        assertThat(text(panel()))
                .contains(
                        "Une seule candidature par personne : ressemble à", "même date de naissance", "Deux personnes");
        assertThat(text($(NativeTable.class).single())).contains("Camille", "8 rue du Vieil Abreuvoir", "(différent)");
        click("Déclarer recevable");
        assertThat(text(current())).contains("Dites d’abord s’il s’agit de la même personne");
        key("M");
        assertThat(text(current())).contains("est gardée");
        assertThat(count("candidature WHERE motif = 'DOUBLON'")).isEqualTo(1);
    }

    @Test
    void what_somebody_else_did_meanwhile_is_told() {
        receive(1, "Diallo", 1990, Secteur.NORD, Parite.FEMMES);
        row(0);
        assertThat(as("lina.d", "SECRETARIAT", () -> examen.declarerRecevable(seen(1))))
                .isEmpty();
        click("Déclarer recevable");
        assertThat(text(current())).contains("Quelqu’un a changé cette candidature", "Déclarée recevable par lina.d");
        assertThat(count("decision")).isEqualTo(1);
    }

    @Test
    void a_decision_on_what_the_person_took_back_meanwhile_is_refused_in_words_whatever_it_was() {
        receive(1, "Diallo", 1990, Secteur.NORD, Parite.FEMMES);
        receive(2, "Wattel", 1950, Secteur.SUD, Parite.HOMMES);
        row(0);
        withdrawElsewhere(1);
        click("Déclarer recevable");
        assertThat(text(current()))
                .contains(
                        "La personne a retiré cette candidature entre-temps : rien n’a été décidé",
                        "Retirée par la personne (par courrier), noté par lina.d");
        row(0);
        assertThat(text(panel())).as("the withdrawn one left the list").contains("Camille Wattel");
        click("Proposer l’irrecevabilité…");
        withdrawElsewhere(2);
        choose(MotifDIrrecevabilite.RESIDENCE);
        click("Proposer");
        assertThat(text(current())).contains("La personne a retiré cette candidature entre-temps");
        assertThat(count("candidature WHERE stade = 'RETIREE'")).isEqualTo(2);
        assertThat(count("decision")).isEqualTo(2);
    }

    @Test
    void the_second_look_at_what_the_person_took_back_meanwhile_decides_nothing() {
        receive(1, "Diallo", 1990, Secteur.NORD, Parite.FEMMES);
        examen.proposerLIrrecevabilite(seen(1), MotifDIrrecevabilite.RESIDENCE, "");
        as("sami.k", "PRESIDENCE", () -> {
            var page = open("gestion/irrecevabilites");
            withdrawElsewhere(1);
            click("Confirmer l’irrecevabilité");
            assertThat(text(page)).contains("La personne a retiré cette candidature entre-temps");
            return null;
        });
        assertThat(count("candidature WHERE stade = 'RETIREE'")).isEqualTo(1);
    }

    private void withdrawElsewhere(int number) {
        assertThat(as("lina.d", "SECRETARIAT", () -> examen.retirer(seen(number), Statut.VoieDeRetrait.COURRIER)))
                .isEmpty();
    }

    /** What somebody else has on their screen now. */
    private Dossier.Vu seen(int number) {
        return candidatures
                .dossier(new ReceiptCode(number * 7919L))
                .orElseThrow()
                .vu();
    }

    @Test
    void the_presidency_takes_the_second_look_without_a_name() {
        receive(1, "Zzyzxe", 1990, Secteur.NORD, Parite.FEMMES);
        row(0);
        click("Proposer l’irrecevabilité…");
        click("Proposer");
        assertThat($(Dialog.class).all()).as("a reason is missing").hasSize(1);
        choose(MotifDIrrecevabilite.RESIDENCE);
        click("Proposer");
        assertThat(text(current())).contains("Une autre personne doit la confirmer", "1 à confirmer");
        as("sami.k", "PRESIDENCE", () -> {
            var page = open("gestion/irrecevabilites");
            assertThat(text(page)).contains("Hors de Roubaix", "par maud.v").doesNotContain("Zzyzxe", "Camille");
            click("Confirmer l’irrecevabilité");
            assertThat(text(page)).contains("Aucune irrecevabilité n’est proposée");
            return null;
        });
        assertThat(
                        count(
                                "candidature WHERE etat = 'IRRECEVABLE' AND proposee_par = 'maud.v' AND decidee_par = 'sami.k'"))
                .isEqualTo(1);
    }

    @Test
    void a_person_is_called_and_screens_say_by_whom_and_until_when() {
        receive(1, "Diallo", 1990, Secteur.NORD, Parite.FEMMES);
        ask(Moyen.TELEPHONE, Manque.DATE_DE_NAISSANCE);
        assertThat(text(panel()))
                .contains("maud.v a demandé un appel", "Réponse jusqu’au 27 mai 2027", "la date de naissance")
                .doesNotContain("Imprimer la lettre", "Cette date est passée");
        assertThat(text(open("gestion")))
                .contains("Prévenir 1 personne de ce qui manque", "27 mai")
                .doesNotContain("Examiner 1 candidature");
        done();
        assertThat(text(panel())).contains("personne appelée le 20 mai 2027 par maud.v");
        assertThat(text(open("gestion"))).contains("Réponse attendue : 1 candidature à compléter");
        clock.advance(Duration.ofDays(8));
        row(0);
        assertThat(text(panel())).contains("Cette date est passée : décidez de la candidature comme elle est");
        assertThat(text(open("gestion"))).contains("Sans réponse à temps : décider de 1 candidature", "en retard");
        row(0);
        click("Noter qu’elle est complétée");
        assertThat(text(current())).contains("est complétée. Elle reste à décider");
        assertThat(text(open("gestion")))
                .contains("Examiner 1 candidature")
                .doesNotContain("Sans réponse à temps", "Réponse attendue");
    }

    @Test
    void the_letter_is_printed_from_the_panel_before_and_after_it_is_posted() {
        receive(1, "Diallo", 1990, Secteur.NORD, Parite.FEMMES);
        ask(Moyen.COURRIER, Manque.AUTRE);
        assertThat($(TextArea.class).single().getErrorMessage())
                .isEqualTo("Écrivez ce qui manque : la lettre le dira à la personne.");
        $(TextArea.class).single().setValue("Le nom de votre rue.");
        click("Demander");
        assertThat(text(panel())).contains("Imprimer la lettre");
        done();
        assertThat(text(panel())).contains("lettre postée le 20 mai 2027 par maud.v", "Imprimer la lettre");
    }

    private void ask(Moyen moyen, Manque manque) {
        row(0);
        click("Demander un complément…");
        @SuppressWarnings("unchecked") // the one group of boxes of the dialog
        CheckboxGroup<Manque> missing = $(CheckboxGroup.class).single();
        missing.setValue(Set.of(manque));
        date("Réponse jusqu’au").setValue(LocalDate.of(2027, 5, 27));
        choose(moyen);
        click("Demander");
    }

    private void done() {
        row(0);
        click("Noter la lettre postée ou l’appel…");
        date("Fait le").setValue(LocalDate.of(2027, 5, 20));
        click("Noter");
    }

    @Test
    void a_paper_form_is_entered_checked_at_its_fields_and_gets_its_code() {
        var page = open("gestion/candidatures/saisir");
        click("Enregistrer la fiche");
        assertThat(text(page)).contains("réponses sont à corriger. Rien n’est enregistré");
        assertThat(field("Nom de naissance").getErrorMessage()).isEqualTo("Écrivez le nom de naissance.");
        assertThat(count("candidature")).isZero();
        fill("EST-0007");
        click("Enregistrer la fiche");
        assertThat(text(page)).contains("La fiche est enregistrée. Son code est");
        assertThat(count("candidature WHERE origine = 'PAPIER' AND original = 'EST-0007' AND saisie_par = 'maud.v'"
                        + " AND mairie = 'EST' AND signee = 1"))
                .isEqualTo(1);
        assertThat(count("registre WHERE acte = 'CANDIDATURE_SAISIE' AND details LIKE '%EST-0007%'"))
                .isEqualTo(1);
        fill("est-0007");
        click("Enregistrer la fiche");
        assertThat(field("N° de l’original").getErrorMessage()).contains("déjà saisie");
        assertThat(count("candidature")).isEqualTo(1);
        assertThat(text(narrowed("origine=PAPIER"))).contains("1 affichée sur 1");
    }

    private void fill(String original) {
        field("N° de l’original").setValue(original);
        field("Nom de naissance").setValue("Wattel");
        field("Prénoms").setValue("Louis");
        field("Jour").setValue("14");
        field("Mois").setValue("3");
        field("Année").setValue("2012");
        field("Numéro et rue").setValue("3 rue de l’Épeule");
        date("Reçue le").setValue(LocalDate.of(2027, 5, 18));
        select("Mairie où elle a été déposée", Secteur.EST);
        select("Secteur du domicile", Secteur.EST);
        choose(Origine.PAPIER);
        choose(Parite.HOMMES);
        choose(Publication.SECTEUR_SEUL);
        $(Checkbox.class).all().stream()
                .filter(box -> !box.getLabel().startsWith("L’adresse"))
                .forEach(box -> box.setValue(true));
    }

    /** The first person applies once more, with another first name on the form. */
    private void again() {
        var first = Deliveries.of(1, "Diallo", 1990, Secteur.NORD, Parite.FEMMES, clock.instant());
        var second = Deliveries.of(2, "Dialo", 1990, Secteur.NORD, Parite.FEMMES, clock.instant());
        reception.recevoir(new ReceptionDeCandidature.Recue(
                second.envelope(),
                second.code(),
                second.fiche(),
                second.mairie(),
                second.deposeeLe(),
                second.recueLe()));
        assertThat(first.code()).isNotEqualTo(second.code());
    }

    @SuppressWarnings("unchecked") // the rows are only clicked
    private void row(int row) {
        if (!(getCurrentView() instanceof CandidaturesView)) {
            open("gestion/candidatures");
        }
        Grid<Object> rows = $(Grid.class).single();
        test(rows).clickRow(row);
    }

    private DetailDeCandidature panel() {
        return $(DetailDeCandidature.class).single();
    }

    private Main narrowed(String query) {
        UI.getCurrent().navigate("gestion/candidatures", QueryParameters.fromString(query));
        return current();
    }

    /** What this key does. */
    private void key(String letter) {
        $(Button.class).all().stream()
                .filter(button -> letter.equals(button.getElement().getAttribute("aria-keyshortcuts")))
                .findFirst()
                .orElseThrow()
                .click();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // whichever choice offers this answer
    private void choose(Object answer) {
        for (RadioButtonGroup group : $(RadioButtonGroup.class).all()) {
            if (group.getListDataView().getItems().toList().contains(answer)) {
                group.setValue(answer);
                return;
            }
        }
        for (Select select : $(Select.class).all()) {
            List<Object> offered = select.getListDataView().getItems().toList();
            if (offered.contains(answer)) {
                select.setValue(answer);
                return;
            }
        }
        throw new AssertionError("nobody offers " + answer + " among "
                + $(Button.class).all().stream().map(Button::getText).toList());
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // found by its label
    private void select(String label, Object answer) {
        for (Select select : $(Select.class).all()) {
            if (label.equals(select.getLabel())) {
                select.setValue(answer);
                return;
            }
        }
        throw new AssertionError("no choice « " + label + " »");
    }
}
