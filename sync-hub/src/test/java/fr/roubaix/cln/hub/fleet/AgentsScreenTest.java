package fr.roubaix.cln.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.test.context.support.WithMockUser;

import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.sync.Bulletin;
import fr.roubaix.cln.sync.Bulletin.AgentPublie;
import fr.roubaix.cln.sync.Signed;

/** The agents of the mairies, from the form to the bulletin that kiosks read. */
@WithMockUser(username = "ada", roles = "ADMIN")
class AgentsScreenTest extends HubScreens {

    private static final Argon2PasswordEncoder HASHES = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

    @Autowired
    private PublishedBulletin bulletin;

    @Test
    @WithMockUser(username = "maud.v", roles = "SECRETARIAT")
    void the_secretariat_gives_no_code() {
        assertThat(text(open("gestion/agents"))).contains("Votre compte n’ouvre pas cet écran");
    }

    @Test
    void an_empty_hub_says_what_it_means_that_nobody_is_an_agent() {
        assertThat(text(open("gestion/agents"))).contains("Aucun agent n’est inscrit", "ni clôturer un appel");
    }

    @Test
    void a_new_agent_gets_a_code_shown_once_whose_hash_kiosks_can_check() {
        String code = inscribe("Mariam Diallo", 1, "");
        assertThat(code).matches("[0-9]{6}");
        assertThat(text(open("gestion/agents")))
                .contains("Mariam Diallo", "m.diallo", "Actif")
                .doesNotContain(code);
        assertThat(published()).singleElement().satisfies(agent -> {
            assertThat(agent.id().valeur()).isEqualTo("m.diallo");
            assertThat(agent.pin()).startsWith("$argon2id$v=19$m=16384,t=2,p=1$");
            assertThat(HASHES.matches(code, agent.pin())).isTrue();
        });
    }

    @Test
    void each_refusal_shows_at_its_field_and_nothing_is_stored() {
        open("gestion/agents");
        click("Inscrire l’agent");
        assertThat($(Select.class).single().getErrorMessage()).contains("Choisissez une mairie");
        choose(0);
        click("Inscrire l’agent");
        assertThat(field("Nom").getErrorMessage()).contains("60 caractères");
        field("Nom").setValue("Aline Renard");
        field("Identifiant").setValue("Aline R");
        click("Inscrire l’agent");
        assertThat(field("Identifiant").getErrorMessage()).contains("2 à 40 lettres");
        field("Identifiant").setValue("a.renard");
        field("Code (facultatif)").setValue("12345");
        click("Inscrire l’agent");
        assertThat(field("Code (facultatif)").getErrorMessage()).contains("6 à 12 chiffres");
        field("Code (facultatif)").setValue("123456");
        click("Inscrire l’agent");
        assertThat(field("Code (facultatif)").getErrorMessage()).contains("se devine");
        assertThat(count("agent_de_mairie")).isZero();
        field("Code (facultatif)").setValue("604817");
        click("Inscrire l’agent");
        assertThat(code()).isEqualTo("604817");
        assertThat(published())
                .singleElement()
                .satisfies(agent -> assertThat(agent.mairie()).isNull());
    }

    @Test
    void an_identifier_that_is_taken_is_said_and_the_next_one_put_forward() {
        inscribe("Mariam Diallo", 1, "604817");
        open("gestion/agents");
        field("Nom").setValue("Moussa Diallo");
        assertThat(field("Identifiant").getValue()).isEqualTo("m.diallo2");
        field("Identifiant").setValue("m.diallo");
        choose(2);
        click("Inscrire l’agent");
        assertThat(field("Identifiant").getErrorMessage()).contains("déjà cet identifiant");
        assertThat(count("agent_de_mairie")).isEqualTo(1);
    }

    @Test
    void another_code_replaces_the_first_and_may_not_repeat_it() {
        inscribe("Mariam Diallo", 1, "604817");
        open("gestion/agents");
        click("Nouveau code");
        codeField().setValue("604817");
        click("Donner ce code");
        assertThat(codeField().getErrorMessage()).contains("avait déjà");
        codeField().setValue("");
        click("Donner ce code");
        String code = code();
        assertThat(HASHES.matches(code, published().getFirst().pin())).isTrue();
        assertThat(HASHES.matches("604817", published().getFirst().pin())).isFalse();
    }

    @Test
    void an_agent_can_be_kept_out_and_let_in_again() {
        inscribe("Mariam Diallo", 1, "604817");
        open("gestion/agents");
        click("Désactiver");
        assertThat(published()).as("before the confirmation").hasSize(1);
        confirm();
        assertThat(text(current())).contains("Mariam Diallo n’ouvre plus la page agent", "Désactivé");
        assertThat(published()).isEmpty();
        click("Remettre en service");
        assertThat(published()).hasSize(1);
    }

    @Test
    void after_a_stolen_disk_every_agent_needs_another_code() {
        inscribe("Mariam Diallo", 1, "604817");
        inscribe("Aline Renard", 0, "579024");
        open("gestion/agents");
        click("Tous les codes à changer");
        confirm();
        assertThat(text(current())).contains("2 codes sont retirés", "Code à changer");
        assertThat(published()).isEmpty();
        assertThat($(Button.class).all()).extracting(Button::getText).doesNotContain("Tous les codes à changer");
        click("Nouveau code");
        codeField().setValue("579024");
        click("Donner ce code");
        assertThat(codeField().getErrorMessage())
                .as("the code that was on the disk")
                .contains("avait déjà");
        codeField().setValue("");
        click("Donner ce code");
        assertThat(published()).extracting(agent -> agent.id().valeur()).containsExactly("a.renard");
    }

    /** The code given, read once and put away. */
    private String inscribe(String name, int mairie, String code) {
        open("gestion/agents");
        field("Nom").setValue(name);
        choose(mairie);
        field("Code (facultatif)").setValue(code);
        click("Inscrire l’agent");
        assertThat($(Dialog.class).single().getHeaderTitle()).isEqualTo("Code de " + name);
        String given = code();
        click("C’est noté");
        assertThat($(Dialog.class).all()).isEmpty();
        return given;
    }

    /** All five first, then the mairies in their order. */
    @SuppressWarnings("unchecked") // the only select of this page
    private void choose(int mairie) {
        Select<Object> select = $(Select.class).single();
        select.setValue(select.getListDataView().getItems().toList().get(mairie));
    }

    private TextField codeField() {
        return $(TextField.class, $(Dialog.class).single()).single();
    }

    private String code() {
        return text($(Dialog.class).single()).replaceAll("[^0-9]*([0-9]{6,}).*", "$1");
    }

    private List<AgentPublie> published() {
        return Bulletin.decode(Signed.parse(bulletin.current().signed())
                        .orElseThrow()
                        .content()
                        .toArray())
                .orElseThrow()
                .agents();
    }
}
