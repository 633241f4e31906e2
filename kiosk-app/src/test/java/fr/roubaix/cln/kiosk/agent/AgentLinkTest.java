package fr.roubaix.cln.kiosk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import fr.roubaix.cln.kiosk.StillHub;
import fr.roubaix.cln.kiosk.agent.FileDEnvoi.Ligne;
import fr.roubaix.cln.kiosk.sync.Hub.Fault;
import fr.roubaix.cln.kiosk.sync.JournalIndex.Delivery;
import fr.roubaix.cln.sync.Message.ClotureDeclaree;
import fr.roubaix.cln.sync.Message.EvenementSurvenu;
import fr.roubaix.cln.sync.Message.Nature;

/** What the first screen behind the PIN tells of this terminal and its link, and the list of what waits. */
@ViewPackages(packages = {"fr.roubaix.cln.kiosk.agent", "fr.roubaix.cln.kiosk.home", "fr.roubaix.cln.kiosk.session"})
class AgentLinkTest extends AgentScreen {

    @Test
    void the_terminal_tells_what_one_reads_out_on_the_telephone() {
        signIn();
        assertThat(words())
                .contains("Mairie de quartier Nord")
                .contains("Numéro 3")
                .containsPattern("Disque [0-9,]+ [GM]o libres")
                .containsPattern("Six mots( [a-zà-ÿ]+){6}");
    }

    @Test
    void without_a_folder_of_backups_no_copy_is_offered() {
        signIn();
        assertThat(words()).doesNotContain("Sauvegarde");
        assertThat($(Button.class).withText("Sauvegarder maintenant").all()).isEmpty();
    }

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

    @SuppressWarnings("unchecked") // the only grid of the page
    private List<String> rows() {
        Grid<Ligne> grid = $(Grid.class).single();
        var tester = test(grid);
        return java.util.stream.IntStream.range(0, tester.size())
                .mapToObj(row -> java.util.stream.IntStream.range(0, 3)
                        .mapToObj(column -> tester.getCellText(row, column))
                        .collect(Collectors.joining(" ")))
                .map(AgentScreen::plain)
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
}
