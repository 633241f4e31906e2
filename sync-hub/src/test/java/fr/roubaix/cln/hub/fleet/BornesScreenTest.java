package fr.roubaix.cln.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.fleet.Flotte.Fiche;
import fr.roubaix.cln.hub.ingest.Kiosks;
import fr.roubaix.cln.sync.Etat;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.SigningKey;

/** The kiosks as an administrator sees them, and each act on them. */
@WithMockUser(username = "ada", roles = "ADMIN")
class BornesScreenTest extends HubScreens {

    private static final long BEAUCOUP = 50_000_000_000L;

    @Autowired
    private Kiosks kiosks;

    @Autowired
    private TransactionTemplate transaction;

    private KioskId nord;
    private KioskId sud;

    @BeforeEach
    void twoKiosks() {
        nord = enrolled(Secteur.NORD, "Accueil Nord");
        sud = enrolled(Secteur.SUD, "Accueil Sud");
    }

    @Test
    void the_panel_tells_all_that_a_kiosk_said_of_itself_in_words() {
        hear(nord, 3, BEAUCOUP, Duration.ofMinutes(1).plusSeconds(40));
        hear(sud, 0, BEAUCOUP, Duration.ofSeconds(-20));
        assertThat(text(open("gestion/bornes"))).contains("2 bornes en service").doesNotContain("en alerte");
        select(nord);
        assertThat(text(current()))
                .contains("Borne n° " + nord + " · mairie Nord", "3 en attente", "avance de 1 min")
                .contains("50,0 Go libres", "imprimante : prête", "2.0-essai", "Cette borne n’a rien signalé");
        select(sud);
        assertThat(text(current())).contains("à l’heure", "rien en attente").doesNotContain("avance de");
    }

    @Test
    void an_address_leads_to_a_kiosk_and_one_that_leads_nowhere_shows_them_all() {
        assertThat(text(follow(Integer.toString(sud.numero())))).contains("mairie Sud");
        assertThat(text(follow("999"))).doesNotContain("Révoquer la borne");
        assertThat(text(follow("zzz"))).doesNotContain("Révoquer la borne");
    }

    @Test
    void each_alarm_says_what_is_wrong_and_what_to_do() {
        hear(nord, 0, 900_000_000L, Duration.ofMinutes(-3));
        jdbc.sql("UPDATE kiosk SET forged = 2, forged_at = ? WHERE number = ?")
                .params(clock.millis(), nord.numero())
                .update();
        open("gestion/bornes");
        select(nord);
        assertThat(text(current()))
                .contains("retard de 3 min. Réglez l’heure", "0,9 Go libres. Faites de la place")
                .contains("2 envois venus en son nom sans sa signature");
        assertThat(text(dashboard())).contains("Regarder 1 borne en alerte");
        clock.advance(Duration.ofDays(8));
        open("gestion/bornes");
        select(nord);
        assertThat(text(current())).as("after a week").doesNotContain("sans sa signature");
    }

    @Test
    void silence_is_an_alarm_during_a_call_only_and_only_beyond_the_setting() {
        hear(nord, 0, BEAUCOUP, Duration.ZERO);
        clock.advance(Duration.ofHours(2));
        hear(sud, 0, BEAUCOUP, Duration.ZERO);
        assertThat(text(dashboard())).doesNotContain("silencieuse");
        openCall();
        assertThat(text(dashboard())).contains("sa borne est silencieuse");
        open("gestion/bornes");
        select(nord);
        assertThat(text(current())).contains("Silencieuse depuis 2 h");
        clock.advance(Duration.ofMinutes(59));
        hear(sud, 0, BEAUCOUP, Duration.ZERO);
        assertThat(text(dashboard())).contains("sa borne est silencieuse");
        hear(nord, 0, BEAUCOUP, Duration.ZERO);
        clock.advance(Duration.ofMinutes(59));
        assertThat(text(dashboard())).as("59 minutes").doesNotContain("silencieuse");
        hear(sud, 0, BEAUCOUP, Duration.ZERO);
        clock.advance(Duration.ofMinutes(2));
        assertThat(text(dashboard())).as("61 minutes").contains("sa borne est silencieuse");
        as("maud.v", "SECRETARIAT", this::closeCall);
        assertThat(text(dashboard())).doesNotContain("silencieuse");
    }

    @Test
    void what_has_waited_for_too_long_is_an_alarm_until_it_is_sent() {
        hear(nord, 2, BEAUCOUP, Duration.ZERO);
        clock.advance(Duration.ofMinutes(61));
        hear(nord, 5, BEAUCOUP, Duration.ZERO);
        open("gestion/bornes");
        select(nord);
        assertThat(text(current())).contains("Des envois attendent depuis 1 h");
        hear(nord, 0, BEAUCOUP, Duration.ZERO);
        click("Actualiser");
        assertThat(text(current())).doesNotContain("Des envois attendent");
    }

