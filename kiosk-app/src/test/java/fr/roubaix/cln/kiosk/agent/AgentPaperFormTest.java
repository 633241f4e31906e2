package fr.roubaix.cln.kiosk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import fr.roubaix.cln.domaine.candidature.NumeroDOriginal;
import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.kiosk.StillHub;
import fr.roubaix.cln.kiosk.agent.SaisieDeFichePapier.Refus;
import fr.roubaix.cln.kiosk.receipt.Receipts.Impression;
import fr.roubaix.cln.kiosk.receipt.Receipts.Raison;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.sync.Message.ClotureDeclaree;
import fr.roubaix.cln.sync.Message.FichePapier;

/** An agent copies a form that somebody filled in by hand. */
@ViewPackages(packages = {"fr.roubaix.cln.kiosk.agent", "fr.roubaix.cln.kiosk.home", "fr.roubaix.cln.kiosk.session"})
class AgentPaperFormTest extends AgentScreen {

    @Autowired
    SaisieDeFichePapier forms;

    @BeforeEach
    void four_days_after_the_end_of_the_call() {
        clock.set(Instant.parse("2025-06-10T08:00:00Z"));
    }

    @Test
    void a_form_is_copied_on_one_page_read_again_beside_the_paper_then_entered_once() {
        open();
        fill("nord 0012", "05/06/2025", "");
        click("Relire");
        assertThat(title()).isEqualTo("Relisez avec la fiche");
        assertThat(words())
                .contains("NORD0012")
                .contains("5 juin 2025")
                .contains("Benali")
                .contains("14 mars 1980 (45 ans)")
                .contains("Nord, choisi par vous")
                .contains("La fiche n’est pas signée");
        click("Enregistrer la fiche");
        assertThat(box("J’ai comparé").isInvalid())
                .as("the second look is not skipped")
                .isTrue();
        assertThat(entered()).isZero();
        test(box("J’ai comparé")).click();
        click("Enregistrer la fiche");
        assertThat(entered()).isOne();
        assertThat(papers.asked).singleElement().asString().startsWith("receipt ");
        assertThat(words())
                .contains("La fiche est enregistrée")
                .contains("classez-la sous le numéro NORD0012")
                .contains("compte parmi les formulaires papier")
                .doesNotContain("Benali");
    }

    @Test
    void what_was_typed_is_there_when_one_corrects_and_gone_when_one_leaves() {
        open();
        fill("nord 0012", "05/06/2025", "");
        click("Relire");
        click("Corriger");
        assertThat(field("Nom de naissance").getValue()).isEqualTo("Benali");
        click("Abandonner");
        door("Saisir une fiche papier");
        assertThat(field("Nom de naissance").getValue()).isEmpty();
        assertThat(field("Numéro de l’original").getValue()).isEmpty();
        assertThat(entered()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 05/06/2025, '', Numéro de l’original, Écrivez le numéro",
        "n°é, 05/06/2025, '', Numéro de l’original, sans accent",
        "12345678901234567890123, 05/06/2025, '', Numéro de l’original, 20 signes au plus",
        "N1, '', '', Reçue le, Écrivez le jour",
        "N1, hier, '', Reçue le, avec des chiffres",
        "N1, 31/06/2025, '', Reçue le, n’existe pas",
        "N1, 11/06/2025, '', Reçue le, pas encore venu",
        "N1, 01/01/2025, '', Reçue le, n’était pas ouvert",
        "N1, 07/06/2025, '', Reçue le, l’appel était fini",
        "N1, 09/06/2025, 07/06/2025, Reçue le, l’appel était fini",
        "N1, 05/06/2025, 06/06/2025, Postée le, vient après",
        "N1, 05/06/2025, 5 juin, Postée le, avec des chiffres"
    })
    void what_is_wrong_on_the_paper_is_told_at_its_field(
            String original, String received, String posted, String label, String words) {
        open();
        fill(original, received, posted);
        click("Relire");
        assertThat(field(label).isInvalid()).isTrue();
        assertThat(field(label).getErrorMessage()).contains(words);
        assertThat(entered()).isZero();
    }

    @Test
    void every_wrong_field_says_so_at_once_and_ten_thousand_characters_are_refused_in_words() {
        open();
        test(field("Nom de naissance")).setValue("x".repeat(10_000));
        click("Relire");
        assertThat(field("Nom de naissance").getErrorMessage()).contains("100 caractères");
        assertThat(field("Prénoms").isInvalid()).isTrue();
        assertThat(field("Numéro de l’original").isInvalid()).isTrue();
        assertThat(entered()).isZero();
    }

    @Test
    void a_form_posted_in_time_is_entered_after_the_end() {
        open();
        fill("N7", "09/06/2025", "06.06.25");
        click("Relire");
        assertThat(words()).contains("Postée le 6 juin 2025").contains("Reçue le 9 juin 2025");
        test(box("J’ai comparé")).click();
        click("Enregistrer la fiche");
        assertThat(entered()).isOne();
        assertThat(jdbc.sql("SELECT jour FROM fiche_papier").query(String.class).single())
                .isEqualTo("2025-06-06");
    }

