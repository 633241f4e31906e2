package fr.roubaix.cln.hub.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.ChangementDeCompte.Issue;
import fr.roubaix.cln.hub.security.ChangementDeCompte.Refus;

/** An account changes its name and roles, ends and opens again: by one administrator, or two people during a draw. */
@WithMockUser(username = "ada", roles = "ADMIN")
class ChangementDeCompteTest extends HubScreens {

    private static final String POURQUOI = "Elle change de service.";

    @Autowired
    private ChangementDeCompte changement;

    @Autowired
    private ListeDesComptes liste;

    @Autowired
    private Comptes comptes;

    @Autowired
    private ActesConfirmes confirmes;

    @Autowired
    private DeuxVoix deuxVoix;

    @Autowired
    private Registre registre;

    private final Identifiant ada = new Identifiant("ada");
    private final Identifiant maud = new Identifiant("maud.v");
    private long avant;

    @BeforeEach
    void twoAccounts() {
        add("ada", Role.ADMIN);
        add("maud.v", Role.SECRETARIAT);
        avant = registre.tete().numero();
    }

    @Test
    void roles_change_with_their_reason_and_the_register_says_what_they_were() {
        assertThat(changement.changer(maud, droits(maud), " Maud Verbeke ", Set.of(Role.DPO, Role.SERVICE), POURQUOI))
                .isEqualTo(new Issue.Fait(maud));
        assertThat(droits(maud)).isEqualTo(new DroitsDeCompte("Maud Verbeke", Set.of(Role.DPO, Role.SERVICE), true));
        assertThat(lines())
                .isEqualTo(
                        "COMPTE_CHANGE ada ADMIN compte maud.v " + POURQUOI
                                + " nom=Maud Verbeke\nnom-avant=Personne maud.v\nroles=DPO,SERVICE\nroles-avant=SECRETARIAT\nsessions=0");
    }

    @Test
    void nothing_is_done_without_a_reason_a_name_a_role_or_a_change() {
        var seen = droits(maud);
        assertThat(changement.changer(maud, seen, "Maud", Set.of(Role.DPO), "bref"))
                .isEqualTo(Refus.MOTIF_MANQUANT);
        assertThat(changement.changer(maud, seen, " ", Set.of(Role.DPO), POURQUOI))
                .isEqualTo(Refus.NOM_MANQUANT);
        assertThat(changement.changer(maud, seen, "x".repeat(81), Set.of(Role.DPO), POURQUOI))
                .isEqualTo(Refus.NOM_MANQUANT);
        assertThat(changement.changer(maud, seen, "Maud", Set.of(), POURQUOI)).isEqualTo(Refus.ROLE_MANQUANT);
        assertThat(changement.changer(maud, seen, seen.nom(), seen.roles(), POURQUOI))
                .isEqualTo(Refus.RIEN_NE_CHANGE);
        assertThat(changement.reactiver(maud, seen, POURQUOI)).isEqualTo(Refus.RIEN_NE_CHANGE);
        assertThat(registre.tete().numero()).isEqualTo(avant);
    }

    @Test
    void a_change_of_what_the_screen_no_longer_shows_is_refused() {
        var seen = droits(maud);
        changement.changer(maud, seen, "Maud", Set.of(Role.DPO), POURQUOI);
        assertThat(changement.desactiver(maud, seen, POURQUOI)).isEqualTo(Refus.CHANGE_ENTRE_TEMPS);
        assertThat(changement.desactiver(new Identifiant("personne"), seen, POURQUOI))
                .isEqualTo(Refus.CHANGE_ENTRE_TEMPS);
    }

    @Test
    void nobody_changes_their_own_roles_nor_ends_their_own_account_but_everybody_may_correct_their_name() {
        add("bob", Role.ADMIN);
        assertThat(changement.changer(ada, droits(ada), "Ada", Set.of(Role.ADMIN, Role.TIRAGE), POURQUOI))
                .isEqualTo(Refus.SES_PROPRES_ROLES);
        assertThat(changement.desactiver(ada, droits(ada), POURQUOI)).isEqualTo(Refus.SON_PROPRE_COMPTE);
        assertThat(changement.changer(ada, droits(ada), "Ada L.", Set.of(Role.ADMIN), POURQUOI))
                .isEqualTo(new Issue.Fait(ada));
    }

