package fr.roubaix.cln.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.appel.AppelEnCours;
import fr.roubaix.cln.hub.candidature.ReceptionDeCandidature;
import fr.roubaix.cln.hub.privacy.PhraseDePasse;
import fr.roubaix.cln.hub.privacy.TrousseauFile;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.sync.SigningKey;

class EnveloppesDeDemonstrationTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ZoneOffset.UTC);

    private static final Appel APPEL = new Appel(
            new AppelId("2027"),
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2026, 12, 15),
            null,
            LocalDate.of(2027, 1, 1),
            LocalDate.of(2027, 1, 20),
            "Hôtel de ville");

    @TempDir
    private Path folder;

    private Database database;
    private JdbcClient jdbc;

    private boolean clos;

    /** How many applications the hub takes before it is stopped. */
    private int left = Integer.MAX_VALUE;

    @BeforeEach
    void open() {
        database = Database.sqlite(folder.resolve("hub.db"));
        database.migrate("db/migration");
        jdbc = JdbcClient.create(database.dataSource());
        jdbc.sql("CREATE TABLE recue (id TEXT NOT NULL PRIMARY KEY)").update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_hub_stopped_in_the_middle_holds_nothing_and_its_next_start_brings_all_of_them_once() {
        left = 70;
        assertThatThrownBy(this::start).hasMessage("stopped");
        assertThat(received()).isZero();
        assertThat(kiosks().all()).isEmpty();
        left = Integer.MAX_VALUE;
        start();
        start();
        assertThat(received()).isEqualTo(120);
        assertThat(kiosks().all()).hasSize(Secteur.values().length);
    }

    @Test
    void a_terminal_enrolled_before_the_first_complete_start_changes_nothing() {
        kiosks().enrol(SigningKey.generate().verifyingKey(), Secteur.NORD, "Accueil", CLOCK.instant());
        start();
        assertThat(received()).isEqualTo(120);
    }

    @Test
    void fictitious_kiosks_close_a_closed_call_once_and_go_on_after_a_restart() {
        start().live();
        assertThat(last()).containsOnly("CANDIDATURE");
        clos = true;
        start().live();
        start().live();
        assertThat(last()).containsOnly("CLOTURE");
        assertThat(declarations()).isEqualTo(5);
        clos = false;
        start().live();
        clos = true;
        start().live();
        assertThat(last()).containsOnly("CLOTURE");
        assertThat(declarations()).isEqualTo(15);
        assertThat(kiosks().all()).allMatch(kiosk -> kiosk.report().isPresent());
    }

    @Test
    void fictitious_kiosks_that_staff_rename_live_on_and_nothing_is_delivered_again() {
        start();
        kiosks().all().forEach(kiosk -> kiosks().rename(kiosk.id(), "Accueil " + kiosk.id()));
        jdbc.sql("UPDATE kiosk SET last_contact_at = NULL").update();
        start().live();
        assertThat(kiosks().all())
                .hasSize(Secteur.values().length)
                .allMatch(kiosk -> kiosk.report().isPresent());
        assertThat(received()).isEqualTo(120);
    }

    @Test
    void a_demonstration_whose_fictitious_keys_are_lost_goes_on_with_new_ones() throws Exception {
        start();
        for (Secteur mairie : Secteur.values()) {
            Files.delete(folder.resolve("borne-fictive-" + mairie.name().toLowerCase(Locale.ROOT) + ".key"));
        }
        clos = true;
        var fictives = start();
        fictives.live();
        fictives.live();
        assertThat(last()).containsOnly("CLOTURE");
    }

    private List<String> last() {
        return jdbc.sql("""
                SELECT e.kind FROM kiosk_chain c JOIN envelope e
                ON e.kiosk = c.kiosk AND e.chain = c.chain AND e.seq = c.seq ORDER BY c.kiosk""").query(String.class).list();
    }

    private int declarations() {
        return jdbc.sql("SELECT count(*) FROM envelope WHERE kind IN ('CLOTURE', 'REOUVERTURE')")
                .query(Integer.class)
                .single();
    }

    private int received() {
        return jdbc.sql("SELECT count(*) FROM recue").query(Integer.class).single();
    }

    private JdbcKiosks kiosks() {
        return new JdbcKiosks(jdbc);
    }

    private ReceptionDeCandidature.Issue receive(ReceptionDeCandidature.Recue recue) {
        jdbc.sql("INSERT INTO recue (id) VALUES (?)")
                .param(recue.envelope().toString())
                .update();
        if (left-- == 0) {
            throw new IllegalStateException("stopped");
        }
        return ReceptionDeCandidature.Issue.RECUE;
    }

    private BornesFictives start() {
        var transactions = new JdbcTransactionManager(database.dataSource());
        var keys = new KnownTrousseau(
                        TrousseauFile.dans(folder, PhraseDePasse.de("phrase de passe des essais"), 256),
                        jdbc,
                        java.time.Clock.systemUTC())
                .readOrCreate();
        var chains = new Chains(jdbc);
        var reading = new Reading(keys, chains, this::receive, new NoWithdrawals(), _ -> {});
        var door = new Door(chains, kiosks(), reading, new HubLife(jdbc), new Anomalies(jdbc), transactions, CLOCK);
        AppelEnCours appels = () -> List.of(new AppelEnCours.AppelOuvert(APPEL, clos));
        var transaction = new TransactionTemplate(transactions);
        var fictives = new BornesFictives(
                kiosks(), door, keys, new TetesDeChaine(jdbc), appels, jdbc, transaction, folder, CLOCK);
        new EnveloppesDeDemonstration(kiosks(), fictives, door, keys, appels, transaction, CLOCK)
                .run(new DefaultApplicationArguments());
        return fictives;
    }
}
