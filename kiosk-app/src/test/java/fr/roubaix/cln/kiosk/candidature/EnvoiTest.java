package fr.roubaix.cln.kiosk.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import org.junit.jupiter.api.Test;

import fr.roubaix.cln.domaine.habitant.Nom;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hardware.profile.Profiles;
import fr.roubaix.cln.kiosk.device.Station;
import fr.roubaix.cln.kiosk.receipt.Receipts.Impression;
import fr.roubaix.cln.kiosk.receipt.Receipts.Raison;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.web.language.Language;

/** From the review to the number: once, and only once it is in the journal. */
class EnvoiTest extends CandidatureScreenTest {

    @Test
    void a_line_is_changed_from_the_review_and_comes_back_to_it() {
        toutRemplir();
        modifier(0);
        assertThat(champ("Nom de naissance").getValue()).isEqualTo("Belkacem");
        direSonNom("Belkacem-Diaz", "Samira");
        assertThat(titre()).isEqualTo("Est-ce que tout est juste\u00a0?");
        assertThat(phrases()).contains("Samira Belkacem-Diaz");
    }

    @Test
    void going_back_from_a_change_keeps_the_answer_that_was_reviewed() {
        toutRemplir();
        modifier(0);
        ecrire("Nom de naissance", "Autre");
        toucher("Retour");
        assertThat(phrases()).contains("Samira Belkacem");
        modifier(0);
        assertThat(champ("Nom de naissance").getValue()).isEqualTo("Belkacem");
    }

    @Test
    void going_back_step_by_step_keeps_what_was_answered() {
        toutRemplir();
        IntStream.range(0, 5).forEach(_ -> toucher("Retour"));
        assertThat(champ("Nom de naissance").getValue()).isEqualTo("Belkacem");
        toucher("Retour");
        assertThat(titre()).isEqualTo("Avant de commencer");
    }

    @Test
    void a_double_click_deposits_once() {
        toutRemplir();
        var envoyer = bouton("Envoyer ma candidature");
        envoyer.click();
        envoyer.click();
        assertThat(journal.deposees()).hasSize(1);
        assertThat(titre()).isEqualTo("Votre candidature est enregistrée");
        assertThat(receipts.imprimes()).hasSize(1);
    }

    @Test
    void the_number_is_the_one_of_the_journal_and_is_spelled_out() {
        toutRemplir();
        toucher("Envoyer ma candidature");
        var code = journal.deposees().getFirst().code();
        var grand = $(Span.class, vue).withClassName("fin__code").single();
        assertThat(grand.getElement().getTextRecursively())
                .isEqualTo(code.affiche().replace("-", ""));
        String lettres =
                code.affiche().replace("", " ").replace(" - ", ", puis ").strip();
        assertThat(grand.getElement().getAttribute("aria-label")).isEqualTo("Votre numéro\u00a0: " + lettres);
        assertThat(receipts.imprimes()).containsExactly(code);
    }

    @Test
    void two_tabs_at_once_are_two_applications_that_know_nothing_of_each_other() {
        toutRemplir();
        var premier = vue;
        vue = unAutreOnglet();
        remplir("Diaz");
        toucher("Envoyer ma candidature");
        vue = premier;
        assertThat(phrases()).contains("Samira Belkacem");
        toucher("Envoyer ma candidature");
        assertThat(journal.deposees())
                .extracting(deposee -> deposee.fiche().habitant().nomDeNaissance())
                .containsExactly(new Nom("Diaz"), new Nom("Belkacem"));
        assertThat(journal.deposees().get(1).code())
                .isNotEqualTo(journal.deposees().get(0).code());
    }

    @Test
    void a_reload_begins_again_with_nothing() {
        toutRemplir();
        cleanVaadinEnvironment();
        initVaadinEnvironment();
        ouvrir();
        assertThat(titre()).isEqualTo("Avant de commencer");
        toucher("J’ai lu");
        assertThat(champ("Nom de naissance").getValue()).isEmpty();
        assertThat(journal.deposees()).isEmpty();
    }

    @Test
    void once_sent_nothing_of_the_draft_is_left_behind() {
        toutRemplir();
        toucher("Envoyer ma candidature");
        assertThat(vue.getElement().getOuterHTML()).doesNotContain("Belkacem", "Alma", "1957");
    }

    @Test
    void a_call_closed_at_the_moment_of_sending_says_so_and_stores_nothing() {
        toutRemplir();
        hub.publier(new AppelPublie(FakeHub.APPEL, true));
        toucher("Envoyer ma candidature");
        assertThat(titre()).isEqualTo("Aucun appel n’est ouvert");
        assertThat(journal.deposees()).isEmpty();
    }

    @Test
    void a_call_that_this_mairie_closed_receives_nothing_more_here() {
        toutRemplir();
        clotures.clore(FakeHub.APPEL.id());
        toucher("Envoyer ma candidature");
        assertThat(titre()).isEqualTo("Cette mairie ne reçoit plus de candidatures");
        assertThat(phrases()).anyMatch(p -> p.contains("Rien n’est enregistré"));
        assertThat(journal.deposees()).isEmpty();
    }

    @Test
    void without_a_call_nothing_begins() {
        hub.publier();
        ouvrir();
        assertThat(titre()).isEqualTo("Aucun appel n’est ouvert");
    }

