package fr.roubaix.cln.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.kiosk.sync.PrintJobs.Outcome;
import fr.roubaix.cln.kiosk.sync.PrintJobs.Paper;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.testkit.time.HandClock;

class JdbcPrintJobsTest {

    private static final ReceiptCode CODE = new ReceiptCode(0x778e69b8a9dL);
    private static final AgentId MARIAM = new AgentId("m.diallo");

    @TempDir
    Path folder;

    private Database database;
    private PrintJobs jobs;

    @BeforeEach
    void open() {
        database = Database.sqlite(folder.resolve("borne.db"));
        database.migrate("db/migration");
        jobs = new JdbcPrintJobs(
                org.springframework.jdbc.core.simple.JdbcClient.create(database.template()),
                new JdbcTransactionManager(database.dataSource()),
                new HandClock(Instant.parse("2026-11-22T11:00:00Z")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** As a kill would leave it: what was begun was committed, and nothing ended it. */
    private void restart() {
        close();
        open();
    }

    @Test
    void the_second_paper_of_a_receipt_bears_a_number() {
        assertThat(jobs.begin(CODE, Paper.APPLICATION)).isZero();
        jobs.end(CODE, Paper.APPLICATION, 0, Outcome.PRINTED);
        assertThat(jobs.begin(CODE, Paper.APPLICATION)).isOne();
        assertThat(jobs.begin(CODE, Paper.APPLICATION)).isEqualTo(2);
        assertThat(jobs.duplicates(CODE)).isEqualTo(2);
    }

    @Test
    void a_paper_whose_end_nobody_knows_counts_as_printed_even_across_a_restart() {
        assertThat(jobs.begin(CODE, Paper.APPLICATION)).isZero();
        restart();
        assertThat(jobs.begin(CODE, Paper.APPLICATION)).isOne();
        jobs.end(CODE, Paper.APPLICATION, 1, Outcome.SENT);
        restart();
        assertThat(jobs.begin(CODE, Paper.APPLICATION)).isEqualTo(2);
    }

    @Test
    void a_paper_refused_before_its_first_byte_leaves_its_number_free() {
        for (int i = 0; i < 3; i++) {
            assertThat(jobs.begin(CODE, Paper.APPLICATION)).isZero();
            jobs.end(CODE, Paper.APPLICATION, 0, Outcome.NOTHING);
        }
        assertThat(jobs.begin(CODE, Paper.APPLICATION)).isZero();
        jobs.end(CODE, Paper.APPLICATION, 0, Outcome.PRINTED);
        assertThat(jobs.begin(CODE, Paper.APPLICATION)).isOne();
        jobs.end(CODE, Paper.APPLICATION, 1, Outcome.NOTHING);
        assertThat(jobs.begin(CODE, Paper.APPLICATION)).isOne();
    }

    @Test
    void an_agent_s_duplicate_never_is_an_original_and_keeps_its_number_until_it_may_be_out() {
        assertThat(jobs.number(CODE, MARIAM)).isOne();
        assertThat(jobs.begin(CODE, Paper.APPLICATION, 1)).isOne();
        jobs.end(CODE, Paper.APPLICATION, 1, Outcome.NOTHING);
        assertThat(jobs.begin(CODE, Paper.APPLICATION, 1)).isOne();
        jobs.end(CODE, Paper.APPLICATION, 1, Outcome.SENT);
        assertThat(jobs.begin(CODE, Paper.APPLICATION, 1)).as("it may be out").isEqualTo(2);
        assertThat(jobs.number(CODE, MARIAM)).isEqualTo(3);
        assertThat(jobs.begin(CODE, Paper.APPLICATION))
                .as("asked for meanwhile on the other screen")
                .isEqualTo(4);
    }

    @Test
    void the_receipt_of_a_withdrawal_has_numbers_of_its_own() {
        jobs.begin(CODE, Paper.APPLICATION);
        assertThat(jobs.begin(CODE, Paper.WITHDRAWAL)).isZero();
        assertThat(jobs.begin(CODE, Paper.WITHDRAWAL)).isOne();
        assertThat(jobs.duplicates(CODE)).isZero();
    }

    @Test
    void what_cannot_be_written_down_is_not_begun() {
        database.template().execute("DROP TABLE print_job");

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> jobs.begin(CODE, Paper.APPLICATION))
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }
}
