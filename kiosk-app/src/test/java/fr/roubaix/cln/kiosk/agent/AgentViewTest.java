package fr.roubaix.cln.kiosk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.PasswordField;
import org.junit.jupiter.api.Test;

/** Who opens the agent page, and how a visit ends. */
@ViewPackages(packages = {"fr.roubaix.cln.kiosk.agent", "fr.roubaix.cln.kiosk.home", "fr.roubaix.cln.kiosk.session"})
class AgentViewTest extends AgentScreen {

    @Test
    void the_agents_of_this_mairie_and_those_of_all_are_offered_and_no_other() {
        assertThat(names()).containsExactly("Aline Renard", "Mariam Diallo");
    }

    @Test
    void without_a_bulletin_the_page_says_what_to_do() {
        hub.heard = false;
        navigate(AgentView.class);
        assertThat(words()).contains("Cette borne n’a encore rien reçu du hub").contains("câble");
        assertThat(names()).isEmpty();
    }

    @Test
    void without_an_agent_the_page_says_who_creates_them() {
        hub.agents = List.of(Agents.DU_SUD);
        navigate(AgentView.class);
        assertThat(words()).contains("Le secrétariat crée les agents au hub");
    }

    @Test
    void the_right_pin_opens_and_stays_nowhere() {
        signIn();
        assertThat(title()).isEqualTo("Page de l’agent");
        assertThat(words()).contains("Mariam Diallo");
        assertThat($(PasswordField.class).all()).isEmpty();
    }

    @Test
    void a_wrong_pin_is_refused_at_its_field_and_leaves_it_empty() {
        choose("Mariam Diallo");
        type("111111");
        var field = $(PasswordField.class).single();
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).startsWith("Ce code n’est pas le bon. Encore 4 essais");
        assertThat(field.getValue()).isEmpty();
        assertThat(title()).contains("Mariam Diallo");
        forgive();
    }

    @Test
    void an_empty_pin_counts_for_nothing() {
        choose("Mariam Diallo");
        type("");
        assertThat($(PasswordField.class).single().getErrorMessage()).startsWith("Tapez votre code");
        assertThat(locks()).isZero();
    }

    @Test
    void the_fifth_wrong_pin_locks_even_against_the_right_one() {
        choose("Aline Renard");
        for (int i = 0; i < 5; i++) {
            type("00000" + i);
        }
        assertThat($(PasswordField.class).single().getErrorMessage()).contains("bloqué pendant 5 minutes");
        type(Agents.PIN);
        assertThat($(PasswordField.class).single().getErrorMessage()).contains("bloqué");
        hub.agents = List.of(Agents.MARIAM, Agents.avecUnAutreCode(Agents.VOLANT));
        type("998877");
        assertThat(title()).isEqualTo("Page de l’agent");
    }

    @Test
    void an_agent_taken_off_the_bulletin_while_typing_is_told_to_ask() {
        choose("Mariam Diallo");
        hub.agents = List.of(Agents.VOLANT);
        type(Agents.PIN);
        assertThat(words()).contains("Mariam Diallo ne peut plus ouvrir cette page");
        assertThat(names()).containsExactly("Aline Renard");
    }

    @Test
    void while_a_pin_is_judged_a_second_touch_counts_for_nothing_and_leaving_opens_nothing() {
        choose("Mariam Diallo");
        int rhythm = UI.getCurrent().getPollInterval();
        test($(PasswordField.class).single()).setValue("111111");
        click("Ouvrir");
        assertThat($(PasswordField.class).single().getValue()).isEmpty();
        assertThat($(PasswordField.class).single().getHelperText()).contains("vérifie votre code");
        assertThat(button("Ouvrir").orElseThrow().isEnabled()).isFalse();
        judged();
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(rhythm);
        assertThat($(PasswordField.class).single().getErrorMessage()).contains("Encore 4 essais");
        test($(PasswordField.class).single()).setValue(Agents.PIN);
        click("Ouvrir");
        click("Choisir un autre nom");
        org.awaitility.Awaitility.await().until(() -> locks() == 0);
        poll();
        assertThat(title()).isEqualTo("Qui êtes-vous ?");
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(rhythm);
    }

    @Test
    void going_back_after_leaving_asks_for_the_pin_again() {
        signIn();
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate("agent");
        assertThat(title()).isEqualTo("Qui êtes-vous ?");
        assertThat(words()).doesNotContain("Liaison avec le hub");
    }

    @Test
    void coming_again_from_the_bar_asks_for_the_pin_again() {
        signIn();
        navigate(AgentView.class);
        assertThat(title()).isEqualTo("Qui êtes-vous ?");
    }

    @Test
    void quitting_ends_the_visit() {
        signIn();
        click("Quitter la page");
        assertThat(visit.isValid()).isFalse();
    }

    @Test
    void an_agent_taken_off_the_bulletin_is_out_at_the_next_look() {
        signIn();
        poll();
        assertThat(visit.isValid()).isTrue();
        hub.agents = List.of(Agents.VOLANT);
        poll();
        assertThat(visit.isValid()).isFalse();
    }

    @Test
    void an_agent_who_got_another_pin_is_out_at_the_next_touch() {
        signIn();
        hub.agents = List.of(Agents.avecUnAutreCode(Agents.MARIAM));
        click("Voir la liste");
        assertThat(visit.isValid()).isFalse();
    }

    private void forgive() {
        type(Agents.PIN);
        assertThat(locks()).isZero();
    }
}
