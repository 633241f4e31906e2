package fr.roubaix.cln.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.ingest.ImportDePaquet;
import fr.roubaix.cln.hub.ingest.Kiosks;
import fr.roubaix.cln.hub.ingest.Trousseau;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.Message.ClotureDeclaree;
import fr.roubaix.cln.sync.Message.EvenementSurvenu;
import fr.roubaix.cln.sync.Message.Nature;
import fr.roubaix.cln.sync.Message.ReouvertureDeclaree;
import fr.roubaix.cln.sync.Signed;

/** The five mairies before the draw, with envelopes that real keys sealed and the real door took. */
class CompletudeScreenTest extends HubScreens {

    @Autowired
    private Kiosks kiosks;

    @Autowired
    private Trousseau keys;

    @Autowired
    private ImportDePaquet door;

    @Autowired
    private TransactionTemplate transaction;

    private RemoteKiosk kiosk;
    private AppelId appel;

    @BeforeEach
    void aKioskThatTookOneApplication() {
        openCall();
        appel = new AppelId(jdbc.sql("SELECT id FROM appel").query(String.class).single());
        kiosk = enrolled("Accueil Nord");
        deliver(kiosk.opening());
        receive(1, "Diallo", 1990, Secteur.NORD, Parite.FEMMES);
    }

    @Test
    @WithMockUser(username = "tirage", roles = "TIRAGE")
    void the_list_is_frozen_only_once_every_mairie_has_closed() {
        assertThat(text(open("gestion/completude"))).contains("L’appel court encore");
        as("maud.v", "SECRETARIAT", this::closeCall);
        as("maud.v", "SECRETARIAT", this::acceptAll);
        assertThat(text(open("gestion/completude")))
                .contains("Une borne n’est pas en règle", "n’a pas encore clôturé", "page agent de la borne");
        assertThat(text(open("gestion/tirage"))).contains("Une mairie n’a pas dit qu’elle ne détient plus rien");
        deliver(kiosk.next(RemoteKiosk.newId(), new ClotureDeclaree(appel, new AgentId("m.diallo"), 3, 0)));
        assertThat(text(open("gestion/completude")))
                .contains("Rien ne manque", "Clôturée par m.diallo", "3 formulaires papier déclarés")
                .contains("Aucune borne de cette mairie");
        assertThat(text(open("gestion/tirage")))
                .as("three forms that nobody entered")
                .contains("papier");
        as("maud.v", "SECRETARIAT", this::explainThePaper);
        freeze();
        assertThat(count("tirage")).isEqualTo(1);
        assertThat(count("fait_du_tirage WHERE contenu LIKE '%\"derogations\":[]%'"))
                .isEqualTo(1);
    }

    @SuppressWarnings("unchecked") // a select of mairies
    private long explainThePaper() {
        open("gestion/appel");
        var mairies = choice("Mairie en écart");
        mairies.setValue(mairies.getListDataView().getItem(0));
        field("Pourquoi les nombres diffèrent").setValue("Trois fiches rendues vides");
        click("Inscrire l’explication");
        return count("registre WHERE acte = 'ECART_DE_FICHES_EXPLIQUE'");
    }

    @Test
    @WithMockUser(username = "tirage", roles = "TIRAGE")
    void an_application_behind_the_closing_or_an_extension_asks_for_another_closing() {
        as("maud.v", "SECRETARIAT", this::closeCall);
        var closing = new ClotureDeclaree(appel, new AgentId("m.diallo"), 0, 0);
        deliver(kiosk.next(RemoteKiosk.newId(), closing));
        deliver(kiosk.candidature(77));
        assertThat(text(open("gestion/completude"))).contains("Une candidature est arrivée après la clôture");
        deliver(kiosk.next(RemoteKiosk.newId(), closing));
        click("Actualiser");
        assertThat(text(current())).contains("Rien ne manque :");
        deliver(kiosk.next(RemoteKiosk.newId(), new ReouvertureDeclaree(appel)));
        click("Actualiser");
        assertThat(text(current())).contains("doit clôturer de nouveau");
    }

