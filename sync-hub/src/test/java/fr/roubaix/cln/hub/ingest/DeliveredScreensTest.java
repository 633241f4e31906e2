package fr.roubaix.cln.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

import fr.roubaix.cln.demo.CandidaturesFictives;
import fr.roubaix.cln.demo.MairieFictive;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.Statut;

/** The screens about what kiosks deliver: what was set aside, bundles, backups and keys. */
class DeliveredScreensTest extends HubScreens {

    @Autowired
    private Kiosks kiosks;

    @Autowired
    private Door door;

    @Autowired
    private Trousseau keys;

    @Autowired
    private Statuts statuts;

    private final MairieFictive fictive = new MairieFictive(SigningKey.generate(), new SecureRandom());

    @Test
    @WithMockUser(username = "ada", roles = "ADMIN")
    void what_was_set_aside_is_listed_explained_and_settled_in_words() {
        var kiosk = setOneAside();
        var page = open("gestion/mises-de-cote");
        assertThat(text(page)).contains("1 envoi attend");
        clickFirstRow();
        assertThat(text(page))
                .contains(
                        "Borne restaurée ou copiée",
                        "Que faire",
                        "éteignez-en un",
                        "Candidature",
                        kiosk.id() + " · Nord");
        click("Marquer comme réglée");
        assertThat($(TextArea.class).single().getErrorMessage()).isEqualTo("Écrivez ce qui a été fait.");
        $(TextArea.class).single().setValue("Reprise au guichet");
        click("Marquer comme réglée");
        assertThat(text(page)).contains("C’est noté", "Rien n’attend", "Réglé par ada", "Reprise au guichet");
        assertThat($(Button.class).all().stream().map(Button::getText)).doesNotContain("Réessayer maintenant");
        assertThat($(Anchor.class).all()).isNotEmpty();
    }

    @Test
    @WithMockUser(username = "ada", roles = "ADMIN")
    void an_envelope_tried_again_says_why_it_still_waits_or_that_it_was_taken() {
        setOneAside();
        var page = open("gestion/mises-de-cote");
        clickFirstRow();
        click("Réessayer maintenant");
        assertThat(text(page)).as("no call was ever opened").contains("Le hub a échoué en le lisant");
        anOpenCall();
        click("Réessayer maintenant");
        assertThat(text(page)).contains("Le hub a pu le prendre cette fois", "Rien n’attend");
        assertThat(count("candidature")).isEqualTo(1);
    }

    @Test
    @WithMockUser(username = "maud.v", roles = "SECRETARIAT")
    void the_secretariat_looks_at_what_was_set_aside_and_changes_nothing() {
        setOneAside();
        var page = open("gestion/mises-de-cote");
        clickFirstRow();
        assertThat(text(page)).contains("Seule l’administration peut agir", "Borne restaurée ou copiée");
        assertThat($(Button.class).all().stream().map(Button::getText))
                .doesNotContain("Réessayer maintenant", "Marquer comme réglée");
        assertThat($(Anchor.class, (Component) page).all()).isEmpty();
    }

