package fr.roubaix.cln.kiosk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import com.vaadin.browserless.ViewPackages;
import org.junit.jupiter.api.Test;

import fr.roubaix.cln.kiosk.sync.CleUsb.Contenu;
import fr.roubaix.cln.kiosk.sync.CleUsb.Export;
import fr.roubaix.cln.kiosk.sync.CleUsb.Import;
import fr.roubaix.cln.kiosk.sync.CleUsb.Refus;
import fr.roubaix.cln.kiosk.sync.CleUsb.Support;

/** Exports to a USB stick, and the answer of the hub back. */
@ViewPackages(packages = {"fr.roubaix.cln.kiosk.agent", "fr.roubaix.cln.kiosk.home", "fr.roubaix.cln.kiosk.session"})
class AgentStickTest extends AgentScreen {

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
                new Export.RienAEcrire(), "Si le hub a été restauré, choisissez « Tout ce que la borne garde »",
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
        cle.lecture = new Import.Lu(7, true, 3, true, Map.of(4, Refus.SIGNATURE, 6, Refus.SIGNATURE));
        click("Lire ce fichier");
        awaitCopy();
        assertThat(cle.lus).containsExactly(Path.of("/media/cle/b.clnreturn"));
        assertThat(words())
                .contains("7 envois de plus sont transmis")
                .contains("bulletin plus récent")
                .contains("adresses plus récentes")
                .contains("2 lignes laissées de côté : le hub ne les a pas signées");
    }

    @Test
    void a_file_that_cannot_be_taken_is_told_with_what_to_do() {
        cle.fichiers = List.of(Path.of("/media/cle/b.clnreturn"));
        plugged();
        Map<Import, String> said = Map.of(
                new Import.PasUnRetour(), "n’est pas une réponse du hub",
                new Import.Illisible(), "Remettez la clé",
                new Import.PasEnrolee(), "n’est pas enrôlée");
        said.forEach((issue, phrase) -> {
            cle.lecture = issue;
            click("Lire ce fichier");
            awaitCopy();
            assertThat(words()).contains(phrase).doesNotContain("!agent");
        });
    }

    @Test
    void every_refusal_of_a_line_has_its_sentence() {
        cle.fichiers = List.of(Path.of("/media/cle/b.clnreturn"));
        plugged();
        for (Refus refus : Refus.values()) {
            cle.lecture = new Import.Lu(0, false, 0, false, Map.of(1, refus));
            click("Lire ce fichier");
            awaitCopy();
            assertThat(words()).contains("1 ligne laissée de côté").doesNotContain("!agent");
        }
    }

    private void plugged() {
        cle.branchees = List.of(FausseCle.CLE);
        signIn();
        click("Exporter ou importer");
        pollUntil(() -> button("Copier sur la clé").isPresent());
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
}
