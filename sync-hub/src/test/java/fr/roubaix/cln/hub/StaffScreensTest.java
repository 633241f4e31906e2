package fr.roubaix.cln.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.test.context.support.WithMockUser;
import tools.jackson.databind.node.JsonNodeFactory;

import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.candidature.Deliveries;
import fr.roubaix.cln.hub.candidature.ReceptionDeCandidature;
import fr.roubaix.cln.hub.tirage.QualiteDePresence;

/** Every staff screen: who may open it, what it says when empty, and the way from a call to a procès-verbal. */
class StaffScreensTest extends HubScreens {

    private static final String DES = "407291380556213799028815504417";

    @Test
    @WithMockUser(username = "maud.v", roles = "SECRETARIAT")
    void an_empty_hub_says_what_to_do_first() {
        assertThat(text(open("gestion"))).contains("Aucun appel à candidatures n’est ouvert", "Ouvrir un appel");
        assertThat(text(open("gestion/candidatures"))).contains("Aucun appel à candidatures n’est ouvert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gestion/tirage", "gestion/bornes", "gestion/comptes"})
    @WithMockUser(username = "maud.v", roles = "SECRETARIAT")
    void the_secretariat_does_not_open_the_draw_the_kiosks_nor_the_accounts(String address) {
        assertThat(text(open(address))).contains("Votre compte n’ouvre pas cet écran");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gestion/candidatures", "gestion/appel", "gestion/tirage"})
    @WithMockUser(username = "ada", roles = "ADMIN")
    void an_administrator_opens_no_candidature_call_nor_draw(String address) {
        assertThat(text(open(address))).contains("Votre compte n’ouvre pas cet écran");
    }

    @Test
    @WithMockUser(username = "pres", roles = "PRESIDENCE")
    void the_presidency_sees_the_draw_and_cannot_act() {
        openCall();
        var page = open("gestion/tirage");
        assertThat(text(page)).contains("Seul le rôle Tirage peut agir");
        assertThat($(Button.class, (Component) page).all()).isEmpty();
    }

    @Test
    @WithMockUser(username = "ada", roles = "ADMIN")
    void an_administrator_gets_a_one_time_code_for_a_kiosk_once_a_mairie_is_chosen() {
        var page = open("gestion/bornes");
        assertThat(text(page)).contains("Aucune borne n’est enrôlée");
        click("Créer un code");
        assertThat($(Select.class).single().getErrorMessage()).isEqualTo("Choisissez une mairie.");
        @SuppressWarnings("unchecked") // the only select of this page holds sectors
        Select<Secteur> mairie = $(Select.class).single();
        mairie.setValue(Secteur.NORD);
        click("Créer un code");
        assertThat(text(page)).contains("Borne Nord : ce code expire le 20 mai 2027 à 10 h 15");
    }

    @Test
    @WithMockUser(username = "ada", roles = "ADMIN")
    void accounts_show_each_error_at_its_field() {
        open("gestion/comptes");
        click("Créer le compte");
        assertThat(field("Identifiant").isInvalid()).isTrue();
        field("Identifiant").setValue("Maud V");
        click("Créer le compte");
        assertThat(field("Identifiant").getErrorMessage()).contains("2 à 40 lettres");
    }

    @Test
    @WithMockUser(username = "maud.v", roles = "SECRETARIAT")
    void a_call_with_wrong_dates_is_refused_at_the_fields_and_nothing_is_stored() {
        open("gestion/appel");
        click("Ouvrir l’appel");
        assertThat(date("Ouverture").getErrorMessage()).contains("Écrivez la date d’ouverture");
        date("Ouverture").setValue(LocalDate.of(2027, 6, 1));
        date("Clôture").setValue(LocalDate.of(2027, 5, 25));
        date("Tirage public").setValue(LocalDate.of(2027, 5, 1));
        click("Ouvrir l’appel");
        assertThat(date("Clôture").getErrorMessage()).contains("La clôture vient avant l’ouverture");
        assertThat(date("Tirage public").getErrorMessage()).contains("Le tirage vient avant la clôture");
        date("Clôture").setValue(LocalDate.of(20256, 6, 6));
        click("Ouvrir l’appel");
        assertThat(date("Clôture").getErrorMessage()).contains("Vérifiez l’année");
        assertThat(count("appel")).isZero();
    }

    @Test
    @WithMockUser(username = "maud.v", roles = "SECRETARIAT")
    void a_date_or_an_hour_that_does_not_exist_is_said_at_its_field_and_never_passes_for_none() {
        open("gestion/appel");
        field("Titre").setValue("Appel");
        field("Identifiant de l’appel").setValue("essai-date");
        date("Ouverture").setValue(LocalDate.of(2027, 5, 5));
        date("Clôture").setValue(LocalDate.of(2027, 6, 6));
        date("Tirage public").setValue(LocalDate.of(2027, 6, 13));
        field("Lieu du tirage").setValue("Hôtel de ville");
        typed(date("Âge calculé au"), "31/02/2027");
        typed($(TimePicker.class).single(), "25:99");
        click("Ouvrir l’appel");
        assertThat(date("Âge calculé au").getErrorMessage()).contains("Écrivez une date qui existe");
        assertThat($(TimePicker.class).single().getErrorMessage()).contains("Écrivez une heure");
        assertThat(count("appel")).isZero();
        typed(date("Âge calculé au"), "");
        typed($(TimePicker.class).single(), "");
        click("Ouvrir l’appel");
        assertThat(count("appel")).isEqualTo(1);
    }

    /** What the browser reports when the text of a field is no value. */
    private static void typed(Component field, String text) {
        field.getElement().setProperty("_inputElementValue", text);
        field.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(
                        new DomEvent(field.getElement(), "unparsable-change", JsonNodeFactory.instance.objectNode()));
    }

    @Test
    @WithMockUser(username = "maud.v", roles = "SECRETARIAT")
    void one_call_is_open_at_a_time_and_closing_it_early_needs_a_reason() {
        openCall();
        var page = open("gestion/appel");
        assertThat(text(page)).contains("Prolonger").doesNotContain("Ouvrir l’appel");
        click("Clore l’appel");
        assertThat(text(page))
                .as("said before anybody is asked whether they are sure")
                .contains("Clore l’appel");
        assertThat($(ConfirmDialog.class).exists()).isFalse();
        assertThat(count("appel WHERE clos_le IS NOT NULL")).isZero();
        closeCall();
        assertThat(count("appel WHERE clos_le IS NOT NULL")).isEqualTo(1);
    }

    @Test
    @WithMockUser(username = "maud.v", roles = "SECRETARIAT")
    void late_or_under_age_applications_are_stored_with_an_alert_and_never_decided_in_a_batch() {
        openCall();
        receive(1, "Diallo", 1990, Secteur.NORD, Parite.FEMMES);
        receive(2, "Wattel", 2012, Secteur.EST, Parite.HOMMES);
        assertThat(reception.recevoir(
                        Deliveries.of(3, "Nowak", 1950, Secteur.EST, Parite.HOMMES, START.plus(Duration.ofDays(40)))))
                .isEqualTo(ReceptionDeCandidature.Issue.RECUE);
        var page = open("gestion/candidatures");
        assertThat(text(page)).contains("3 reçues", "2 en alerte");
        selectAll();
        click("Déclarer 3 recevables");
        assertThat(text(page)).contains("1 candidature est déclarée recevable", "moins de 16 ans", "en alerte");
        assertThat(count("candidature WHERE etat = 'RECEVABLE'")).isEqualTo(1);
    }

    @Test
    @WithMockUser(username = "maud.v", roles = "SECRETARIAT")
    void the_panel_says_what_was_checked_what_was_attested_and_offers_what_may_be_decided() {
        openCall();
        receive(1, "Wattel", 2012, Secteur.EST, Parite.HOMMES);
        receive(2, "Diallo", 1990, Secteur.NORD, Parite.FEMMES);
        assertThat(text(openRow(0)))
                .contains("(15 ans)", "attesté par la personne au moment d’envoyer", "Proposer l’irrecevabilité")
                .doesNotContain("Déclarer recevable", "16 ans ou plus");
        assertThat($(ListItem.class).all().stream().map(HubScreens::text))
                .as("checks")
                .noneMatch(said -> said.contains("attesté"));
        assertThat(text(openRow(1)))
                .contains("(37 ans)", "16 ans ou plus", "Déposée pendant l’appel", "Déclarer recevable");
        click("Déclarer recevable");
        assertThat(text(current())).contains("Déclarée recevable par maud.v", "Revenir sur la décision");
        jdbc.sql("UPDATE registre_de_l_appel SET gelee = 1").update();
        assertThat(text(openRow(1)))
                .contains("Déclarée recevable par maud.v")
                .doesNotContain("Revenir sur la décision");
    }

    @SuppressWarnings("unchecked") // the rows of another package are only clicked
    private Main openRow(int row) {
        var page = open("gestion/candidatures");
        Grid<Object> rows = $(Grid.class).single();
        test(rows).clickRow(row);
        return page;
    }

    @Test
    @WithMockUser(username = "maud.v", roles = "SECRETARIAT")
    void the_same_envelope_is_received_once_and_a_taken_code_is_reported() {
        openCall();
        var delivery = Deliveries.of(1, "Diallo", 1990, Secteur.NORD, Parite.FEMMES, clock.instant());
        assertThat(reception.recevoir(delivery)).isEqualTo(ReceptionDeCandidature.Issue.RECUE);
        assertThat(reception.recevoir(delivery)).isEqualTo(ReceptionDeCandidature.Issue.DEJA_RECUE);
        var other = Deliveries.of(2, "Autre", 1990, Secteur.NORD, Parite.FEMMES, clock.instant());
        assertThat(reception.recevoir(new ReceptionDeCandidature.Recue(
                        other.envelope(),
                        delivery.code(),
                        other.fiche(),
                        other.mairie(),
                        other.deposeeLe(),
                        other.recueLe())))
                .isEqualTo(ReceptionDeCandidature.Issue.CODE_DEJA_PRIS);
        assertThat(count("candidature")).isEqualTo(1);
    }

    @Test
    @WithMockUser(username = "maud.v", roles = "SECRETARIAT")
    void names_are_found_without_accents_and_lie_nowhere_in_the_database() {
        openCall();
        receive(1, "Zzyzxé", 1990, Secteur.NORD, Parite.FEMMES);
        receive(2, "Nowak", 1950, Secteur.EST, Parite.HOMMES);
        var page = open("gestion/candidatures");
        field("Nom, code du reçu ou n° d’original").setValue("ZZYZXE");
        assertThat(text(page)).contains("1 affichée sur 2");
        for (byte[] identity :
                jdbc.sql("SELECT identite FROM candidature").query(byte[].class).list()) {
            assertThat(new String(identity, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain("Zzyz", "Abreuvoir");
        }
    }

    @Test
    @WithMockUser(username = "claire.d", roles = "TIRAGE")
    void a_draw_goes_from_the_frozen_list_to_the_proces_verbal_and_each_step_survives_reopening() {
        openCall();
        assertThat(text(open("gestion/tirage"))).contains("L’appel court encore");
        for (int i = 1; i <= 40; i++) {
            receive(
                    i,
                    "Nom",
                    1950 + i,
                    Secteur.parNumero(i % 5 + 1).orElseThrow(),
                    i % 3 == 0 ? Parite.FEMMES : Parite.HOMMES);
        }
        as("maud.v", "SECRETARIAT", () -> closeCall());
        assertThat(text(open("gestion/tirage"))).contains("Des candidatures attendent une décision");
        as("maud.v", "SECRETARIAT", () -> acceptAll());

        freeze();
        String fingerprint = jdbc.sql("SELECT empreinte FROM liste_arretee")
                .query(String.class)
                .single();
        assertThat(text(open("gestion/tirage")).replace(" ", "")).contains(fingerprint);
        assertThat(new String(
                        jdbc.sql("SELECT liste FROM liste_arretee")
                                .query(byte[].class)
                                .single(),
                        java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("id;secteur;sexe;classe;qualite\n")
                .doesNotContain("Nom")
                .hasLineCount(41);

        assertThat($(DescriptionList.Description.class).all().stream().map(HasText::getText))
                .as("reasons, each once")
                .isNotEmpty()
                .doesNotHaveDuplicates();
        click("Retenir cette lecture");
        assertThat(text(open("gestion/tirage"))).contains("Changer de lecture");
        both("Proposer ce plan");
        register("Mme Delcourt", QualiteDePresence.CO_PRESIDENT);
        register("M. Amrani", QualiteDePresence.ELU_D_OPPOSITION);
        both("Proposer d’ouvrir la séance");
        dice("40729138");
        assertThat(button("Proposer la graine (22 chiffres manquent)").isEnabled())
                .isFalse();
        field("Chiffre du dé").setValue("x");
        assertThat(text(current())).contains("Tapez un seul chiffre");
        field("Chiffre du dé").setValue("４");
        assertThat(text(current())).contains("Tapez un seul chiffre");
        dice(DES.substring(8));
        assertThat(text(open("gestion/tirage"))).doesNotContain("Proposer d’annuler l’arrêt");
        both("Proposer la graine (30 chiffres)");
        click("Lancer le tirage");
        both("Proposer la proclamation");
        both("Proposer de clore le procès-verbal");
        assertThat(text(open("gestion/tirage"))).contains("membres tirés au sort", "Procès-verbal (pv.json)");
        assertThat(text(current())).as("every act stays shown").containsPattern("(par claire\\.d.*){8}");
        assertThat(new String(
                        jdbc.sql("SELECT pv FROM pv_du_tirage")
                                .query(byte[].class)
                                .single(),
                        java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("{\n  \"format\": \"cln-pv/1\"")
                .contains(fingerprint, DES);
        assertThat($(Button.class).all().stream().map(Button::getText)).doesNotContain("Lancer le tirage");
    }

    @Test
    @WithMockUser(username = "claire.d", roles = "TIRAGE")
    void both_readings_stand_side_by_side_and_everybody_is_told_whom_the_ceremony_waits_for() {
        openCall();
        for (int i = 1; i <= 12; i++) {
            receive(i, "Nom", 1950 + i * 4, Secteur.NORD, i % 2 == 0 ? Parite.FEMMES : Parite.HOMMES);
        }
        as("maud.v", "SECRETARIAT", () -> acceptAll());
        as("maud.v", "SECRETARIAT", () -> closeCall());
        assertThat(text(open("gestion/tirage"))).contains("À vous.", "/projection/");
        freeze();
        assertThat(text(current()))
                .contains(
                        "Comparer les deux lectures",
                        "Priorité absolue",
                        "Siège réservé",
                        "aucune chance",
                        "Somme des chances : 4 sièges. Contrôle exact réussi.",
                        "encadrées")
                .doesNotContain("Proposer ce plan");
        click("Retenir cette lecture");
        assertThat(text(current())).contains("Lecture retenue", "Siège réservé", "Changer de lecture");
        click("Proposer ce plan");
        assertThat(text(current())).contains("À la présidence.", "« Confirmer le plan de répartition »");
        assertThat($(Button.class).all().stream().map(Button::getText)).doesNotContain("Proposer ce plan");
        as("presidence", "PRESIDENCE", () -> {
            open("gestion/a-confirmer");
            assertThat(text(open("gestion/tirage"))).contains("À vous.", "Relire et répondre");
            return null;
        });
        as("observateur", "OBSERVATEUR", () -> {
            open("gestion");
            assertThat(text(open("gestion/tirage")))
                    .contains("À la présidence.")
                    .doesNotContain("Relire et répondre", "Voir ou retirer");
            return null;
        });
    }

    @Test
    @WithMockUser(username = "claire.d", roles = "TIRAGE")
    void a_freeze_is_annulled_with_a_reason_before_the_dice_and_decisions_resume() {
        openCall();
        receive(1, "Diallo", 1990, Secteur.NORD, Parite.FEMMES);
        receive(2, "Wattel", 1980, Secteur.NORD, Parite.SANS_PREFERENCE);
        as("maud.v", "SECRETARIAT", () -> acceptAll());
        as("maud.v", "SECRETARIAT", () -> closeCall());
        freeze();
        assertThat(text(current())).contains("sans préférence", "Centre 0, Est 0, Nord 1, Ouest 0, Sud 0");
        click("Proposer d’annuler l’arrêt");
        assertThat(field("Motif").getErrorMessage()).contains("Écrivez le motif");
        field("Motif").setValue("Une erreur de secteur");
        both("Proposer d’annuler l’arrêt");
        assertThat(text(current())).contains("La liste peut être arrêtée");
        assertThat(count("fait_du_tirage WHERE genre = 'ARRET_ANNULE'")).isEqualTo(1);
        assertThat(count("registre_de_l_appel WHERE gelee = 1")).isZero();
    }

    @Test
    @WithMockUser(username = "claire.d", roles = "TIRAGE")
    void a_call_opens_once_the_former_one_is_drawn_and_that_draw_stays_within_reach() {
        openCall();
        receive(1, "Diallo", 1990, Secteur.NORD, Parite.FEMMES);
        as("maud.v", "SECRETARIAT", () -> closeCall());
        openCall();
        assertThat(text(current())).contains("Le tirage de l’appel précédent n’a pas encore eu lieu");
        as("maud.v", "SECRETARIAT", () -> acceptAll());
        freeze();
        openCall();
        assertThat(text(current())).contains("Le tirage de l’appel précédent n’a pas encore eu lieu");
        open("gestion/tirage");
        draw(DES);
        assertThat(count("appel")).isEqualTo(1);
        openCall();
        assertThat(count("appel")).isEqualTo(2);

        var page = open("gestion/tirage");
        assertThat(text(page)).doesNotContain("Procès-verbal (pv.json)");
        chooseLast($(Select.class).single());
        assertThat(text(page)).contains("Tirage effectué", "Procès-verbal (pv.json)", "Liste (CSV)");
    }

    @Test
    @WithMockUser(username = "maud.v", roles = "SECRETARIAT")
    void a_closed_call_with_nobody_to_draw_does_not_stop_the_next_one() {
        openCall();
        closeCall();
        openCall();
        assertThat(count("appel")).isEqualTo(2);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the calls are only chosen
    private static void chooseLast(Select choice) {
        choice.setValue(choice.getListDataView().getItems().toList().getLast());
    }

    @Test
    @WithMockUser(username = "claire.d", roles = "TIRAGE")
    void what_someone_else_changed_stops_the_act_and_is_shown() {
        openCall();
        receive(1, "Diallo", 1990, Secteur.NORD, Parite.FEMMES);
        as("maud.v", "SECRETARIAT", () -> acceptAll());
        as("maud.v", "SECRETARIAT", () -> closeCall());
        freeze();
        openSession();
        jdbc.sql("""
                INSERT INTO fait_du_tirage (tirage, numero, genre, contenu, le, par)
                SELECT tirage, max(numero) + 1, 'DE_LANCE', '{"chiffre":7,"lanceur":4}', max(le), 'autre.poste'
                FROM fait_du_tirage GROUP BY tirage""").update();
        dice("4");
        assertThat(text(current())).contains("Quelqu’un d’autre a agi sur cette étape");
        assertThat(count("fait_du_tirage WHERE genre = 'DE_LANCE'")).isEqualTo(1);
        dice("4");
        assertThat(count("fait_du_tirage WHERE genre = 'DE_LANCE'")).isEqualTo(2);
    }
}