    @Test
    void the_last_administrator_can_neither_be_ended_nor_lose_the_role() {
        as("bob", "ADMIN", () -> {
            assertThat(changement.desactiver(ada, droits(ada), POURQUOI)).isEqualTo(Refus.DERNIER_ADMIN);
            assertThat(changement.changer(ada, droits(ada), "Ada", Set.of(Role.DPO), POURQUOI))
                    .isEqualTo(Refus.DERNIER_ADMIN);
            return null;
        });
        assertThat(comptes.actif(ada)).isPresent();
        assertThat(registre.tete().numero()).as("no row of what was not done").isEqualTo(avant);
        add("bob", Role.ADMIN);
        as(
                "bob",
                "ADMIN",
                () -> assertThat(changement.desactiver(ada, droits(ada), POURQUOI))
                        .isEqualTo(new Issue.Fait(ada)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"TIRAGE", "PRESIDENCE", "OBSERVATEUR"})
    void during_a_draw_an_account_that_takes_part_before_or_after_asks_for_a_second_voice(Role role) {
        add("elue", role);
        var elue = new Identifiant("elue");
        closedCall();
        assertThat(changement.changer(elue, droits(elue), "Elue", Set.of(Role.MEMBRE), POURQUOI))
                .as("before")
                .isEqualTo(new Issue.AConfirmer(elue));
        assertThat(changement.changer(maud, droits(maud), "Maud", EnumSet.of(Role.SECRETARIAT, role), POURQUOI))
                .as("after")
                .isEqualTo(new Issue.AConfirmer(maud));
        assertThat(changement.desactiver(elue, droits(elue), POURQUOI)).isEqualTo(Refus.DEJA_PROPOSE);
        assertThat(changement.changer(maud, droits(maud), "Maud", Set.of(Role.DPO), POURQUOI))
                .as("neither before nor after")
                .isEqualTo(new Issue.Fait(maud));
        assertThat(droits(elue).roles()).containsExactly(role);
    }

    @Test
    void during_a_draw_an_end_and_a_return_are_confirmed_by_somebody_else_than_their_owner() {
        add("tirage", Role.TIRAGE);
        var tirage = new Identifiant("tirage");
        closedCall();
        changement.desactiver(tirage, droits(tirage), POURQUOI);
        assertThat(comptes.actif(tirage)).as("not yet").isPresent();
        as("elue", "OBSERVATEUR", () -> {
            assertThat(text(open("gestion/a-confirmer")))
                    .contains("Compte « tirage »", "Il sera désactivé", "Motif : " + POURQUOI);
            click("Confirmer");
            assertThat(text(current())).contains("confirmé et fait");
            return null;
        });
        assertThat(comptes.actif(tirage)).isEmpty();
        assertThat(lines())
                .startsWith("COMPTE_DESACTIVE ada ADMIN compte tirage " + POURQUOI)
                .contains("confirme-par=elue (Observation)");
        changement.reactiver(tirage, droits(tirage), POURQUOI);
        as("presidence", "PRESIDENCE", this::confirmOnScreen);
        assertThat(comptes.actif(tirage)).isPresent();
        assertThat(confirmes.duTirageEnCours().orElseThrow())
                .hasSize(2)
                .allMatch(acte -> acte.titre().equals("Changer un compte qui prend part au tirage"))
                .extracting(acte -> acte.seconde().toString())
                .containsExactly("elue (Observation)", "presidence (Présidence)");
        click("Actualiser");
        assertThat(text(current())).contains("Ils figureront au procès-verbal", "Proposé par ada (Administration)");
    }

    @Test
    void nobody_confirms_a_change_of_their_own_account() {
        add("presidence", Role.PRESIDENCE);
        var presidence = new Identifiant("presidence");
        closedCall();
        changement.changer(presidence, droits(presidence), "P", EnumSet.of(Role.PRESIDENCE, Role.TIRAGE), POURQUOI);
        as("presidence", "PRESIDENCE", () -> {
            open("gestion/a-confirmer");
            click("Confirmer");
            assertThat(text(current())).contains("Personne ne confirme un changement de son propre compte");
            return null;
        });
        assertThat(droits(presidence).roles()).containsExactly(Role.PRESIDENCE);
        as("elue", "OBSERVATEUR", this::confirmOnScreen);
        assertThat(droits(presidence).roles()).containsExactlyInAnyOrder(Role.PRESIDENCE, Role.TIRAGE);
    }

    @Test
    void what_an_administrator_proposed_falls_with_their_account() {
        add("bob", Role.ADMIN);
        closedCall();
        as(
                "bob",
                "ADMIN",
                () -> changement.changer(
                        maud, droits(maud), "Maud", EnumSet.of(Role.SECRETARIAT, Role.PRESIDENCE), POURQUOI));
        var bob = new Identifiant("bob");
        changement.desactiver(bob, droits(bob), POURQUOI);
        assertThat(as("elue", "OBSERVATEUR", deuxVoix::enAttente)).isEmpty();
        assertThat(droits(maud).roles()).containsExactly(Role.SECRETARIAT);
    }

    @Test
    void the_screen_opens_an_account_shows_each_refusal_at_its_field_and_ends_it_after_a_question() {
        openAccount("maud.v");
        assertThat(text(current())).contains("Personne maud.v", "créé par ada", "2 comptes actifs.");
        roles().setValue(Set.of(Role.DPO));
        click("Enregistrer");
        assertThat(reason().getErrorMessage()).contains("Écrivez pourquoi");
        reason().setValue(POURQUOI);
        roles().setValue(Set.of());
        click("Enregistrer");
        assertThat(roles().getErrorMessage()).contains("Cochez au moins un rôle");
        roles().setValue(Set.of(Role.DPO));
        click("Enregistrer");
        assertThat(text(current())).contains("Le compte maud.v est changé");
        click("Désactiver ce compte");
        assertThat(reason().getErrorMessage()).as("before the question").contains("Écrivez pourquoi");
        reason().setValue(POURQUOI);
        click("Désactiver ce compte");
        confirm();
        assertThat(text(current())).contains("Le compte maud.v est désactivé", "Un compte actif, un désactivé.");
        reason().setValue(POURQUOI);
        click("Réactiver ce compte");
        assertThat(text(current())).contains("Le compte maud.v est réactivé");
    }

    @Test
    void the_screen_offers_nobody_the_end_of_their_own_account() {
        openAccount("ada");
        assertThat(text(current())).doesNotContain("Désactiver ce compte");
        assertThat(roles().isReadOnly()).isTrue();
    }

    private void openAccount(String name) {
        UI.getCurrent().navigate("gestion/comptes", QueryParameters.of("compte", name));
    }

    private Object confirmOnScreen() {
        open("gestion/a-confirmer");
        click("Actualiser");
        click("Confirmer");
        assertThat(text(current())).contains("confirmé et fait");
        return count("compte");
    }

    private void closedCall() {
        as("maud.v", "SECRETARIAT", () -> {
            openCall();
            receive(1, "Diallo", 1990, Secteur.NORD, Parite.FEMMES);
            return closeCall();
        });
    }

    private void add(String name, Role role) {
        var id = new Identifiant(name);
        comptes.ajouter(new Compte(id, "Personne " + name, "$argon2id$…", Set.of(role), START, ada));
    }

    private DroitsDeCompte droits(Identifiant identifiant) {
        return as("ada", "ADMIN", liste::lignes).stream()
                .filter(ligne -> ligne.identifiant().equals(identifiant))
                .findFirst()
                .orElseThrow()
                .droits();
    }

    /** The last row. */
    private String lines() {
        return jdbc.sql("SELECT acte || ' ' || auteur || ' ' || roles || ' ' || objet || ' ' || motif || ' ' || details"
                        + " FROM registre ORDER BY numero DESC LIMIT 1")
                .query(String.class)
                .single();
    }

    private TextArea reason() {
        return $(TextArea.class).single();
    }

    /** Those of the panel: the form of a new account comes before it. */
    @SuppressWarnings("unchecked") // the groups of this page hold roles
    private CheckboxGroup<Role> roles() {
        return $(CheckboxGroup.class).all().getLast();
    }
}
