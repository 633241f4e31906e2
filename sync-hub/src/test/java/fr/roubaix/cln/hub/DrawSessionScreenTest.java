package fr.roubaix.cln.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.IntegerField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.AnnonceDrand;
import fr.roubaix.cln.domaine.tirage.ChaineDrand;
import fr.roubaix.cln.hub.tirage.QualiteDePresence;

/** The screen of the session: the number of throws, the hour of the round of drand, and people who come late. */
@WithMockUser(username = "claire.d", roles = "TIRAGE")
class DrawSessionScreenTest extends HubScreens {

    private static final String DICE = "407291380556213799028815504417";

    @BeforeEach
    void a_confirmed_plan_and_those_who_must_be_there() {
        openCall();
        receive(1, "Diallo", 1990, Secteur.NORD, Parite.FEMMES);
        as("maud.v", "SECRETARIAT", this::acceptAll);
        as("maud.v", "SECRETARIAT", this::closeCall);
        freeze();
        click("Retenir cette lecture");
        both("Proposer ce plan");
        register("Mme Delcourt", QualiteDePresence.CO_PRESIDENT);
        register("M. Amrani", QualiteDePresence.ELU_D_OPPOSITION);
    }

    @Test
    void the_number_of_throws_is_asked_at_the_opening_and_counts_down() {
        assertThat(number("Nombre de lancers").getValue()).isEqualTo(30);
        number("Nombre de lancers").setValue(29);
        click("Proposer d’ouvrir la séance");
        assertThat(number("Nombre de lancers").isInvalid()).isTrue();
        assertThat(number("Nombre de lancers").getErrorMessage()).contains("de 30 à 60 lancers");
        number("Nombre de lancers").setValue(31);
        both("Proposer d’ouvrir la séance");
        dice(DICE);
        assertThat(text(current())).contains("30 chiffres sur 31");
        assertThat(button("Proposer la graine (1 chiffre manque)").isEnabled()).isFalse();
        dice("4");
        assertThat(text(current())).contains("31 chiffres sur 31");
        dice("5");
        assertThat(text(current())).contains("Tous les lancers annoncés à l’ouverture sont entrés");
        assertThat(count("fait_du_tirage WHERE genre = 'DE_LANCE'")).isEqualTo(31);
        both("Proposer la graine (31 chiffres)");
        click("Lancer le tirage");
    }

    @Test
    void the_screen_says_until_when_dice_are_entered_warns_and_asks_for_a_later_round() {
        var round = AnnonceDrand.aPartirDe(ChaineDrand.QUICKNET, clock.instant().plus(Duration.ofMinutes(20)));
        field("Tour drand annoncé").setValue("0123");
        click("Proposer d’ouvrir la séance");
        assertThat(field("Tour drand annoncé").getErrorMessage()).contains("sans zéro devant");
        field("Tour drand annoncé").setValue("1");
        click("Proposer d’ouvrir la séance");
        assertThat(field("Tour drand annoncé").getErrorMessage()).contains("déjà publié");
        field("Tour drand annoncé").setValue(Long.toString(round.tour()));
        assertThat(field("Tour drand annoncé").getHelperText()).contains("Tous les dés doivent être entrés avant");
        both("Proposer d’ouvrir la séance");
        assertThat(text(current())).contains("Tous les dés doivent être entrés avant le", "quicknet " + round.tour());
        dice(DICE.substring(0, 10));
        clock.advance(Duration.ofMinutes(17));
        dice("5");
        assertThat(text(current())).containsPattern("Il reste [23] minutes pour entrer les dés");
        clock.advance(Duration.ofMinutes(4));
        dice("6");
        assertThat(text(current())).contains("plus aucun chiffre ne bouge", "il manque des dés");
        assertThat(count("fait_du_tirage WHERE genre = 'DE_LANCE'")).isEqualTo(11);

        click("Proposer cet autre tour");
        assertThat(field("Nouveau tour drand").getErrorMessage()).contains("Le tour drand est un nombre");
        var later = AnnonceDrand.aPartirDe(ChaineDrand.QUICKNET, clock.instant().plus(Duration.ofMinutes(30)));
        field("Nouveau tour drand").setValue(Long.toString(later.tour()));
        click("Proposer cet autre tour");
        assertThat(field("Motif du changement de tour").getErrorMessage()).contains("Écrivez le motif");
        field("Motif du changement de tour").setValue("Un dé a roulé sous l’estrade.");
        both("Proposer cet autre tour");
        assertThat(text(current())).contains("quicknet " + later.tour());
        dice(DICE.substring(11));
        assertThat(text(current())).contains("Tous les chiffres sont entrés. Relisez-les");
        clock.advance(Duration.ofMinutes(31));
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        assertThat(text(current()))
                .as("the hour passes under the eyes of whoever types nothing")
                .contains("les chiffres valent tels quels", "se note en incident");
        open("gestion/appel");
        assertThat(text(open("gestion/tirage")))
                .contains("les chiffres valent tels quels")
                .doesNotContain("Annoncer un autre tour drand");
    }

    @Test
    void whoever_comes_late_arrives_on_the_list_with_the_hour() {
        both("Proposer d’ouvrir la séance");
        clock.advance(Duration.ofMinutes(12));
        dice("407");
        register("Mme Kaba", QualiteDePresence.HABITANT);
        assertThat(text(current())).containsPattern("Mme Kaba, habitant, arrivée à \\d+ h");
        assertThat($(Button.class).all().stream().map(Button::getText))
                .contains("Noter le départ")
                .doesNotContain("Noter l’arrivée");
        dice("29");
        click("Noter le départ");
        assertThat(text(current())).containsPattern("Mme Delcourt, co-président du CLN, départ à \\d+ h");
        click("Noter l’arrivée");
        assertThat(text(current()))
                .containsPattern("Mme Delcourt, co-président du CLN, départ à \\d+ h.*, arrivée à \\d+ h");
    }

    private IntegerField number(String label) {
        return $(IntegerField.class).all().stream()
                .filter(f -> label.equals(f.getLabel()))
                .findFirst()
                .orElseThrow();
    }
}
