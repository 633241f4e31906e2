package fr.roubaix.cln.hub.conservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.acces.AncienneteDesAcces;

/** From a draw to the destruction of those who were not drawn, as the officer sees it. */
@WithMockUser(username = "dpo", roles = "DPO")
class ConservationScreenTest extends HubScreens {

    private static final String DICE = "407291380652719438650271946385";

    /** Another number each time: who was erased once stays so, whatever a test empties. */
    private static int people = 62_000;

    @Autowired
    private PropositionsDePurge propositions;

    @Autowired
    private AncienneteDesAcces acces;

    @Test
    void those_not_drawn_go_three_months_after_the_draw_on_a_visa_and_statistics_stay() {
        draw();
        clock.set(Instant.parse("2027-08-20T12:00:00Z"));
        propositions.proposer();
        open("gestion/conservation");
        assertThat(text(current())).contains("Rien n’arrive à terme", "3 mois", "12 mois", "30 jours");
        clock.set(Instant.parse("2027-08-21T12:00:00Z"));
        propositions.proposer();
        open("gestion/conservation/executions");
        assertThat(text(current())).contains("Aucune destruction n’a encore eu lieu");
        open("gestion/conservation");
        assertThat(text(current()))
                .contains("Candidature non tirée ou irrecevable : 3", "À viser")
                .doesNotContain("Zzyzxe");
        click("Viser");
        assertThat(text(current())).contains("est visée");
        click("Détruire");
        confirm();
        assertThat(text(current())).contains("est faite");
        assertThat(count("candidature WHERE effacee_le IS NOT NULL AND length(identite) = 0"))
                .isEqualTo(3);
        assertThat(count("candidature WHERE effacee_le IS NULL")).isEqualTo(4);
        assertThat(count("candidature WHERE secteur = 'NORD' AND classe IS NOT NULL"))
                .isEqualTo(7);
        assertThat(jdbc.sql("SELECT length(liste) FROM liste_arretee")
                        .query(Integer.class)
                        .single())
                .isPositive();
        open("gestion/conservation/executions");
        assertThat(text(current())).contains("Candidature non tirée ou irrecevable", "3", "dpo");
        assertThat(jdbc.sql("SELECT details FROM registre ORDER BY numero DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .contains("detruites=3", "visa=dpo")
                .doesNotContain(new ReceiptCode(people * 7919L).texte());
    }

    @Test
    void a_challenge_holds_the_whole_call_until_it_is_lifted() {
        draw();
        clock.set(Instant.parse("2027-09-30T12:00:00Z"));
        open("gestion/conservation");
        click("Suspendre la destruction");
        assertThat(text(current())).contains("Suspendre la destruction");
        assertThat(field("Motif").isInvalid()).isTrue();
        field("Motif").setValue("Recours n° 12 devant le tribunal");
        click("Suspendre la destruction");
        assertThat(text(current())).contains("3 à terme mais non proposés, retenus par suspension n° 1");
        propositions.proposer();
        assertThat(count("purge")).isZero();
        $(TextField.class).all().stream()
                .filter(champ -> champ.getLabel().equals("Motif de la levée"))
                .findFirst()
                .orElseThrow()
                .setValue("Recours rejeté, délai d’appel passé");
        click("Lever la suspension");
        propositions.proposer();
        assertThat(count("purge WHERE etat = 'PROPOSEE' AND nombre = 3")).isOne();
    }

    @Test
    void a_hold_on_a_number_that_the_call_does_not_have_is_refused_at_its_field() {
        openCall();
        receive(++people, "Zzyzxe", 1990, Secteur.NORD, Parite.FEMMES);
        open("gestion/conservation");
        field("Numéro du reçu (facultatif)").setValue(new ReceiptCode((people + 1) * 7919L).affiche());
        field("Motif").setValue("Contestation de la décision");
        click("Suspendre la destruction");
        assertThat(field("Numéro du reçu (facultatif)").isInvalid()).isTrue();
        assertThat(count("suspension")).isZero();
    }

    @Test
    void the_access_log_goes_after_twelve_months_a_day_at_a_time() {
        openCall();
        receive(++people, "Zzyzxe", 1990, Secteur.NORD, Parite.FEMMES);
        jdbc.sql("INSERT INTO acces (le, par, code, ecran) VALUES (?, 'maud.v', 'A', 'CANDIDATURES')")
                .param(Instant.parse("2027-05-20T08:00:00Z").toEpochMilli())
                .update();
        jdbc.sql("INSERT INTO acces (le, par, code, ecran) VALUES (?, 'maud.v', 'A', 'CANDIDATURES')")
                .param(Instant.parse("2027-05-20T21:59:59Z").toEpochMilli())
                .update();
        jdbc.sql("INSERT INTO acces (le, par, code, ecran) VALUES (?, 'maud.v', 'A', 'CANDIDATURES')")
                .param(Instant.parse("2027-05-20T22:00:00Z").toEpochMilli())
                .update();
        assertThat(acces.premier(java.time.LocalDate.of(2027, 5, 21))).contains(java.time.LocalDate.of(2027, 5, 21));
        clock.set(Instant.parse("2028-05-21T08:00:00Z"));
        propositions.proposer();
        open("gestion/conservation");
        assertThat(text(current())).contains("Journal des accès aux dossiers : 1", "20 mai 2027");
        click("Viser");
        click("Détruire");
        confirm();
        assertThat(count("acces")).isOne();
    }

    /** Seven men of one sector for four seats. */
    private void draw() {
        openCall();
        for (int i = 1; i <= 7; i++) {
            people++;
            receive(people, "Zzyzxe", 1970 + i, Secteur.NORD, Parite.HOMMES);
        }
        as("maud.v", "SECRETARIAT", this::acceptAll);
        as("maud.v", "SECRETARIAT", this::closeCall);
        as("claire.d", "TIRAGE", () -> {
            freeze();
            draw(DICE);
            return null;
        });
        assertThat(count("pv_du_tirage")).isOne();
    }
}
