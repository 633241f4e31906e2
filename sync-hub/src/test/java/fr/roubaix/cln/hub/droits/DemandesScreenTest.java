package fr.roubaix.cln.hub.droits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import com.vaadin.flow.component.select.Select;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.droits.Demande.Canal;
import fr.roubaix.cln.hub.droits.Demande.Droit;
import fr.roubaix.cln.hub.droits.Demande.Prolongation;
import fr.roubaix.cln.hub.droits.Demande.Reponse;

/** A request starts its clock when it arrives; its answer stops it, and the register keeps both. */
@WithMockUser(username = "dpo", roles = "DPO")
class DemandesScreenTest extends HubScreens {

    private static final LocalDate TODAY = LocalDate.of(2027, 5, 20);

    @Autowired
    private SuiviDesDemandes suivi;

    @Test
    void the_form_says_what_is_missing_at_each_field_and_nothing_is_written() {
        open("gestion/droits");
        click("Enregistrer la demande");
        assertThat(select("Droit demandé").getErrorMessage()).contains("Choisissez");
        this.<Droit>select("Droit demandé").setValue(Droit.ACCES);
        click("Enregistrer la demande");
        assertThat(select("Arrivée").getErrorMessage()).contains("Choisissez");
        this.<Canal>select("Arrivée").setValue(Canal.COURRIER);
        date("Reçue le").setValue(TODAY.plusDays(1));
        click("Enregistrer la demande");
        assertThat(date("Reçue le").getErrorMessage()).contains("pas dans l’avenir");
        date("Reçue le").setValue(TODAY);
        field("Numéro du reçu, s’il est connu").setValue("ZZZ");
        click("Enregistrer la demande");
        assertThat(field("Numéro du reçu, s’il est connu").getErrorMessage()).contains("n’est pas celui d’un reçu");
        assertThat(count("demande_de_droit")).isZero();
    }

    @Test
    void a_request_shows_its_deadline_and_how_long_is_left_until_it_is_answered() {
        suivi.enregistrer(Droit.EFFACEMENT, Canal.GUICHET, TODAY, new ReceiptCode(7919).affiche());
        open("gestion/droits");
        assertThat(text(current()))
                .contains(
                        "Effacement (RGPD, art. 17)",
                        new ReceiptCode(7919).affiche(),
                        "21 juin 2027",
                        "encore 32 jours");
        click("Répondre");
        assertThat(answer().getErrorMessage()).contains("Choisissez");
        answer().setValue(Reponse.FAITE);
        click("Répondre");
        assertThat(text(current()))
                .contains("La réponse est inscrite", "Fait, comme demandé")
                .doesNotContain("encore 32");
        assertThat(rows())
                .containsExactly(
                        "DEMANDE_RECUE dpo candidature " + new ReceiptCode(7919).affiche() + " "
                                + " canal=GUICHET\ndroit=EFFACEMENT\necheance=2027-06-21\nrecue-le=2027-05-20",
                        "DEMANDE_REPONDUE dpo demande "
                                + suivi.toutes().getFirst().numero() + " Fait, comme demandé ");
    }

    @Test
    void two_more_months_are_taken_once_within_the_first_and_a_late_request_says_so() {
        suivi.enregistrer(Droit.ACCES, Canal.COURRIEL, TODAY, "");
        long numero = suivi.toutes().getFirst().numero();
        open("gestion/droits");
        assertThat(text(current())).contains("sans numéro");
        click("Prolonger : demande complexe");
        assertThat(text(current())).contains("20 août 2027", "Dites-le à la personne");
        assertThat(suivi.prolonger(numero, Prolongation.NOMBRE)).contains(SuiviDesDemandes.Refus.DEJA_PROLONGEE);
        clock.advance(Duration.ofDays(93));
        comeBack();
        assertThat(text(current())).contains("en retard d’un jour");
        suivi.repondre(numero, Reponse.FAITE);
        assertThat(suivi.prolonger(numero, Prolongation.NOMBRE)).contains(SuiviDesDemandes.Refus.DEJA_REPONDUE);
        assertThat(suivi.repondre(numero, Reponse.INFONDEE)).contains(SuiviDesDemandes.Refus.DEJA_REPONDUE);
    }

    @Test
    void after_the_month_nothing_is_extended_any_more_and_the_most_pressing_comes_first() {
        suivi.enregistrer(Droit.ACCES, Canal.COURRIEL, TODAY, "");
        suivi.enregistrer(Droit.OPPOSITION, Canal.COURRIER, TODAY.minusDays(40), "");
        assertThat(suivi.toutes()).extracting(Demande::droit).containsExactly(Droit.OPPOSITION, Droit.ACCES);
        long late = suivi.toutes().getFirst().numero();
        assertThat(suivi.prolonger(late, Prolongation.NOMBRE)).contains(SuiviDesDemandes.Refus.TROP_TARD);
        suivi.repondre(late, Reponse.AUCUNE_DONNEE);
        assertThat(suivi.toutes()).extracting(Demande::droit).containsExactly(Droit.ACCES, Droit.OPPOSITION);
    }

    private void comeBack() {
        open("gestion/registre");
        open("gestion/droits");
    }

    private List<String> rows() {
        return jdbc.sql("SELECT acte || ' ' || auteur || ' ' || objet || ' ' || motif || ' ' || details FROM registre"
                        + " WHERE acte LIKE 'DEMANDE%' ORDER BY numero DESC LIMIT 2")
                .query(String.class)
                .list()
                .reversed();
    }

    @SuppressWarnings("unchecked") // each label names the choice of one type
    private <T> Select<T> select(String label) {
        return $(Select.class).all().stream()
                .filter(s -> label.equals(s.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked") // the only choice of the list without a label
    private Select<Reponse> answer() {
        return $(Select.class).all().stream()
                .filter(s -> s.getLabel() == null || s.getLabel().isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