    @Test
    void a_kiosk_is_renamed_and_a_bad_name_is_said_at_the_field() {
        open("gestion/bornes");
        select(nord);
        field("Nom de la borne").setValue(" ");
        click("Renommer");
        assertThat(field("Nom de la borne").getErrorMessage()).contains("60 caractères");
        field("Nom de la borne").setValue("x".repeat(61));
        click("Renommer");
        assertThat(field("Nom de la borne").isInvalid()).isTrue();
        field("Nom de la borne").setValue(" Hall d’entrée ");
        click("Renommer");
        assertThat(text(current())).contains("La borne s’appelle désormais Hall d’entrée");
        assertThat(kiosks.byId(nord).orElseThrow().name()).isEqualTo("Hall d’entrée");
    }

    @Test
    void a_kiosk_is_revoked_with_a_reason_that_is_kept_and_can_be_let_in_again() {
        hear(nord, 4, BEAUCOUP, Duration.ZERO);
        open("gestion/bornes");
        select(nord);
        click("Révoquer");
        assertThat($(TextArea.class).single().getErrorMessage()).contains("au moins 10 caractères");
        $(TextArea.class).single().setValue("Volée dans la nuit du 19 mai");
        click("Révoquer");
        assertThat(kiosks.byId(nord).orElseThrow().revoked())
                .as("before the confirmation")
                .isFalse();
        assertThat($(ConfirmDialog.class).single().getElement().getProperty("message"))
                .contains("Le hub refusera tout envoi de Accueil Nord", "4 envois y attendaient");
        confirm();
        assertThat(kiosks.byId(nord).orElseThrow().revoked()).isTrue();
        assertThat(text(current()))
                .contains("Accueil Nord est révoquée", "par ada : Volée dans la nuit du 19 mai")
                .doesNotContain("Révoquer la borne");
        click("Créer un code pour cette borne");
        assertThat(text(current())).contains("Remettre en service", "comparez les six mots");
        assertThat(count("enrolment_code WHERE borne = " + nord.numero())).isEqualTo(1);
    }

    @Test
    @SuppressWarnings("unchecked") // the only choice of this page
    void a_number_that_the_hub_has_forgotten_is_given_back_and_one_that_is_taken_is_not() {
        open("gestion/bornes");
        $(Select.class).single().setValue(Secteur.NORD);
        for (String wrong : List.of("0", "65536", "sept", "123456")) {
            field("Numéro perdu").setValue(wrong);
            click("Créer un code");
            assertThat(field("Numéro perdu").getErrorMessage()).as(wrong).contains("de 1 à 65535");
        }
        field("Numéro perdu").setValue(Integer.toString(nord.numero()));
        click("Créer un code");
        assertThat(field("Numéro perdu").getErrorMessage()).contains("Une borne a déjà ce numéro");
        assertThat(count("enrolment_code")).isZero();
        field("Numéro perdu").setValue(" 700 ");
        click("Créer un code");
        assertThat(field("Numéro perdu").isInvalid()).isFalse();
        assertThat(text(current())).contains("Borne Nord (n° 700) : ce code expire");
        assertThat(count("enrolment_code WHERE numero = 700 AND mairie = 'NORD'"))
                .isEqualTo(1);
    }

    @Test
    void a_revoked_kiosk_alarms_nobody() {
        hear(nord, 0, 1, Duration.ofHours(5));
        assertThat(text(dashboard())).contains("Regarder 1 borne en alerte");
        transaction.executeWithoutResult(_ -> kiosks.revoke(nord, clock.instant()));
        assertThat(text(dashboard())).doesNotContain("en alerte");
        assertThat(text(open("gestion/bornes"))).contains("1 révoquée");
    }

    @Test
    void closing_the_panel_leaves_the_list() {
        open("gestion/bornes");
        select(nord);
        $(Button.class).all().stream()
                .filter(b -> "Fermer".equals(b.getAriaLabel().orElse("")))
                .findFirst()
                .orElseThrow()
                .click();
        assertThat(text(current())).doesNotContain("Révoquer la borne");
    }

    /** As somebody who comes from elsewhere: the dashboard that is already shown stays as it is. */
    private Main dashboard() {
        open("gestion/agents");
        return open("gestion");
    }

    private Main follow(String kiosk) {
        UI.getCurrent().navigate("gestion/bornes", QueryParameters.of("borne", kiosk));
        return current();
    }

    private KioskId enrolled(Secteur mairie, String name) {
        return transaction
                .execute(_ -> kiosks.enrol(SigningKey.generate().verifyingKey(), mairie, name, clock.instant()))
                .id();
    }

    private void hear(KioskId kiosk, long queue, long disk, Duration ahead) {
        var etat = new Etat(
                queue,
                disk,
                List.of(new Etat.Device("imprimante", "prête")),
                "2.0-essai",
                clock.instant().plus(ahead));
        transaction.executeWithoutResult(_ -> kiosks.heard(kiosk, etat, clock.instant()));
    }

    @SuppressWarnings("unchecked") // the only grid of this page
    private void select(KioskId kiosk) {
        Grid<Fiche> grid = $(Grid.class).single();
        grid.asSingleSelect()
                .setValue(grid.getListDataView()
                        .getItems()
                        .filter(fiche -> fiche.borne().id().equals(kiosk))
                        .findFirst()
                        .orElseThrow());
    }
}
