package fr.roubaix.cln.kiosk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.browserless.mocks.MockHttpSession;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.kiosk.StillHub;
import fr.roubaix.cln.kiosk.agent.FileDEnvoi.Ligne;
import fr.roubaix.cln.kiosk.sync.CleUsb.Contenu;
import fr.roubaix.cln.kiosk.sync.CleUsb.Export;
import fr.roubaix.cln.kiosk.sync.CleUsb.Import;
import fr.roubaix.cln.kiosk.sync.CleUsb.Refus;
import fr.roubaix.cln.kiosk.sync.CleUsb.Support;
import fr.roubaix.cln.kiosk.sync.Hub.Fault;
import fr.roubaix.cln.kiosk.sync.Journal;
import fr.roubaix.cln.kiosk.sync.JournalIndex.Delivery;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Message.ClotureDeclaree;
import fr.roubaix.cln.sync.Message.EvenementSurvenu;
import fr.roubaix.cln.sync.Message.Nature;
import fr.roubaix.cln.sync.Message.ReouvertureDeclaree;
import fr.roubaix.cln.testkit.time.HandClock;

@ContextConfiguration(classes = BorneDAgent.class)
@ViewPackages(packages = {"fr.roubaix.cln.kiosk.agent", "fr.roubaix.cln.kiosk.home", "fr.roubaix.cln.kiosk.session"})
class AgentViewTest extends SpringBrowserlessTest {

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("cln.kiosk.dossier", folder::toString);
    }

    @Autowired
    private StillHub hub;

    @Autowired
    private HandClock clock;

    @Autowired
    private FausseCle cle;

    @Autowired
    private Journal journal;

    @Autowired
    private java.util.function.Supplier<EnvelopeId> ids;

    @Autowired
    private JdbcClient jdbc;

    private MockHttpSession visit;

    @BeforeEach
    void a_kiosk_whose_bulletin_names_three_agents() {
        visit = (MockHttpSession)
                ((WrappedHttpSession) VaadinSession.getCurrent().getSession()).getHttpSession();
        clock.back();
        hub.enrolled = true;
        hub.heard = true;
        hub.connected = true;
        hub.fault = Optional.empty();
        hub.nextAttempt = Optional.empty();
        hub.lastContact = Optional.of(Instant.parse("2025-06-10T07:59:00Z"));
        hub.clockOffset = Duration.ZERO;
        hub.waiting = 0;
        hub.agents = List.of(Agents.MARIAM, Agents.VOLANT, Agents.DU_SUD);
        hub.calls = List.of(new AppelPublie(StillHub.APPEL, true));
        cle.branchees = List.of();
        cle.fichiers = List.of();
        cle.fini = new CountDownLatch(0);
        cle.repond = new CountDownLatch(0);
        cle.exportes.clear();
        cle.lus.clear();
        jdbc.sql("DELETE FROM cloture").update();
        jdbc.sql("DELETE FROM reouverture").update();
        jdbc.sql("DELETE FROM inscription").update();
        jdbc.sql("DELETE FROM envelope").update();
        jdbc.sql("DELETE FROM chain").update();
        navigate(AgentView.class);
    }

    // Who are you

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

    // How a visit ends

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

    @Test
    void the_terminal_tells_what_one_reads_out_on_the_telephone() {
        signIn();
        assertThat(words())
                .contains("Mairie de quartier Nord")
                .contains("Numéro 3")
                .containsPattern("Disque [0-9,]+ [GM]o libres")
                .containsPattern("Six mots( [a-zà-ÿ]+){6}");
    }

    // The link

    @Test
    void a_good_link_is_said_in_words() {
        signIn();
        assertThat(words())
                .contains("Connectée")
                .contains("Dernier contact 10 juin 2025 à 9 h 59")
                .contains("Heure de la borne juste")
                .doesNotContain("Prochain essai");
    }

    @Test
    void offline_says_since_when_and_when_it_tries_again() {
        hub.connected = false;
        hub.fault = Optional.of(Fault.UNREACHABLE);
        hub.nextAttempt = Optional.of(Instant.parse("2025-06-10T08:04:10Z"));
        hub.clockOffset = Duration.ofMinutes(-12);
        signIn();
        assertThat(words())
                .contains("Hors ligne depuis 10 juin 2025 à 9 h 59")
                .contains("Prochain essai à 10 h 04")
                .contains("Le hub ne répond pas. Vous pouvez continuer")
                .contains("en avance de 12 minutes sur le hub")
                .contains("L’heure de cette borne est fausse");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void every_fault_says_what_to_do(Fault fault) {
        hub.connected = false;
        hub.fault = Optional.of(fault);
        signIn();
        assertThat(words()).doesNotContain("!agent").containsPattern("(?i)appelez|prévenez|vérifiez|secrétariat");
    }

    @Test
    void sending_now_forgets_the_wait() {
        jdbc.sql("UPDATE link SET attempts = 4, next_attempt_at = 99999999999999")
                .update();
        signIn();
        click("Envoyer maintenant");
        assertThat(jdbc.sql("SELECT next_attempt_at FROM link")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(words()).contains("C’est demandé");
    }

    @Test
    void a_disk_that_refuses_to_write_is_told_and_the_page_goes_on() {
        signIn();
        jdbc.sql("ALTER TABLE link RENAME TO away").update();
        try {
            click("Envoyer maintenant");
        } finally {
            jdbc.sql("ALTER TABLE away RENAME TO link").update();
        }
        assertThat(words()).contains("n’arrive pas à écrire sur son disque");
        assertThat(visit.isValid()).isTrue();
    }

    // The queue

    @Test
    void the_queue_is_counted_and_listed_without_anything_about_a_person() {
        journal.note(ids.get(), new EvenementSurvenu(Nature.HORLOGE, "saut 12"));
        jdbc.sql("UPDATE inscription SET delivery = 'REFUSED' WHERE kind = 'EVENEMENT'")
                .update();
        signIn();
        assertThat(words()).contains("1 à transmettre").contains("0 transmise").contains("1 mise de côté au hub");
        click("Voir la liste");
        assertThat(rows())
                .containsExactly("— Événement technique 10 juin à 10 h", "— Ouverture du journal 10 juin à 10 h");
        journal.note(ids.get(), new EvenementSurvenu(Nature.DISQUE, "presque plein"));
        poll();
        assertThat(rows()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(Delivery.class)
    void sent_is_said_of_what_the_hub_has_signed_for_and_of_nothing_else(Delivery delivery) {
        journal.note(ids.get(), new ClotureDeclaree(StillHub.APPEL.id(), Agents.MARIAM.id(), 1, 0));
        jdbc.sql("UPDATE inscription SET delivery = ?").param(delivery.name()).update();
        boolean sent = delivery == Delivery.DELIVERED;
        signIn();
        // The count of what is sent is shown in every state: it must be a zero.
        assertThat(words().contains("0 transmise")).isEqualTo(!sent);
        click("Voir la liste");
        assertThat(states()).hasSize(2).allMatch(state -> state.contains("Transmise") == sent);
        click("Retour");
        click("Voir la clôture");
        assertThat(words().contains("Clôture transmise")).isEqualTo(sent);
    }

    // The stick

    @Test
    void without_a_stick_the_page_asks_for_one_and_sees_it_come() {
        signIn();
        click("Exporter ou importer");
        pollUntil(() -> words().contains("Branchez une clé"));
        assertThat(button("Copier sur la clé")).isEmpty();
        cle.branchees = List.of(FausseCle.CLE);
        pollUntil(() -> button("Copier sur la clé").isPresent());
        cle.branchees = List.of();
        pollUntil(() -> button("Copier sur la clé").isEmpty());
    }

    @Test
    void a_stick_that_hangs_is_told_and_holds_no_screen() {
        plugged();
        cle.repond = new CountDownLatch(1);
        pollUntil(() -> words().contains("Une clé ne répond plus"));
        assertThat(button("Copier sur la clé")).isEmpty();
        click("Retour");
        assertThat(title()).isEqualTo("Page de l’agent");
        click("Exporter ou importer");
        assertThat(words()).contains("La borne cherche les clés");
        cle.repond.countDown();
        pollUntil(() -> button("Copier sur la clé").isPresent());
        assertThat(words()).doesNotContain("ne répond plus");
    }

    @Test
    void a_copy_that_never_ends_is_given_up_and_says_what_to_do() {
        var copies = new Copies(cle, task -> Thread.ofPlatform().daemon().start(task), Duration.ofMillis(20));
        cle.fini = new CountDownLatch(1);
        assertThat(copies.exporter(FausseCle.CLE, Contenu.TOUT))
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .withRootCauseInstanceOf(java.util.concurrent.TimeoutException.class);
        cle.fini.countDown();
    }

    @Test
    void a_write_protected_stick_says_so_where_one_chooses() {
        cle.branchees = List.of(new Support(Path.of("/media/cle"), "CLE-NORD", 1, true));
        signIn();
        click("Exporter ou importer");
        pollUntil(() -> button("Copier sur la clé").isPresent());
        var choice = $(com.vaadin.flow.component.radiobutton.RadioButtonGroup.class)
                .all()
                .getFirst();
        assertThat(read(choice.getElement())).contains("CLE-NORD (protégée");
    }

    @Test
    void a_copy_says_which_file_and_how_many() {
        plugged();
        cle.export = new Export.Ecrit(Path.of("/media/cle/borne-3.clnbundle"), 12);
        export();
        assertThat(words()).contains("Le fichier borne-3.clnbundle est sur la clé : 12 envois");
        assertThat(cle.exportes).containsExactly(Contenu.EN_ATTENTE);
    }

    @Test
    void while_a_copy_goes_on_a_second_touch_starts_nothing() {
        plugged();
        cle.fini = new CountDownLatch(1);
        click("Copier sur la clé");
        assertThat(words()).contains("Ne retirez pas la clé");
        assertThat(button("Copier sur la clé").orElseThrow().isEnabled()).isFalse();
        cle.fini.countDown();
        awaitCopy();
        assertThat(cle.exportes).hasSize(1);
        assertThat(button("Copier sur la clé").orElseThrow().isEnabled()).isTrue();
    }

    @Test
    void every_refusal_of_a_stick_says_what_to_do() {
        plugged();
        Map<Export, String> said = Map.of(
                new Export.RienAEcrire(), "tout est déjà transmis",
                new Export.SupportPlein(2_000_000), "il faut 2 Mo libres",
                new Export.LectureSeule(), "Enlevez sa protection",
                new Export.SupportRetire(), "Remettez-la",
                new Export.RelectureDifferente(), "la clé est usée",
                new Export.JournalIllisible(), "Appelez le secrétariat");
        said.forEach((issue, phrase) -> {
            cle.export = issue;
            export();
            assertThat(words()).contains(phrase).doesNotContain("!agent");
        });
    }

    @Test
    void the_answer_of_the_hub_is_read_and_told() {
        cle.fichiers = List.of(Path.of("/media/cle/b.clnreturn"), Path.of("/media/cle/a.clnreturn"));
        plugged();
        cle.lecture = new Import.Lu(7, true, 3, Map.of(4, Refus.SIGNATURE, 6, Refus.SIGNATURE));
        click("Lire ce fichier");
        awaitCopy();
        assertThat(cle.lus).containsExactly(Path.of("/media/cle/b.clnreturn"));
        assertThat(words())
                .contains("7 envois de plus sont transmis")
                .contains("bulletin plus récent")
                .contains("2 lignes laissées de côté : le hub ne les a pas signées");
    }

    @Test
    void every_refusal_of_a_line_has_its_sentence() {
        cle.fichiers = List.of(Path.of("/media/cle/b.clnreturn"));
        plugged();
        for (Refus refus : Refus.values()) {
            cle.lecture = new Import.Lu(0, false, 0, Map.of(1, refus));
            click("Lire ce fichier");
            awaitCopy();
            assertThat(words()).contains("1 ligne laissée de côté").doesNotContain("!agent");
        }
    }

    // Closing

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

    private void signIn() {
        choose("Mariam Diallo");
        type(Agents.PIN);
    }

    private void choose(String name) {
        test($(NativeButton.class).all().stream()
                        .filter(b -> b.hasClassName("agent__nom") && text(b).equals(name))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private void type(String pin) {
        test($(PasswordField.class).single()).setValue(pin);
        click("Ouvrir");
        judged();
    }

    private void judged() {
        pollUntil(() -> button("Ouvrir").filter(open -> !open.isEnabled()).isEmpty());
    }

    private void forgive() {
        type(Agents.PIN);
        assertThat(locks()).isZero();
    }

    private int locks() {
        return jdbc.sql("SELECT count(*) FROM agent_lock").query(Integer.class).single();
    }

    private void plugged() {
        cle.branchees = List.of(FausseCle.CLE);
        signIn();
        click("Exporter ou importer");
        pollUntil(() -> button("Copier sur la clé").isPresent());
    }

    private void pollUntil(java.util.concurrent.Callable<Boolean> seen) {
        org.awaitility.Awaitility.await().pollInSameThread().until(() -> {
            poll();
            return seen.call();
        });
    }

    private void export() {
        click("Copier sur la clé");
        awaitCopy();
    }

    private void awaitCopy() {
        org.awaitility.Awaitility.await().pollInSameThread().until(() -> {
            poll();
            return !words().contains("Ne retirez pas la clé");
        });
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

    @SuppressWarnings("unchecked") // the only grid of the page
    private List<String> rows() {
        Grid<Ligne> grid = $(Grid.class).single();
        var tester = test(grid);
        return java.util.stream.IntStream.range(0, tester.size())
                .mapToObj(row -> java.util.stream.IntStream.range(0, 3)
                        .mapToObj(column -> tester.getCellText(row, column))
                        .collect(Collectors.joining(" ")))
                .map(AgentViewTest::plain)
                .toList();
    }

    @SuppressWarnings("unchecked") // the only grid of the page
    private List<String> states() {
        Grid<Ligne> grid = $(Grid.class).single();
        var tester = test(grid);
        return java.util.stream.IntStream.range(0, tester.size())
                .mapToObj(row -> read(tester.getCellComponent(row, 3).getElement()))
                .toList();
    }

    private void click(String label) {
        test($(Button.class).withText(label).single()).click();
    }

    private Optional<Button> button(String label) {
        return $(Button.class).withText(label).all().stream().findFirst();
    }

    private void poll() {
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
    }

    private String title() {
        return plain($(H1.class).single().getText());
    }

    private List<String> names() {
        return $(NativeButton.class).all().stream()
                .filter(b -> b.hasClassName("agent__nom"))
                .map(AgentViewTest::text)
                .toList();
    }

    /** Everything that can be read on the agent's screen. */
    private String words() {
        return plain(read(((Component) getCurrentView()).getElement()));
    }

    private static String read(Element element) {
        if (element.isTextNode()) {
            return element.getText();
        }
        return element.isVisible()
                ? element.getChildren().map(AgentViewTest::read).collect(Collectors.joining(" "))
                : "";
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively().strip();
    }
}