    @Test
    void after_this_mairie_closed_a_form_is_entered_and_the_closing_is_to_be_done_again() {
        hub.calls = List.of(new AppelPublie(StillHub.APPEL, true));
        journal.note(ids.get(), new ClotureDeclaree(StillHub.APPEL.id(), Agents.MARIAM.id(), 0, 0));
        open();
        fill("N8", "05/06/2025", "");
        click("Relire");
        assertThat(words()).contains("Votre mairie a déjà clôturé cet appel");
        test(box("J’ai comparé")).click();
        click("Enregistrer la fiche");
        click("Terminé");
        assertThat(words()).contains("Cette mairie doit dire qu’elle ne garde plus rien");
        click("Voir la clôture");
        assertThat(words()).contains("1 fiche papier est saisie depuis cette clôture");
        click("Clôturer de nouveau");
        assertThat(words()).contains("1 fiche papier de cet appel est saisie sur cette borne");
        test($(TextField.class).single()).setValue("0");
        click("Continuer");
        assertThat($(TextField.class).single().getErrorMessage()).contains("Comptez-les toutes");
        test($(TextField.class).single()).setValue("1");
        click("Continuer");
        click("Oui, clôturer");
        assertThat(words()).doesNotContain("depuis cette clôture");
    }

    @Test
    void the_same_paper_is_not_entered_twice_here_and_the_same_draft_is_entered_once() {
        var paper = paper("N9", LocalDate.of(2025, 6, 5), null);
        var id = ids.get();
        for (int touch = 0; touch < 3; touch++) {
            assertThat(forms.saisir(id, Formulaires.valide(), paper))
                    .isInstanceOf(SaisieDeFichePapier.Issue.Enregistree.class);
        }
        assertThat(entered()).isOne();
        assertThat(forms.juger(paper)).contains(Refus.ORIGINAL_DEJA_SAISI);
    }

    @Test
    void a_person_under_sixteen_is_for_the_secretariat_to_answer() {
        open();
        fill("N10", "05/06/2025", "");
        test(field("Année")).setValue("2012");
        click("Relire");
        assertThat(words()).contains("a moins de 16 ans").contains("le secrétariat répond");
        test(box("J’ai comparé")).click();
        click("Enregistrer la fiche");
        assertThat(entered()).isOne();
    }

    @Test
    void a_printer_fault_keeps_the_number_on_the_screen() {
        papers.answer = new Impression.NonImprime(Raison.CAPOT_OUVERT);
        open();
        fill("N11", "05/06/2025", "");
        click("Relire");
        test(box("J’ai comparé")).click();
        click("Enregistrer la fiche");
        assertThat(words()).contains("capot").contains(papers.asked.getFirst().replace("receipt ", ""));
        assertThat(entered()).isOne();
    }

    @Test
    void before_any_call_there_is_nothing_to_enter() {
        hub.calls = List.of();
        open();
        assertThat(words()).contains("Aucun appel n’a commencé");
    }

    private FichePapier paper(String original, LocalDate received, @Nullable LocalDate posted) {
        return new FichePapier(new NumeroDOriginal(original), true, received, posted, Agents.MARIAM.id());
    }

    private void open() {
        signIn();
        door("Saisir une fiche papier");
    }

    private void door(String title) {
        test($(NativeButton.class).all().stream()
                        .filter(b -> b.hasClassName("agent__porte") && text(b).startsWith(title))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private void fill(String original, String received, String posted) {
        test(field("Numéro de l’original")).setValue(original);
        test(field("Reçue le")).setValue(received);
        test(field("Postée le")).setValue(posted);
        test(field("Nom de naissance")).setValue("Benali");
        test(field("Prénoms")).setValue("Zoé");
        test(field("Jour")).setValue("14");
        test(field("Mois")).setValue("3");
        test(field("Année")).setValue("1980");
        test(field("Numéro et rue, à Roubaix")).setValue("12 rue de l’Essai");
        choose(Secteur.NORD);
        choose(Parite.FEMMES);
        choose(Publication.SECTEUR_SEUL);
        test(box("J’atteste")).click();
    }

    @SuppressWarnings("unchecked") // the group holds items of the type of the answer
    private <T extends Enum<T>> void choose(T answer) {
        var group = (RadioButtonGroup<T>) $(RadioButtonGroup.class).all().stream()
                .filter(choices -> choices.getGenericDataView().getItems().anyMatch(answer::equals))
                .findFirst()
                .orElseThrow();
        group.setValue(answer);
    }

    private Checkbox box(String label) {
        return $(Checkbox.class).all().stream()
                .filter(box -> String.valueOf(box.getLabel()).startsWith(label))
                .findFirst()
                .orElseThrow();
    }

    private TextField field(String label) {
        return $(TextField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private int entered() {
        return jdbc.sql("SELECT count(*) FROM inscription WHERE kind = 'CANDIDATURE'")
                .query(Integer.class)
                .single();
    }
}