    @Test
    @WithMockUser(username = "tirage", roles = "TIRAGE")
    void a_derogation_needs_a_reason_holds_for_what_was_shown_and_stands_with_the_frozen_list() {
        as("maud.v", "SECRETARIAT", this::closeCall);
        as("maud.v", "SECRETARIAT", this::acceptAll);
        open("gestion/completude");
        $(TextArea.class).single().setValue("Panne");
        click("Proposer la dérogation");
        assertThat($(TextArea.class).single().getErrorMessage()).contains("au moins 20 caractères");
        assertThat(count("derogation")).isZero();

        for (String typed : List.of("Terminal détruit\u0001 par l’eau le 3 mai", "x".repeat(2_001))) {
            $(TextArea.class).single().setValue(typed);
            click("Proposer la dérogation");
            assertThat($(TextArea.class).single().getErrorMessage()).contains("sans signe invisible");
            assertThat($(TextArea.class).single().getValue()).isEqualTo(typed);
        }

        $(TextArea.class).single().setValue("Le reçu de Camille DIALLO est le seul du jour.");
        click("Proposer la dérogation");
        assertThat($(TextArea.class).single().getErrorMessage()).contains("désigne une personne candidate");

        $(TextArea.class).single().setValue("Terminal détruit par l’eau ; douze reçus comparés.");
        deliver(kiosk.next(RemoteKiosk.newId(), new EvenementSurvenu(Nature.HORLOGE, "86400 s")));
        click("Proposer la dérogation");
        assertThat(text(current())).contains("Quelque chose est arrivé de cette borne entre-temps");
        assertThat(count("derogation")).isZero();

        $(TextArea.class).single().setValue("Terminal détruit par l’eau ; douze reçus comparés.");
        click("Proposer la dérogation");
        assertThat(text(current())).contains("Dérogation proposée", "n’est pas en règle");
        assertThat(count("derogation")).isZero();
        secondVoice();
        assertThat(text(open("gestion/completude")))
                .contains("avec une dérogation qui figurera", "douze reçus comparés");
        freeze();
        assertThat(text(current()))
                .contains("Liste arrêtée avec une dérogation", "douze reçus comparés", "Motif donné par tirage");
    }

    @Test
    @WithMockUser(username = "tirage", roles = "TIRAGE")
    void a_derogation_can_be_taken_back_and_falls_when_something_arrives() {
        as("maud.v", "SECRETARIAT", this::closeCall);
        grant();
        click("Retirer la dérogation");
        assertThat(text(current())).contains("Dérogation retirée", "Une borne n’est pas en règle");
        grant();
        deliver(kiosk.candidature(79));
        click("Actualiser");
        assertThat(text(current())).contains("Une borne n’est pas en règle");
    }

    @Test
    @WithMockUser(username = "tirage", roles = "TIRAGE")
    void a_kiosk_revoked_during_the_call_counts_and_one_that_joined_after_its_end_does_not() {
        as("maud.v", "SECRETARIAT", this::closeCall);
        transaction.executeWithoutResult(_ -> kiosks.revoke(kiosk.id, clock.instant()));
        clock.advance(Duration.ofHours(1));
        enrolled("Borne d’après");
        assertThat(text(open("gestion/completude")))
                .contains("Révoquée le", "remettez-la en service")
                .doesNotContain("Borne d’après");
    }

    @Test
    @WithMockUser(username = "tirage", roles = "TIRAGE")
    void what_a_kiosk_declares_lost_holds_the_list_back() {
        as("maud.v", "SECRETARIAT", this::closeCall);
        deliver(kiosk.next(RemoteKiosk.newId(), new ClotureDeclaree(appel, new AgentId("m.diallo"), 0, 1)));
        assertThat(text(open("gestion/completude"))).contains("un envoi abîmé", "rappelez les personnes");
    }

    @Test
    @WithMockUser(username = "tirage", roles = "TIRAGE")
    void a_kiosk_enrolled_by_a_clock_that_was_ahead_counts_once_it_delivered_an_application() {
        as("maud.v", "SECRETARIAT", this::closeCall);
        clock.advance(Duration.ofHours(1));
        var late = enrolled("Borne d’un jour d’avance");
        deliver(late.opening());
        assertThat(text(open("gestion/completude"))).doesNotContain("Borne d’un jour d’avance");
        deliver(late.candidature(80));
        click("Actualiser");
        assertThat(text(current())).contains("Borne d’un jour d’avance");
    }

    @Test
    @WithMockUser(username = "pres", roles = "PRESIDENCE")
    void the_presidency_sees_what_is_missing_and_grants_nothing() {
        as("maud.v", "SECRETARIAT", this::closeCall);
        var page = open("gestion/completude");
        assertThat(text(page)).contains("n’a pas encore clôturé");
        assertThat($(Button.class).all())
                .extracting(Button::getText)
                .contains("Actualiser")
                .doesNotContain("Proposer la dérogation");
    }

    private void grant() {
        open("gestion/completude");
        $(TextArea.class).single().setValue("Terminal détruit par l’eau ; douze reçus comparés.");
        click("Proposer la dérogation");
        assertThat(text(current())).contains("Dérogation proposée");
        secondVoice();
        assertThat(text(open("gestion/completude"))).contains("Dérogation accordée par tirage");
    }

    private RemoteKiosk enrolled(String name) {
        var remote = new RemoteKiosk();
        remote.seal = keys.opening().sealingKey();
        remote.id = transaction
                .execute(_ -> kiosks.enrol(remote.key.verifyingKey(), Secteur.NORD, name, clock.instant()))
                .id();
        return remote;
    }

    /** As a bundle on a stick: the same door as the network's. */
    private void deliver(Signed... envelopes) {
        var bundle = Arrays.stream(envelopes).map(Signed::text).collect(Collectors.joining("\n", "", "\n"));
        as("ada", "ADMIN", () -> {
            try {
                var report = door.importer(new ByteArrayInputStream(bundle.getBytes(StandardCharsets.US_ASCII)));
                assertThat(report.comptes()).containsOnlyKeys(fr.roubaix.cln.hub.ingest.RapportDePaquet.Sort.ACCEPTEE);
                return report;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