    @Test
    void a_full_journal_keeps_the_answers_and_the_second_attempt_deposits_once() {
        toutRemplir();
        journal.plein(true);
        toucher("Envoyer ma candidature");
        assertThat(titre()).isEqualTo("Votre candidature n’est pas enregistrée");
        assertThat(journal.deposees()).isEmpty();
        assertThat(receipts.imprimes()).isEmpty();
        toucher("Retour");
        assertThat(phrases()).contains("Samira Belkacem");
        toucher("Envoyer ma candidature");
        journal.plein(false);
        toucher("Réessayer");
        assertThat(titre()).isEqualTo("Votre candidature est enregistrée");
        assertThat(journal.seuleFiche().habitant().nomDeNaissance()).isEqualTo(new Nom("Belkacem"));
        assertThat(journal.seuleFiche().secteur()).isEqualTo(Secteur.NORD);
    }

    @Test
    void without_paper_the_person_writes_the_number_down_and_may_print_again() {
        receipts.repondre(new Impression.NonImprime(Raison.PLUS_DE_PAPIER));
        toutRemplir();
        toucher("Envoyer ma candidature");
        assertThat(phrases())
                .contains(
                        "Notez votre numéro",
                        "Le reçu n’est pas imprimé\u00a0: il n’y a plus de papier. Dites-le à un agent.");
        receipts.repondre(new Impression.Imprime());
        toucher("Imprimer encore");
        assertThat(phrases()).contains("Prenez votre reçu");
        assertThat(receipts.imprimes()).hasSize(1);
        assertThat(receipts.duplicatas()).containsExactly(1);
    }

    @Test
    void a_printer_out_of_order_changes_neither_the_language_nor_the_number_and_each_new_try_is_a_numbered_duplicate() {
        receipts.repondre(new Impression.NonImprime(Raison.CAPOT_OUVERT));
        toutRemplir();
        page().setLocale(Language.ARABIC.locale());
        try {
            toucher(page().getTranslation("parcours.envoyer"));
            var code = journal.deposees().getFirst().code().affiche().replace("-", "");
            for (int essai = 1; essai <= 3; essai++) {
                assertThat(titre()).isEqualTo(page().getTranslation("parcours.fin.titre"));
                assertThat(page().getLocale()).isEqualTo(Language.ARABIC.locale());
                assertThat($(Span.class, vue)
                                .withClassName("fin__code")
                                .single()
                                .getElement()
                                .getTextRecursively())
                        .isEqualTo(code);
                bouton(page().getTranslation("candidature.fin.imprimer")).click();
            }
            assertThat(receipts.duplicatas()).containsExactly(1, 2, 3);
            assertThat(receipts.langues()).hasSize(4).containsOnly(Language.ARABIC.locale());
        } finally {
            page().setLocale(Language.FRENCH.locale());
        }
    }

    @Test
    void forty_touches_on_print_again_ask_for_one_paper() {
        receipts.repondre(new Impression.NonImprime(Raison.PLUS_DE_PAPIER));
        toutRemplir();
        toucher("Envoyer ma candidature");
        receipts.bloquer();
        var encore = bouton("Imprimer encore");
        IntStream.range(0, 40).forEach(_ -> encore.click());
        receipts.debloquer();
        interroger();
        assertThat(receipts.duplicatas()).containsExactly(1);
    }

    @Test
    void on_a_tablet_the_paper_is_said_to_come_out_where_the_printer_is() {
        var visit = ((WrappedHttpSession) VaadinSession.getCurrent().getSession()).getHttpSession();
        new Station("1", Profiles.shipped().terminal("tablette-habitant")).claim(visit);
        receipts.bloquer();
        toutRemplir();
        toucher("Envoyer ma candidature");
        assertThat(phrases()).anyMatch(phrase -> phrase.contains("l’imprimante de la borne, près de l’agent"));
        receipts.debloquer();
        interroger();
        assertThat(phrases())
                .contains("Prenez votre reçu")
                .anyMatch(phrase -> phrase.contains("Il est à l’imprimante de la borne"))
                .noneMatch(phrase -> phrase.contains("sous l’écran"));
    }

    @Test
    void a_printer_that_stalls_hides_nothing_and_is_told_of_in_the_end() {
        receipts.bloquer();
        toutRemplir();
        int rythme = page().getPollInterval();
        toucher("Envoyer ma candidature");
        assertThat(titre()).isEqualTo("Votre candidature est enregistrée");
        assertThat(phrases()).contains("Votre reçu s’imprime");
        assertThat(page().getPollInterval()).isEqualTo(500);
        IntStream.range(0, 60).forEach(_ -> interroger());
        assertThat(phrases()).contains("Notez votre numéro");
        receipts.debloquer();
        interroger();
        assertThat(phrases()).contains("Prenez votre reçu");
        assertThat(page().getPollInterval()).isEqualTo(rythme);
    }

    private void modifier(int ligne) {
        test($(Button.class, vue).withText("Modifier").all().get(ligne)).click();
    }

    /** What the page does by itself while a receipt prints. */
    private static void interroger() {
        ComponentUtil.fireEvent(page(), new PollEvent(page(), true));
    }
}
