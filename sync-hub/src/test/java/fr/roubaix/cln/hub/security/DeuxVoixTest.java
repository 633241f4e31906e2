package fr.roubaix.cln.hub.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;

import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.security.DeuxVoix.Issue;
import fr.roubaix.cln.hub.security.DeuxVoix.Refus;

/** One person proposes, another one under another role confirms, and only what both were shown is done. */
class DeuxVoixTest extends HubScreens {

    @Autowired
    private DeuxVoix deuxVoix;

    @Autowired
    private Bell bell;

    @BeforeEach
    void aBell() {
        bell.state = "tour";
        bell.rung.clear();
        bell.broken = false;
    }

    @Test
    @WithMockUser(username = "tirage", roles = "TIRAGE")
    void a_second_person_under_another_role_does_it_and_both_stand_in_the_register() {
        long numero = propose();
        assertThat(bell.rung).isEmpty();
        assertThat(confirm(numero, "presidence", "PRESIDENCE")).isEqualTo(new Issue.Faite(numero));
        assertThat(bell.rung).containsExactly("midi, tirage (Tirage), presidence (Présidence)");
        assertThat(acts(numero)).containsExactly("ACTE_PROPOSE tirage TIRAGE", "ACTE_CONFIRME presidence PRESIDENCE");
        assertThat(confirm(numero, "autre", "PRESIDENCE")).isEqualTo(Refus.DEJA_REGLE);
        assertThat(bell.rung).hasSize(1);
        assertThat(count("acte_a_deux_voix WHERE parametres <> ''")).isZero();
    }

    @Test
    @WithMockUser(username = "tirage", roles = "TIRAGE")
    void the_same_person_is_refused_under_any_role_and_a_wrong_role_too() {
        long numero = propose();
        assertThat(under("tirage", List.of("TIRAGE", "PRESIDENCE"), () -> confirmShown(numero)))
                .isEqualTo(Refus.MEME_PERSONNE);
        assertThat(confirm(numero, "autre", "TIRAGE")).isEqualTo(Refus.MAUVAIS_ROLE);
        assertThat(confirm(numero, "elue", "OBSERVATEUR")).isEqualTo(Refus.MAUVAIS_ROLE);
        assertThat(under("presidence", List.of("PRESIDENCE"), this::tryToPropose))
                .isEqualTo(Refus.MAUVAIS_ROLE);
        assertThat(bell.rung).isEmpty();
    }

    @Test
    @WithMockUser(username = "tirage", roles = "TIRAGE")
    void nothing_is_done_once_the_state_moved_or_the_screen_showed_something_else() {
        long numero = propose();
        bell.state = "cour";
        assertThat(confirm(numero, "presidence", "PRESIDENCE")).isEqualTo(Refus.ETAT_CHANGE);
        bell.state = "tour";
        assertThat(as("presidence", "PRESIDENCE", () -> deuxVoix.confirmer(numero, "0".repeat(64))))
                .isEqualTo(Refus.ECRAN_CHANGE);
        assertThat(acts(numero)).containsExactly("ACTE_PROPOSE tirage TIRAGE");
        assertThat(confirm(numero, "presidence", "PRESIDENCE")).isEqualTo(new Issue.Faite(numero));
    }

    @Test
    @WithMockUser(username = "tirage", roles = "TIRAGE")
    void time_passes_goes_back_and_is_said() {
        long numero = propose();
        clock.advance(Duration.ofMinutes(-5));
        assertThat(confirm(numero, "presidence", "PRESIDENCE")).isEqualTo(Refus.HORLOGE);
        clock.advance(Duration.ofMinutes(65));
        assertThat(confirm(numero, "presidence", "PRESIDENCE")).isEqualTo(Refus.EXPIRE);
        assertThat(as("presidence", "PRESIDENCE", deuxVoix::enAttente)).isEmpty();
        assertThat(propose()).as("what expired stands in nobody's way").isGreaterThan(numero);
        assertThat(confirm(numero, "presidence", "PRESIDENCE")).isEqualTo(Refus.EXPIRE);
    }

    @Test
    @WithMockUser(username = "tirage", roles = "TIRAGE")
    void one_proposal_waits_at_a_time_and_its_author_alone_takes_it_back() {
        long numero = propose();
        assertThat(tryToPropose()).isEqualTo(Refus.DEJA_PROPOSE);
        assertThat(as("presidence", "PRESIDENCE", () -> deuxVoix.retirer(numero)))
                .isEqualTo(Refus.PAS_LE_VOTRE);
        assertThat(deuxVoix.retirer(numero)).isEqualTo(new Issue.Reglee(numero));
        assertThat(confirm(numero, "presidence", "PRESIDENCE")).isEqualTo(Refus.RETIRE);
        assertThat(confirm(999_999, "presidence", "PRESIDENCE")).isEqualTo(Refus.INCONNU);
    }

