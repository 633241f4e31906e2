package fr.roubaix.cln.hub.tirage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.candidature.Deliveries;
import fr.roubaix.cln.hub.candidature.ReceptionDeCandidature;
import fr.roubaix.cln.sync.SigningKey;

/** What arrives and is not in the list: staff see it, and the list waits for what can still enter it. */
class CandidaturesQuiManquentTest extends HubScreens {

    private static final CeremonieId APPEL = new CeremonieId.Publique(new AppelId("2027"));

    @Autowired
    private ArretDeLaListe arret;

    @BeforeEach
    void a_closed_call_with_one_admissible_application() {
        forgetKiosks();
        jdbc.sql("""
                INSERT INTO appel (id, titre, ouvre_le, jusqu_au, date_de_reference, tirage_le, lieu, ouvert_le,
                                   ouvert_par, clos_le, clos_par, clos_motif)
                VALUES ('2027', 'Appel', '2027-05-05', '2027-06-06', '2027-06-06', '2027-06-13', 'Mairie', 1, 'maud.v',
                        1812326400000, 'maud.v', '')
                """).update();
        receive(1);
        jdbc.sql("UPDATE candidature SET etat = 'RECEVABLE', decidee_le = 1812326400000, decidee_par = 'maud.v'")
                .update();
    }

    @AfterEach
    void forgetKiosks() {
        jdbc.sql("DELETE FROM quarantine").update();
        jdbc.sql("DELETE FROM kiosk").update();
    }

    @Test
    @WithMockUser(username = "ada", roles = "ADMIN")
    void an_application_set_aside_holds_the_list_back_until_an_administrator_says_what_was_done() {
        setAside();
        assertThat(dashboard()).contains("Régler 1 candidature transmise").doesNotContain("Arrêter la liste");
        assertThat(as("claire.d", "TIRAGE", () -> arret.proposer(APPEL))).contains(Refus.CANDIDATURES_MISES_DE_COTE);
        var page = navigate("gestion/bornes", Main.class);
        assertThat(page.getElement().getTextRecursively())
                .contains("Borne 1, reçue le")
                .contains("ne peut pas être lu");
        assertThat($(Anchor.class).withText("S’en occuper").single().getHref()).isEqualTo("gestion/mises-de-cote");
        navigate("gestion/mises-de-cote", Main.class);
        openFirstRow();
        settle();
        assertThat($(TextArea.class).single().getErrorMessage()).isEqualTo("Écrivez ce qui a été fait.");
        $(TextArea.class).single().setValue("Reprise avec la personne le 8 juin");
        settle();
        assertThat($(TextArea.class).all()).isEmpty();
        assertThat(jdbc.sql("SELECT settled_by || ' : ' || settlement FROM quarantine")
                        .query(String.class)
                        .single())
                .isEqualTo("ada : Reprise avec la personne le 8 juin");
        assertThat(as("claire.d", "TIRAGE", () -> arret.proposer(APPEL))).isEmpty();
    }

    @Test
    @WithMockUser(username = "maud.v", roles = "SECRETARIAT")
    void an_application_received_after_the_list_was_frozen_is_told_and_nobody_is_asked_to_examine_it() {
        assertThat(as("claire.d", "TIRAGE", () -> arret.proposer(APPEL))).isEmpty();
        secondVoice();
        receive(2);
        assertThat(dashboard())
                .contains("Reçue après l’arrêt de la liste : 1 candidature")
                .doesNotContain("Examiner");
    }

    /** Opened anew: the application starts on this very view. */
    private String dashboard() {
        navigate("gestion/tirage", Main.class);
        return navigate("gestion", Main.class).getElement().getTextRecursively();
    }

    private void settle() {
        $(Button.class).withText("Marquer comme réglée").single().click();
    }

    @SuppressWarnings("unchecked") // the rows of another package are only clicked
    private void openFirstRow() {
        Grid<Object> rows = $(Grid.class).single();
        test(rows).clickRow(0);
    }

    private void receive(int number) {
        assertThat(reception.recevoir(Deliveries.of(
                        number, "Nom", 1980, Secteur.NORD, Parite.FEMMES, Instant.parse("2027-05-20T08:00:00Z"))))
                .isEqualTo(ReceptionDeCandidature.Issue.RECUE);
    }

    private void setAside() {
        jdbc.sql(
                        "INSERT INTO kiosk (number, mairie, name, public_key, enrolled_at) VALUES (1, 'NORD', 'Accueil', ?, 4102444800000)")
                .param(SigningKey.generate().verifyingKey().raw().base64url())
                .update();
        jdbc.sql("""
                INSERT INTO quarantine (kiosk, hash, chain, seq, id, kind, payload_hash, reason, content, signature,
                received_at) VALUES (1, ?, '0123456789abcdef', 2, '019f0000-0000-7000-8000-000000000001', 'CANDIDATURE', ?,
                'ILLISIBLE', x'00', x'00', 1812326400000)""").params("a".repeat(64), "b".repeat(64)).update();
    }
}
