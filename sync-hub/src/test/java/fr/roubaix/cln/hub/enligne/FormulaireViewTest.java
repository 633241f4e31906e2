package fr.roubaix.cln.hub.enligne;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

import fr.roubaix.cln.hub.candidature.DepotEnLigne;
import fr.roubaix.cln.hub.limites.Debit;
import fr.roubaix.cln.hub.limites.Limites;
import fr.roubaix.cln.hub.limites.Porte;
import fr.roubaix.cln.hub.limites.Portier;
import fr.roubaix.cln.web.IdleWatch;
import fr.roubaix.cln.web.saisie.AdressesProposees;
import fr.roubaix.cln.web.saisie.Pave;

/** The digital form at home: one candidature, once, and nothing left behind. */
class FormulaireViewTest extends FormulaireScreen {

    @Autowired
    private DepotEnLigne depot;

    @Autowired
    private AdressesProposees addresses;

    @Autowired
    private RecuEnPdf receipts;

    @Autowired
    private Visite visit;

    @Test
    void somebody_without_account_goes_from_the_notice_to_a_number_that_the_hub_holds() {
        aCall();
        openForm();
        assertThat(title()).isEqualTo("Avant de commencer");
        assertThat(said()).doesNotContain("!parcours", "!saisie", "!enligne", "borne");
        fillIn("Belkacem");
        assertThat(said()).contains("Samira Belkacem", "14 mars 1957 (70 ans)", "12 av. de l’Alma · secteur Nord");
        assertThat(count("candidature")).isZero();
        click("Envoyer ma candidature");

        assertThat(title()).isEqualTo("Votre candidature est enregistrée");
        assertThat(shown()).isEqualTo(stored());
        assertThat(said())
                .contains("Le dimanche 13 juin 2027, Hôtel de ville. Vous pouvez venir.", "Télécharger mon reçu (PDF)")
                .doesNotContain("Belkacem", "Alma", "1957", "!enligne");
        assertThat(count("candidature WHERE hors_delai = 0 AND etat = 'DEPOSEE' AND secteur = 'NORD'"))
                .isEqualTo(1);
    }

    @Test
    void a_double_click_makes_one_candidature() {
        aCall();
        openForm();
        fillIn("Belkacem");
        Button send = button("Envoyer ma candidature");
        send.click();
        send.click();
        assertThat(count("candidature")).isEqualTo(1);
        assertThat(shown()).isEqualTo(stored());
    }

    @Test
    void a_reload_after_sending_shows_the_number_again_and_makes_no_second_candidature() {
        aCall();
        openForm();
        fillIn("Belkacem");
        click("Envoyer ma candidature");
        reload();
        assertThat(title()).isEqualTo("Votre candidature est enregistrée");
        assertThat(shown()).isEqualTo(stored());
        clock.advance(Duration.ofMinutes(11));
        reload();
        assertThat(title()).isEqualTo("Avant de commencer");
        assertThat(count("candidature")).isEqualTo(1);
    }

    @Test
    void a_reload_before_sending_begins_again_with_nothing() {
        aCall();
        openForm();
        fillIn("Belkacem");
        reload();
        assertThat(title()).isEqualTo("Avant de commencer");
        click("J’ai lu");
        assertThat(field("Nom de naissance").getValue()).isEmpty();
        assertThat(count("candidature")).isZero();
    }

    @Test
    void another_person_of_the_same_home_applies_next_with_an_empty_form_and_another_number() {
        aCall();
        openForm();
        fillIn("Belkacem");
        click("Envoyer ma candidature");
        String first = stored();
        var visit = session();
        click("Une autre personne candidate");
        assertThat(visit.isValid()).isFalse();
        cleanVaadinEnvironment();
        initVaadinEnvironment();
        openForm();
        fillIn("Diaz");
        click("Envoyer ma candidature");
        assertThat(count("candidature")).isEqualTo(2);
        assertThat(shown()).isNotEqualTo(first);
    }

