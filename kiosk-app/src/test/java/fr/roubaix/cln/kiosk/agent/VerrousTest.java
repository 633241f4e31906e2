package fr.roubaix.cln.kiosk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.sync.Bulletin.AgentPublie;
import fr.roubaix.cln.testkit.time.HandClock;

class VerrousTest {

    private static final AgentPublie AGENT = Agents.MARIAM;

    @TempDir
    Path folder;

    private final HandClock mur = new HandClock(Instant.parse("2025-06-02T09:00:00Z"));
    private long nanos = 7;
    private Database database;
    private Verrous verrous;

    @BeforeEach
    void start() {
        database = Database.sqlite(folder.resolve("borne.db"));
        database.migrate("db/migration");
        verrous = new Verrous(JdbcClient.create(database.template()), mur, () -> nanos);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({"4,0", "5,5", "6,10", "7,20", "8,40", "9,80", "10,160", "11,240", "40,240"})
    void the_fifth_wrong_pin_locks_and_each_further_one_twice_as_long(int echecs, long minutes) {
        tromper(echecs);
        assertThat(verrous.attente(AGENT).orElse(Duration.ZERO)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void an_attempt_while_locked_counts_for_nothing() {
        tromper(5);
        assertThat(verrous.tenter(AGENT)).contains(Duration.ofMinutes(5));
        assertThat(verrous.tenter(AGENT)).contains(Duration.ofMinutes(5));
        passer(Duration.ofMinutes(5));
        assertThat(verrous.tenter(AGENT)).isEmpty();
        assertThat(verrous.attente(AGENT)).contains(Duration.ofMinutes(10));
    }

    @Test
    void agents_are_locked_apart() {
        tromper(5);
        assertThat(verrous.attente(Agents.VOLANT)).isEmpty();
        assertThat(verrous.essaisAvantVerrou(Agents.VOLANT)).isEqualTo(5);
    }

    @Test
    void a_right_pin_wipes_what_was_counted() {
        tromper(4);
        verrous.oublier(AGENT);
        assertThat(verrous.essaisAvantVerrou(AGENT)).isEqualTo(5);
        restart();
        assertThat(verrous.essaisAvantVerrou(AGENT)).isEqualTo(5);
    }

    @Test
    void moving_the_clock_of_the_terminal_opens_nothing() {
        tromper(5);
        mur.set(Instant.parse("2038-01-19T03:14:07Z"));
        assertThat(verrous.attente(AGENT)).contains(Duration.ofMinutes(5));
        mur.set(Instant.EPOCH);
        assertThat(verrous.attente(AGENT)).contains(Duration.ofMinutes(5));
    }

    @Test
    void a_restart_keeps_the_count_and_what_is_left_of_the_wait() {
        tromper(6);
        passer(Duration.ofMinutes(3));
        restart();
        assertThat(verrous.attente(AGENT)).contains(Duration.ofMinutes(7));
        passer(Duration.ofMinutes(7));
        assertThat(verrous.attente(AGENT)).isEmpty();
        tromper(1);
        assertThat(verrous.attente(AGENT)).contains(Duration.ofMinutes(20));
    }

    @Test
    void a_clock_set_back_over_a_restart_begins_the_wait_again() {
        tromper(5);
        mur.set(Instant.EPOCH);
        restart();
        assertThat(verrous.attente(AGENT)).contains(Duration.ofMinutes(5));
    }

    @Test
    void a_new_pin_begins_afresh_and_the_old_count_does_not_come_back() {
        tromper(5);
        var autre = Agents.avecUnAutreCode(AGENT);
        assertThat(verrous.attente(autre)).isEmpty();
        verrous.tenter(autre);
        restart();
        assertThat(verrous.essaisAvantVerrou(autre)).isEqualTo(4);
        assertThat(verrous.essaisAvantVerrou(AGENT)).isEqualTo(5);
    }

    @Test
    void a_disk_that_refuses_to_write_still_locks() {
        database.template().execute("DROP TABLE agent_lock");
        tromper(5);
        assertThat(verrous.attente(AGENT)).contains(Duration.ofMinutes(5));
    }

    private void tromper(int fois) {
        for (int i = 0; i < fois; i++) {
            verrous.attente(AGENT).ifPresent(this::passer);
            assertThat(verrous.tenter(AGENT)).isEmpty();
        }
    }

    private void passer(Duration duree) {
        nanos += duree.toNanos();
        mur.advance(duree);
    }

    private void restart() {
        database.close();
        nanos = -123_456;
        start();
    }
}
