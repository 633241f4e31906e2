package fr.roubaix.cln.kiosk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.kiosk.StillHub;
import fr.roubaix.cln.kiosk.agent.ClotureDeMairie.Issue;
import fr.roubaix.cln.kiosk.sync.JournalIndex.Delivery;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.sync.Message.ClotureDeclaree;
import fr.roubaix.cln.sync.Message.EvenementSurvenu;
import fr.roubaix.cln.sync.Message.Nature;
import fr.roubaix.cln.sync.Message.ReouvertureDeclaree;

/** An agent declares that a mairie holds nothing more. */
@ViewPackages(packages = {"fr.roubaix.cln.kiosk.agent", "fr.roubaix.cln.kiosk.home", "fr.roubaix.cln.kiosk.session"})
class AgentClosingTest extends AgentScreen {

    @Test
    void a_call_that_the_hub_has_not_closed_cannot_be_closed_whatever_the_clock_says() {
        hub.calls = List.of(new AppelPublie(StillHub.APPEL, false));
        clock.set(Instant.parse("2026-01-01T00:00:00Z"));
        closings();
        assertThat(words()).contains("Le hub n’a pas encore clos cet appel");
        assertThat(button("Clôturer cet appel")).isEmpty();
    }

    @Test
    void closing_takes_a_number_and_a_sentence_that_repeats_it() {
        hub.waiting = 4;
        confirmation("3");
        assertThat(words())
                .contains("La mairie de quartier Nord a reçu 3 formulaires papier")
                .contains("on ne reçoit plus rien ici")
                .contains("4 envois attendent encore");
        assertThat(declared()).isZero();
        click("Oui, clôturer");
        assertThat(declared()).isOne();
        assertThat(words())
                .contains("La clôture est enregistrée sur cette borne")
                .contains("pas encore transmise")
                .contains("par Mariam Diallo : 3 formulaires papier");
    }