    @Test
    @WithMockUser(username = "tirage", roles = "TIRAGE")
    void an_act_that_cannot_be_done_leaves_no_voice_and_still_waits() {
        long numero = propose();
        bell.broken = true;
        assertThat(confirm(numero, "presidence", "PRESIDENCE")).isEqualTo(new Issue.Empechee("La cloche est fêlée."));
        assertThat(acts(numero)).containsExactly("ACTE_PROPOSE tirage TIRAGE");
        assertThat(as("presidence", "PRESIDENCE", deuxVoix::enAttente)).hasSize(1);
    }

    @Test
    @WithMockUser(username = "presidence", roles = "PRESIDENCE")
    void the_screen_shows_all_that_is_confirmed_and_a_refusal_needs_a_reason() {
        under("tirage", List.of("TIRAGE"), this::propose);
        assertThat(text(open("gestion/a-confirmer")))
                .contains("Sonner la cloche", "Proposé par tirage (Tirage)", "À midi, dans la tour.", "Motif : fête");
        click("Refuser cet acte");
        assertThat($(TextArea.class).single().getErrorMessage()).contains("Écrivez pourquoi");
        $(TextArea.class).single().setValue("Le quartier dort encore.");
        click("Refuser cet acte");
        assertThat(text(current())).contains("L’acte ne sera pas fait", "Rien n’attend votre confirmation");
        under("tirage", List.of("TIRAGE"), this::propose);
        click("Actualiser");
        click("Confirmer");
        assertThat(text(current())).contains("L’acte est confirmé et fait");
        assertThat(bell.rung).hasSize(1);
    }

    @Test
    @WithMockUser(username = "ada", roles = "ADMIN")
    void an_account_of_the_draw_is_created_alone_before_and_with_a_second_voice_once_the_call_is_closed() {
        as("maud.v", "SECRETARIAT", () -> {
            openCall();
            receive(
                    1,
                    "Diallo",
                    1990,
                    fr.roubaix.cln.domaine.secteur.Secteur.NORD,
                    fr.roubaix.cln.domaine.habitant.Parite.FEMMES);
            return null;
        });
        create("avant", Role.TIRAGE);
        assertThat(count("compte WHERE identifiant = 'avant'")).isEqualTo(1);
        as("maud.v", "SECRETARIAT", this::closeCall);
        create("secr", Role.SECRETARIAT);
        assertThat(count("compte WHERE identifiant = 'secr'")).isEqualTo(1);
        create("apres", Role.TIRAGE);
        assertThat(text(current())).contains("sera créé quand la présidence ou l’observation");
        assertThat(count("compte WHERE identifiant = 'apres'")).isZero();
        as("elue", "OBSERVATEUR", () -> {
            assertThat(text(open("gestion/a-confirmer"))).contains("Créer le compte « apres »", "Rôles : Tirage");
            click("Confirmer");
            return null;
        });
        assertThat(count("compte WHERE identifiant = 'apres' AND mot_de_passe LIKE '$argon2id$%'"))
                .isEqualTo(1);
        assertThat(jdbc.sql(
                                "SELECT auteur || ' ' || details FROM registre WHERE acte = 'COMPTE_CREE' AND objet = 'compte apres'")
                        .query(String.class)
                        .single())
                .isEqualTo("ada confirme-par=elue (Observation)\nroles=TIRAGE");
    }

    private void create(String name, Role role) {
        open("gestion/comptes");
        field("Identifiant").setValue(name);
        field("Nom affiché").setValue("Personne " + name);
        $(com.vaadin.flow.component.textfield.PasswordField.class)
                .all()
                .forEach(p -> p.setValue("vingt sièges à table"));
        @SuppressWarnings("unchecked") // the only group of this page holds roles
        com.vaadin.flow.component.checkbox.CheckboxGroup<Role> roles =
                $(com.vaadin.flow.component.checkbox.CheckboxGroup.class).single();
        roles.setValue(Set.of(role));
        click("Créer le compte");
    }

    private long propose() {
        return ((Issue.Proposee) tryToPropose()).numero();
    }

    private Issue tryToPropose() {
        return deuxVoix.proposer(Bell.GENRE, Parametres.AUCUN.avec("heure", "midi"), "fête");
    }

    private Issue confirm(long numero, String name, String role) {
        return under(name, List.of(role), () -> confirmShown(numero));
    }

    private Issue confirmShown(long numero) {
        String shown = jdbc.sql("SELECT empreinte FROM acte_a_deux_voix WHERE numero = ?")
                .param(numero)
                .query(String.class)
                .optional()
                .orElse("");
        return deuxVoix.confirmer(numero, shown);
    }

    private List<String> acts(long numero) {
        return jdbc.sql("SELECT acte || ' ' || auteur || ' ' || roles FROM registre WHERE numero = ?"
                        + " OR details || char(10) LIKE '%proposition=' || ? || char(10) || '%' ORDER BY numero")
                .params(numero, numero)
                .query(String.class)
                .list();
    }

    private static <T> T under(String name, List<String> roles, Supplier<T> act) {
        var context = SecurityContextHolder.getContext();
        var before = context.getAuthentication();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                name,
                null,
                AuthorityUtils.createAuthorityList(
                        roles.stream().map("ROLE_"::concat).toList())));
        try {
            return act.get();
        } finally {
            context.setAuthentication(before);
        }
    }
}
