package fr.roubaix.cln.hub.avis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;

import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.affichage.LieuDAffichage;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.ingest.FaitRecu;
import fr.roubaix.cln.hub.ingest.Kiosks;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.AvisPose;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.SigningKey;

/** Notices: written by the secretariat, told to kiosks, and since when they hang in each place. */
@WithMockUser(username = "maud.v", roles = "SECRETARIAT")
class AvisScreenTest extends HubScreens {

    @Autowired
    private AvisPourLesBornes kiosks;

    @Autowired
    private Kiosks enrolled;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private PlatformTransactionManager transactions;

    private KioskId north;

    @BeforeEach
    void a_kiosk_in_the_north() {
        north = new TransactionTemplate(transactions)
                .execute(_ ->
                        enrolled.enrol(SigningKey.generate().verifyingKey(), Secteur.NORD, "Accueil", clock.instant()))
                .id();
    }

    @Test
    void a_notice_reaches_the_bulletin_and_leaves_it_when_taken_back() {
        long before = changes();
        write("Résultats du tirage", "Ils sont affichés ici.", 20, 30);
        assertThat(text(current())).contains("L’avis est publié", "Résultats du tirage", "pas encore affiché");
        assertThat(kiosks.avis()).singleElement().satisfies(avis -> {
            assertThat(avis.titre()).isEqualTo("Résultats du tirage");
            assertThat(avis.au()).isEqualTo(LocalDate.of(2027, 5, 30));
        });
        assertThat(changes()).isGreaterThan(before);
        click("Retirer des bornes");
        assertThat(kiosks.avis()).isEmpty();
        assertThat(text(open("gestion/avis"))).contains("Retiré des bornes le");
    }

    @Test
    void a_notice_that_is_over_is_told_to_no_kiosk() {
        write("Résultats du tirage", "Ils sont affichés ici.", 20, 21);
        clock.advance(java.time.Duration.ofDays(2));
        assertThat(kiosks.avis()).isEmpty();
    }

    @Test
    void what_is_wrong_is_told_at_its_field_and_nothing_is_published() {
        write("", "x", 20, 30);
        assertThat(field("Titre").getErrorMessage()).contains("Écrivez un titre");
        write("T", "x".repeat(10_000), 20, 30);
        assertThat($(TextArea.class).single().getErrorMessage()).contains("2000 caractères au plus");
        write("T", "x", 30, 20);
        assertThat(date("Au").getErrorMessage()).contains("vient avant le premier");
        write("T", "x", 1, 2);
        assertThat(date("Au").getErrorMessage()).contains("est passé");
        assertThat(count("avis")).isZero();
    }

    @Test
    void what_an_agent_says_at_a_kiosk_is_shown_place_by_place_once_and_the_last_word_holds() {
        write("Résultats du tirage", "Ils sont affichés ici.", 20, 30);
        posted(1, LocalDate.of(2027, 5, 20), true);
        posted(1, LocalDate.of(2027, 5, 20), false);
        open("gestion");
        assertThat(text(open("gestion/avis")))
                .contains("Nord : affiché depuis le 20 mai 2027, dit par m.diallo sur la borne " + north.numero())
                .contains("Hôtel de ville : pas encore affiché");
        posted(1, LocalDate.of(2027, 5, 19), true);
        posted(77, LocalDate.of(2027, 5, 19), true);
        open("gestion");
        assertThat(text(open("gestion/avis"))).contains("Nord : affiché depuis le 19 mai 2027");
        assertThat(count("registre WHERE acte = 'AVIS_AFFICHE' AND objet = 'avis 1' AND auteur = 'système'"))
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    @SuppressWarnings("unchecked") // a select of places
    void the_town_hall_has_no_kiosk_and_the_secretariat_writes_its_day_down() {
        write("Résultats du tirage", "Ils sont affichés ici.", 20, 30);
        click("Noter l’affichage");
        assertThat(choice("Lieu").getErrorMessage()).contains("Choisissez un lieu");
        choice("Lieu").setValue(LieuDAffichage.HOTEL_DE_VILLE);
        date("Affiché depuis le").setValue(LocalDate.of(2027, 5, 21));
        click("Noter l’affichage");
        assertThat(date("Affiché depuis le").getErrorMessage()).contains("pas encore venu");
        date("Affiché depuis le").setValue(LocalDate.of(2027, 5, 20));
        click("Noter l’affichage");
        assertThat(text(current())).contains("Hôtel de ville : affiché depuis le 20 mai 2027, noté ici par maud.v");
    }

    private void write(String title, String text, int from, int to) {
        open("gestion/avis");
        field("Titre").setValue(title);
        $(TextArea.class).single().setValue(text);
        date("Du").setValue(LocalDate.of(2027, 5, from));
        date("Au").setValue(LocalDate.of(2027, 5, to));
        click("Publier sur les bornes");
    }

    private void posted(long notice, LocalDate day, boolean first) {
        var event = new AvisPose(notice, day, new AgentId("m.diallo")).evenement();
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> events.publishEvent(new FaitRecu(
                        north, ChainId.mint(new Random(notice)), 2, event, first, clock.instant(), clock.instant())));
    }

    private long changes() {
        return jdbc.sql("SELECT number FROM bulletin_change").query(Long.class).single();
    }
}