    @Test
    void whoever_has_finished_leaves_neither_a_session_nor_a_word_on_the_page() {
        aCall();
        openForm();
        fillIn("Belkacem");
        click("Envoyer ma candidature");
        var page = UI.getCurrent();
        var visit = session();
        click("J’ai fini, effacer");
        assertThat(visit.isValid()).isFalse();
        assertThat(page.getElement().getTextRecursively()).doesNotContain("enregistrée");
    }

    @Test
    void nobody_applies_without_a_call_and_the_page_says_when() {
        openForm();
        assertThat(title()).isEqualTo("Aucun appel n’est ouvert");
        assertThat(said()).contains("annoncée sur ce site");
        aCall();
        clock.set(Instant.parse("2027-05-01T08:00:00Z"));
        reload();
        assertThat(said()).contains("à partir du mercredi 5 mai 2027", "Rien n’est enregistré");
        clock.set(Instant.parse("2027-06-06T22:00:00Z"));
        reload();
        assertThat(title()).isEqualTo("Aucun appel n’est ouvert");
    }

    @Test
    void a_call_that_ends_while_somebody_fills_in_says_so_and_stores_nothing() {
        aCall();
        openForm();
        fillIn("Belkacem");
        clock.set(Instant.parse("2027-06-06T22:00:00Z"));
        click("Envoyer ma candidature");
        assertThat(title()).isEqualTo("Aucun appel n’est ouvert");
        assertThat(said()).contains("Rien n’est enregistré").doesNotContain("Belkacem");
        assertThat(count("candidature")).isZero();
    }

    @Test
    void a_call_that_staff_close_while_somebody_fills_in_stores_nothing() {
        aCall();
        openForm();
        fillIn("Belkacem");
        jdbc.sql("UPDATE appel SET clos_le = ?, clos_par = 'maud.v', clos_motif = 'Essai'")
                .param(clock.millis())
                .update();
        click("Envoyer ma candidature");
        assertThat(title()).isEqualTo("Aucun appel n’est ouvert");
        assertThat(count("candidature")).isZero();
    }

    @Test
    void somebody_under_sixteen_is_told_kindly_from_when_before_giving_an_address() {
        aCall();
        openForm();
        give("Belkacem");
        born("7", "6", "2011");
        assertThat(title()).isEqualTo("Vous êtes encore un peu jeune");
        assertThat(said()).contains("à partir du lundi 7 juin 2027").doesNotContain("mairie");
        click("Corriger ma date");
        born("6", "6", "2011");
        assertThat(title()).isEqualTo("Où habitez-vous\u00a0?");
    }

    @Test
    void every_empty_step_says_what_is_missing_in_words_that_suit_a_home() {
        aCall();
        openForm();
        click("J’ai lu");
        click("Continuer");
        assertThat(errors()).hasSize(2).allMatch(e -> e.startsWith("Écrivez"));
        field("Nom de naissance").setValue("Belkacem");
        field("Prénoms").setValue("Samira");
        click("Continuer");
        born("31", "2", "1957");
        assertThat(sentences()).contains("Ce jour n’existe pas dans ce mois. Vérifiez le jour et le mois.");
        born("14", "3", "1957");
        click("Continuer");
        assertThat(errors()).hasSize(2).anyMatch(e -> e.contains("Choisissez votre secteur"));
        live();
        click("Continuer");
        assertThat(errors()).containsExactly("Choisissez une des 3 réponses.");
    }

    @Test
    void the_browser_may_fill_in_what_it_knows_of_the_person_and_no_number_pad_is_shown() {
        aCall();
        openForm();
        click("J’ai lu");
        assertThat(autocomplete("Nom de naissance")).isEqualTo(Autocomplete.FAMILY_NAME);
        assertThat(autocomplete("Prénoms")).isEqualTo(Autocomplete.GIVEN_NAME);
        field("Nom de naissance").setValue("Belkacem");
        field("Prénoms").setValue("Samira");
        click("Continuer");
        assertThat(autocomplete("Jour")).isEqualTo(Autocomplete.BDAY_DAY);
        assertThat(field("Jour").getElement().getAttribute("inputmode")).isEqualTo("numeric");
        assertThat($(Pave.class, (Component) form).all()).isEmpty();
    }