    @Test
    void a_closing_is_called_sent_only_once_the_hub_has_signed_for_it() {
        confirmation("0");
        click("Oui, clôturer");
        assertThat(words()).doesNotContain("Clôture transmise").contains("aucun formulaire papier");
        jdbc.sql("UPDATE inscription SET delivery = 'DELIVERED' WHERE kind = 'CLOTURE'")
                .update();
        poll();
        assertThat(words()).contains("Clôture transmise au hub");
        assertThat(button("Clôturer cet appel")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Delivery.class)
    void a_call_closed_here_can_be_closed_again_whatever_became_of_the_first_closing(Delivery delivery) {
        confirmation("3");
        click("Oui, clôturer");
        jdbc.sql("UPDATE inscription SET delivery = ? WHERE kind = 'CLOTURE'")
                .param(delivery.name())
                .update();
        poll();
        assertThat(words()).contains("Si le secrétariat le demande.");
        clock.advance(Duration.ofDays(1));
        click("Clôturer de nouveau");
        assertThat($(TextField.class).single().getValue()).isEqualTo("3");
        number("5");
        assertThat(declared()).isOne();
        click("Oui, clôturer");
        assertThat(declared()).isEqualTo(2);
        assertThat(words())
                .contains("Clôture enregistrée, pas encore transmise")
                .contains("11 juin 2025")
                .contains("par Mariam Diallo : 5 formulaires papier")
                .doesNotContain("3 formulaires papier");
    }

    @Test
    void the_same_confirmation_declares_once_and_another_declares_again() {
        var id = ids.get();
        for (int clicks = 0; clicks < 2; clicks++) {
            assertThat(closing.cloturer(id, StillHub.APPEL.id(), Agents.MARIAM.id(), 3))
                    .isInstanceOf(Issue.Cloturee.class);
        }
        assertThat(declared()).isOne();
        closing.cloturer(ids.get(), StillHub.APPEL.id(), Agents.VOLANT.id(), 4);
        assertThat(declared()).isEqualTo(2);
        assertThat(clotures.pour(StillHub.APPEL.id()).orElseThrow().formulairesPapier())
                .isEqualTo(4);
    }

    @Test
    void what_this_terminal_lost_is_said_before_a_call_is_closed() {
        confirmation("3");
        assertThat(words()).doesNotContain("ne peut plus être").doesNotContain("ne peuvent plus être");
        click("Corriger le nombre");
        journal.note(ids.get(), new EvenementSurvenu(Nature.HORLOGE, "saut 12"));
        lost("kind = 'EVENEMENT'");
        number("3");
        assertThat(words())
                .contains("Un envoi de cette borne ne peut plus être transmis. Le hub le saura avec la clôture")
                .contains("prévenez le secrétariat");
        click("Corriger le nombre");
        lost("1 = 1");
        number("3");
        assertThat(words()).contains("2 envois de cette borne ne peuvent plus être transmis");
        click("Oui, clôturer");
        assertThat(declared()).isOne();
    }

    private void lost(String which) {
        jdbc.sql("UPDATE inscription SET delivery = 'UNSENDABLE' WHERE " + which)
                .update();
    }

    @Test
    void a_closed_call_that_the_hub_opens_again_is_not_closed_again() {
        confirmation("3");
        click("Oui, clôturer");
        click("Clôturer de nouveau");
        number("4");
        hub.calls = List.of(new AppelPublie(StillHub.APPEL, false));
        click("Oui, clôturer");
        assertThat(words()).contains("Rien n’est clôturé");
        assertThat(declared()).isOne();
        assertThat(button("Clôturer de nouveau")).isEmpty();
    }

    @Test
    void a_wrong_number_is_refused_at_its_field() {
        closings();
        click("Clôturer cet appel");
        for (String wrong : List.of("", "100001", "douze", "-1")) {
            test($(TextField.class).single()).setValue(wrong);
            click("Continuer");
            assertThat($(TextField.class).single().isInvalid()).as(wrong).isTrue();
        }
    }

    @Test
    void an_extension_that_arrives_during_the_confirmation_wins() {
        confirmation("3");
        hub.calls = List.of(new AppelPublie(StillHub.APPEL, false));
        click("Oui, clôturer");
        assertThat(words()).contains("Rien n’est clôturé");
        assertThat(declared()).isZero();
    }

    @Test
    void an_extension_after_a_closing_is_shown() {
        confirmation("3");
        click("Oui, clôturer");
        clock.advance(Duration.ofDays(1));
        hub.calls = List.of(new AppelPublie(StillHub.APPEL, false));
        journal.note(ids.get(), new ReouvertureDeclaree(StillHub.APPEL.id()));
        poll();
        assertThat(words())
                .contains("cette mairie reçoit de nouveau depuis le 11 juin 2025")
                .contains("ne compte plus");
        hub.calls = List.of(new AppelPublie(StillHub.APPEL, true));
        poll();
        assertThat(button("Clôturer cet appel")).isPresent();
    }

    @Test
    void an_extension_is_told_of_its_own_call_and_whatever_the_clock_said_then() {
        var other = other("2023");
        hub.calls = List.of(new AppelPublie(other, false), new AppelPublie(StillHub.APPEL, false));
        closings();
        journal.note(ids.get(), new ReouvertureDeclaree(other.id()));
        poll();
        assertThat(words().split("reçoit de nouveau", -1)).hasSize(2);
        assertThat(words()).contains("reçoit de nouveau depuis le 10 juin 2025");
        clock.set(Instant.EPOCH);
        journal.note(ids.get(), new ReouvertureDeclaree(StillHub.APPEL.id()));
        poll();
        assertThat(words().split("reçoit de nouveau", -1)).hasSize(3);
    }

    @Test
    void of_two_closings_declared_in_the_same_instant_only_the_one_that_the_hub_signed_for_is_sent() {
        var other = other("2023");
        hub.calls = List.of(new AppelPublie(other, true), new AppelPublie(StillHub.APPEL, true));
        var first = ids.get();
        journal.note(first, new ClotureDeclaree(other.id(), Agents.MARIAM.id(), 1, 0));
        journal.note(ids.get(), new ClotureDeclaree(StillHub.APPEL.id(), Agents.MARIAM.id(), 2, 0));
        jdbc.sql("UPDATE inscription SET delivery = 'DELIVERED' WHERE id = ?")
                .param(first.toString())
                .update();
        closings();
        assertThat(words().split("Clôture transmise au hub", -1)).hasSize(2);
        assertThat(words().split("pas encore transmise", -1)).hasSize(2);
    }

    @Test
    void a_journal_that_refuses_closes_nothing_and_lets_one_try_again() {
        confirmation("2");
        jdbc.sql("CREATE TRIGGER refusing BEFORE INSERT ON inscription BEGIN SELECT raise(ABORT, 'full'); END")
                .update();
        try {
            click("Oui, clôturer");
        } finally {
            jdbc.sql("DROP TRIGGER refusing").update();
        }
        assertThat(words()).contains("Rien n’est clôturé").contains("2 formulaires papier");
        click("Oui, clôturer");
        assertThat(declared()).isOne();
    }

    @Test
    void two_calls_are_closed_apart() {
        var other = other("2023");
        hub.calls = List.of(new AppelPublie(other, true), new AppelPublie(StillHub.APPEL, true));
        closings();
        test($(Button.class).withText("Clôturer cet appel").all().getFirst()).click();
        number("3");
        click("Oui, clôturer");
        assertThat($(Button.class).withText("Clôturer cet appel").all()).hasSize(1);
    }

    private static Appel other(String id) {
        return new Appel(
                new AppelId(id),
                StillHub.APPEL.ouvreLe().minusYears(2),
                StillHub.APPEL.jusquAu().minusYears(2),
                null,
                StillHub.APPEL.dateDeReference().minusYears(2),
                StillHub.APPEL.tirageLe().minusYears(2),
                "Hôtel de ville");
    }

    private void closings() {
        signIn();
        click("Voir la clôture");
    }

    private void confirmation(String number) {
        closings();
        click("Clôturer cet appel");
        number(number);
    }

    private void number(String number) {
        test($(TextField.class).single()).setValue(number);
        click("Continuer");
    }

    private int declared() {
        return jdbc.sql("SELECT count(*) FROM inscription WHERE kind = 'CLOTURE'")
                .query(Integer.class)
                .single();
    }
}
