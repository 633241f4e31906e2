package fr.roubaix.cln.hub.conservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.conservation.RegleDeConservation;
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

    @Autowired
    private Purges purges;

    @Autowired
    private ExecutionDesPurges execution;

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
                .contains("Candidature non tirée, irrecevable ou retirée : 3", "À viser")
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
        assertThat(text(current())).contains("Candidature non tirée, irrecevable ou retirée", "3", "dpo");
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

    @Test
    void a_withdrawn_application_has_its_time_too_and_it_begins_when_the_last_one_left() {
        openCall();
        people += 2;
        receive(people - 1, "Zzyzxe", 1971, Secteur.NORD, Parite.HOMMES);
        receive(people, "Zzyzxe", 1972, Secteur.NORD, Parite.HOMMES);
        as("maud.v", "SECRETARIAT", this::acceptAll);
        as("maud.v", "SECRETARIAT", this::closeCall);
        clock.set(Instant.parse("2027-06-10T08:00:00Z"));
        withdrawOne();
        clock.set(Instant.parse("2027-06-25T08:00:00Z"));
        withdrawOne();
        assertThat(count("candidature WHERE stade = 'RETIREE'")).isEqualTo(2);
        clock.set(Instant.parse("2027-09-25T12:00:00Z"));
        propositions.proposer();
        assertThat(count("purge")).as("the last day").isZero();
        clock.set(Instant.parse("2027-09-26T12:00:00Z"));
        propositions.proposer();
        assertThat(text(open("gestion/conservation")))
                .contains("Candidature non tirée, irrecevable ou retirée : 2", "25 sept");
        click("Viser");
        click("Détruire");
        confirm();
        assertThat(count("candidature WHERE effacee_le IS NOT NULL AND length(identite) = 0"))
                .isEqualTo(2);
    }

    @Test
    void what_was_set_aside_then_settled_goes_three_months_after_the_call_ended_and_its_hash_stays() {
        draw();
        setAside("a", "2027-05-20T08:00:00Z");
        setAside("b", "2027-05-20T08:00:00Z");
        setAside("c", "2027-05-20T08:00:00Z");
        jdbc.sql("UPDATE quarantine SET settled_at = ?, settled_by = 'ada', settlement = 'Zzyzxe est venue'"
                        + " WHERE kiosk = 99 AND hash LIKE 'a%'")
                .param(Instant.parse("2027-05-20T09:00:00Z").toEpochMilli())
                .update();
        jdbc.sql("UPDATE quarantine SET settled_at = ?, settled_by = 'ada', settlement = 'Rien à prendre'"
                        + " WHERE kiosk = 99 AND hash LIKE 'b%'")
                .param(Instant.parse("2027-07-01T08:00:00Z").toEpochMilli())
                .update();
        clock.set(Instant.parse("2027-08-20T12:00:00Z"));
        propositions.proposer();
        assertThat(count("purge WHERE regle = 'MISE_DE_COTE'"))
                .as("the last day")
                .isZero();
        clock.set(Instant.parse("2027-08-21T12:00:00Z"));
        hold();
        propositions.proposer();
        assertThat(count("purge WHERE regle = 'MISE_DE_COTE'"))
                .as("the call is held")
                .isZero();
        jdbc.sql("UPDATE suspension SET levee_le = 1, levee_par = 'dpo', fin_motif = 'x'")
                .update();
        propositions.proposer();
        assertThat(text(open("gestion/conservation"))).contains("Envoi d’une borne mis de côté, puis réglé : 1");
        agreeTo("MISE_DE_COTE");
        assertThat(jdbc.sql(
                                "SELECT substr(hash, 1, 1) || length(content) || length(signature) || settlement || settled_by"
                                        + " FROM quarantine WHERE settled_at IS NOT NULL ORDER BY hash")
                        .query(String.class)
                        .list())
                .containsExactly("a00ada", "b11Rien à prendreada");
        assertThat(count("quarantine WHERE length(content) = 1"))
                .as("what waits stays")
                .isEqualTo(2);
        propositions.proposer();
        assertThat(count("purge WHERE regle = 'MISE_DE_COTE' AND etat = 'EXECUTEE' AND detruites = 1"))
                .isOne();
        clock.set(Instant.parse("2027-10-02T12:00:00Z"));
        propositions.proposer();
        assertThat(count("purge WHERE regle = 'MISE_DE_COTE' AND etat = 'PROPOSEE' AND nombre = 1"))
                .as("three months after it was settled")
                .isOne();
        assertThat(as("ada", "ADMIN", () -> {
                    open("gestion/mises-de-cote");
                    clickFirstSettled();
                    return text(current());
                }))
                .contains("Son contenu est détruit")
                .doesNotContain("Zzyzxe");
    }

    @SuppressWarnings("unchecked") // the rows of another package are only clicked
    private void clickFirstSettled() {
        Select<Object> state = $(Select.class).all().getFirst();
        state.setValue(state.getListDataView().getItem(1));
        Grid<Object> rows = $(Grid.class).single();
        test(rows).clickRow(0);
    }

    private void agreeTo(String rule) {
        var purge = purges.ouverte(RegleDeConservation.valueOf(rule)).orElseThrow();
        assertThat(execution.viser(purge.numero(), purge.empreinte())).isEmpty();
        assertThat(execution.executer(purge.numero())).isEmpty();
    }

    private void hold() {
        open("gestion/conservation");
        field("Motif").setValue("Recours n° 12 devant le tribunal");
        click("Suspendre la destruction");
        assertThat(count("suspension")).isOne();
    }

    private void setAside(String name, String at) {
        jdbc.sql("INSERT INTO kiosk (number, mairie, name, public_key, enrolled_at) VALUES (99, 'NORD', 'Accueil', ?,"
                        + " 4102444800000) ON CONFLICT DO NOTHING")
                .param("k".repeat(43))
                .update();
        jdbc.sql("""
                INSERT INTO quarantine (kiosk, hash, chain, seq, id, kind, payload_hash, reason, content, signature,
                received_at) VALUES (99, :hash, '0123456789abcdef', 2, :id, 'CANDIDATURE', :payload, 'ILLISIBLE', x'00',
                x'00', :le)""")
                .param("hash", name.repeat(64))
                .param("id", "019f0000-0000-7000-8000-00000000000" + name)
                .param("payload", name.repeat(64))
                .param("le", Instant.parse(at).toEpochMilli())
                .update();
    }

    private void withdrawOne() {
        as("maud.v", "SECRETARIAT", () -> {
            UI.getCurrent().navigate("gestion/candidatures", QueryParameters.fromString("etat=RECEVABLE"));
            clickFirst();
            click("Noter un retrait…");
            way();
            click("Noter le retrait");
            return null;
        });
    }

    @SuppressWarnings("unchecked") // the rows of another package are only clicked
    private void clickFirst() {
        Grid<Object> rows = $(Grid.class).single();
        test(rows).clickRow(0);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the ways of another package: any will do
    private void way() {
        RadioButtonGroup ways = $(RadioButtonGroup.class).single();
        ways.setValue(ways.getListDataView().getItem(0));
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
