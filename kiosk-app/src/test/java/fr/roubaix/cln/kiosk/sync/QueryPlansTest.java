package fr.roubaix.cln.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.storage.Database;

/** What is asked again and again of a journal with a queue of ten thousand follows an index and sorts nothing. */
class QueryPlansTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {Outbox.PENDING, Chains.PENDING_ELSEWHERE, Deliveries.MARK})
    void a_long_queue_is_followed_by_its_index(String sql) {
        try (var database = Database.sqlite(folder.resolve("borne.db"))) {
            database.migrate("db/migration");
            var plan = database.template()
                    .query("EXPLAIN QUERY PLAN " + sql.replace("?", "1"), (row, _) -> row.getString("detail"));
            assertThat(plan)
                    .isNotEmpty()
                    .noneMatch(step -> step.contains("B-TREE FOR ORDER BY"))
                    .noneMatch(step -> step.endsWith("(chain=?)") && !step.contains("autoindex_chain"))
                    .noneMatch(step -> step.startsWith("SCAN") && !step.contains("answered"));
        }
    }
}