    @Test
    void when_nothing_can_be_written_the_answers_stay_and_the_second_attempt_makes_one_candidature() {
        aCall();
        openForm();
        fillIn("Belkacem");
        jdbc.sql("ALTER TABLE candidature RENAME TO candidature_ailleurs").update();
        try {
            click("Envoyer ma candidature");
        } finally {
            jdbc.sql("ALTER TABLE candidature_ailleurs RENAME TO candidature").update();
        }
        assertThat(title()).isEqualTo("Votre candidature n’est pas enregistrée");
        assertThat(said()).contains("Vos réponses ne sont pas perdues", "Réessayer");
        click("Retour");
        assertThat(said()).contains("Samira Belkacem");
        click("Envoyer ma candidature");
        assertThat(title()).isEqualTo("Votre candidature est enregistrée");
        assertThat(count("candidature")).isEqualTo(1);
    }

    @Test
    void a_flood_is_told_when_to_try_again_and_loses_no_answer() {
        aCall();
        openForm();
        form = new FormulaireView(depot, new Affluence(exhausted()), addresses, receipts, visit, clock);
        UI.getCurrent().add(form);
        fillIn("Diaz");
        click("Envoyer ma candidature");
        assertThat(title()).isEqualTo("Votre candidature n’est pas encore enregistrée");
        assertThat(said()).contains("Attendez 1 minute, puis choisissez « Réessayer »");
        click("Retour");
        assertThat(said()).contains("Samira Diaz");
        assertThat(count("candidature")).isZero();
    }

    @Test
    void whoever_goes_away_is_asked_after_ten_minutes_then_erased() {
        aCall();
        openForm();
        give("Belkacem");
        var watch = $(IdleWatch.class).single();
        assertThat(watch.getElement().getAttribute("delai")).isEqualTo("600");
        ComponentUtil.fireEvent(watch, new IdleWatch.Idle(watch, true));
        assertThat($(Dialog.class).single().isOpened()).isTrue();
        click("Oui, je continue");
        assertThat(title()).isEqualTo("Quelle est votre date de naissance\u00a0?");
        ComponentUtil.fireEvent(watch, new IdleWatch.Idle(watch, true));
        var visit = session();
        click("Non, tout effacer");
        assertThat(visit.isValid()).isFalse();
    }

    @Test
    void whoever_was_erased_meanwhile_is_told_so() {
        aCall();
        UI.getCurrent().navigate("candidature", QueryParameters.of("expiree", ""));
        assertThat($(Paragraph.class).all()).anyMatch(p -> p.getText().contains("ce que vous aviez écrit est effacé"));
    }

    @Test
    @WithMockUser(username = "maud.v", roles = "SECRETARIAT")
    void staff_who_try_the_form_stay_signed_in() {
        aCall();
        openForm();
        fillIn("Belkacem");
        click("Envoyer ma candidature");
        click("J’ai fini, effacer");
        assertThat(session().isValid()).isTrue();
        assertThat(VaadinSession.getCurrent().getAttribute(Visite.Depot.class)).isNull();
    }

    @Test
    void the_receipt_is_a_link_to_download() {
        aCall();
        openForm();
        fillIn("Belkacem");
        click("Envoyer ma candidature");
        var link = $(Anchor.class, (Component) form).single();
        assertThat(link.getElement().hasAttribute("download")).isTrue();
        assertThat(link.getHref()).isNotEmpty();
    }

    /** A door through which this address has just passed as often as it may. */
    private static Portier exhausted() {
        var doors = new EnumMap<Porte, Debit>(Porte.class);
        for (Porte door : Porte.values()) {
            doors.put(door, new Debit(1, 1));
        }
        var porter = new Portier(new Limites(10, doors));
        assertThat(new Affluence(porter).attente()).isEmpty();
        return porter;
    }

    private Autocomplete autocomplete(String label) {
        return field(label).getAutocomplete();
    }

    /** The number as the page shows it. */
    private String shown() {
        return $(Span.class, (Component) form)
                .withClassName("fin__code")
                .single()
                .getElement()
                .getTextRecursively();
    }

    private String stored() {
        return jdbc.sql("SELECT code FROM candidature ORDER BY recue_le DESC LIMIT 1")
                .query(String.class)
                .single();
    }
}