    @Test
    @WithMockUser(username = "ada", roles = "ADMIN")
    void a_bundle_is_read_its_faults_are_told_by_line_and_the_return_can_be_taken_away() {
        anOpenCall();
        var kiosk = enrol();
        var lines = batch(kiosk, 3).envelopes();
        var page = open("gestion/bornes");
        upload(
                "nord.clnbundle",
                lines.get(0).text() + "\nn’importe quoi\n" + lines.get(2).text() + "\n");
        assertThat(text(page))
                .contains("tout n’a pas été pris", "1 envoi pris", "1 ligne illisible", "il manque ce qui précède");
        assertThat(count("envelope")).isEqualTo(1);
        upload("nord.clnbundle", lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining()));
        assertThat(text(page)).contains("ses 4 lignes sont reçues", "3 envois pris", "1 envoi déjà reçu");
        assertThat(count("candidature")).isEqualTo(3);
        assertThat(statuts.page(0).page().statuts())
                .as("what a kiosk may tell those who hold a receipt")
                .hasSize(3)
                .allMatch(ligne -> ligne.statut().equals(Statut.RECUE));
        assertThat($(Anchor.class).all().stream()
                        .map(anchor -> anchor.getElement().getAttribute("download")))
                .contains("nord.clnreturn");
    }

    @Test
    @WithMockUser(username = "ada", roles = "ADMIN")
    void a_file_that_is_no_bundle_is_refused_whole_and_leaves_no_trace() {
        var page = open("gestion/bornes");
        var picture = new byte[200_000];
        new Random(7).nextBytes(picture);
        long register = count("registre");
        for (byte[] content : List.of(
                picture,
                "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII),
                "a;b;c\n".repeat(50_000).getBytes(StandardCharsets.US_ASCII),
                new byte[1_000_000])) {
            test($(Upload.class).single()).upload("photo.clnbundle", "application/octet-stream", content);
            assertThat(text(page)).contains("n’est pas celui d’une borne", "rien n’a été pris");
        }
        assertThat(count("registre")).as("seeds 7").isEqualTo(register);
        assertThat($(Anchor.class).all().stream()
                        .map(anchor -> anchor.getElement().getAttribute("download")))
                .doesNotContain("photo.clnreturn");
    }

    @Test
    void what_a_browser_calls_a_file_stands_safely_in_a_header_and_on_a_disk() {
        assertThat(DepotDePaquet.nomDeFichier("a\r\nSet-Cookie: x=\"1\".clnbundle"))
                .isEqualTo("a__Set-Cookie_ x__1_");
        assertThat(DepotDePaquet.nomDeFichier("../../etc/passwd")).isEqualTo("____");
        assertThat(DepotDePaquet.nomDeFichier("Épeule 2.clnbundle")).isEqualTo("Épeule 2");
        assertThat(DepotDePaquet.nomDeFichier(".clnbundle")).isEqualTo("paquet");
        assertThat(DepotDePaquet.nomDeFichier("a".repeat(5_000))).hasSize(80);
    }

    @Test
    @WithMockUser(username = "ada", roles = "ADMIN")
    void a_backup_is_made_verified_and_tells_kiosks_how_far_it_covers_them() {
        anOpenCall();
        var kiosk = enrol();
        var batch = batch(kiosk, 2);
        assertThat(door.receive(kiosk, batch).savedSeq()).isZero();
        var page = open("gestion/sauvegardes");
        click("Sauvegarder maintenant");
        assertThat(text(page))
                .contains("est faite, chiffrée, et vérifiée par une restauration", "Dernière sauvegarde vérifiée");
        assertThat(door.receive(kiosk, batch.chain(), List.of()).savedSeq()).isEqualTo(3);
        assertThat(text(open("gestion"))).doesNotContain("Sauvegarder le hub");
        clock.advance(Duration.ofHours(37));
        open("gestion/bornes");
        assertThat(text(open("gestion"))).as("after two nights without one").contains("Sauvegarder le hub");
    }

    @Test
    @WithMockUser(username = "ada", roles = "ADMIN")
    void keys_change_after_two_questions_and_the_screen_says_what_to_copy() {
        var page = open("gestion/sauvegardes");
        var before = keys.opening().sealingKey();
        click("Changer les clés");
        test($(ConfirmDialog.class).single()).confirm();
        assertThat(keys.opening().sealingKey()).as("one question is not enough").isEqualTo(before);
        test($(ConfirmDialog.class).all().getLast()).confirm();
        assertThat(keys.opening().sealingKey()).isNotEqualTo(before);
        assertThat(text(page)).contains("sont en vigueur. Copiez maintenant", "n’ouvrent que les anciens envois");
    }

    /** A genuine application whose place the hub gave to something else. */
    private Kiosk setOneAside() {
        var kiosk = enrol();
        var batch = batch(kiosk, 2);
        var chain = batch.chain();
        var lines = batch.envelopes();
        door.receive(kiosk, chain, List.of(Arrival.of(kiosk, chain, lines.get(0))));
        jdbc.sql("UPDATE kiosk_chain SET hash = ?").param("ab".repeat(32)).update();
        door.receive(kiosk, chain, List.of(Arrival.of(kiosk, chain, lines.get(1))));
        assertThat(count("quarantine")).isEqualTo(1);
        return kiosk;
    }

    private Kiosk enrol() {
        return kiosks.enrol(fictive.verifyingKey(), Secteur.NORD, "Accueil", START);
    }

    private Batch batch(Kiosk kiosk, int applications) {
        var fiches = new CandidaturesFictives(new Random(7), LocalDate.of(2027, 6, 6)).toutes();
        return fictive.batch(kiosk.id(), keys.opening().sealingKey(), fiches.subList(0, applications), START, START);
    }

    private void anOpenCall() {
        jdbc.sql("""
                INSERT INTO appel (id, titre, ouvre_le, jusqu_au, date_de_reference, tirage_le, lieu, ouvert_le, ouvert_par)
                VALUES ('2027', 'Appel', '2027-05-05', '2027-06-06', '2027-06-06', '2027-06-13', 'Mairie', 1, 'maud.v')
                """).update();
    }

    private void upload(String name, String content) {
        test($(Upload.class).single())
                .upload(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked") // the rows are only clicked
    private void clickFirstRow() {
        Grid<Object> rows = $(Grid.class).single();
        test(rows).clickRow(0);
    }
}
