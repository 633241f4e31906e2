package fr.roubaix.cln.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

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

    private void start() {
        var transactions = new JdbcTransactionManager(database.dataSource());
        var keys = new KnownTrousseau(folder.resolve("trousseau"), jdbc, java.time.Clock.systemUTC()).readOrCreate();
        var chains = new Chains(jdbc);
        var reading = new Reading(keys, chains, this::receive, _ -> {});
        var door = new Door(chains, kiosks(), reading, new HubLife(jdbc), new Anomalies(jdbc), transactions, CLOCK);
        AppelEnCours appels = () -> List.of(new AppelEnCours.AppelOuvert(APPEL, false));
        new EnveloppesDeDemonstration(kiosks(), door, keys, appels, new TransactionTemplate(transactions), CLOCK)
                .run(new DefaultApplicationArguments());
    }
}
