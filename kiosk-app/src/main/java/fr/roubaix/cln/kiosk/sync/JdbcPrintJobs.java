package fr.roubaix.cln.kiosk.sync;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntSupplier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.sync.AgentId;

/** In the kiosk's own database, which is written through to the disk at each commit. */
@Repository
class JdbcPrintJobs implements PrintJobs {

    /** Asked for by the person themself. */
    private static final String PERSON = "";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JdbcPrintJobs(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public int begin(ReceiptCode code, Paper paper) {
        return inTransaction(() -> {
            var last = last(code, paper);
            if (last.isEmpty()) {
                return insert(code, paper, 0, PERSON, "SENT");
            }
            return last.get().outcome().equals("NOTHING")
                    ? sent(code, paper, last.get().number())
                    : insert(code, paper, last.get().number() + 1, PERSON, "SENT");
        });
    }

    @Override
    public int begin(ReceiptCode code, Paper paper, int number) {
        return inTransaction(() -> free(code, paper, number)
                ? sent(code, paper, number)
                : insert(code, paper, last(code, paper).map(Job::number).orElse(0) + 1, PERSON, "SENT"));
    }

    @Override
    public void end(ReceiptCode code, Paper paper, int number, Outcome outcome) {
        transaction.executeWithoutResult(
                _ -> jdbc.sql("UPDATE print_job SET outcome = ? WHERE code = ? AND paper = ? AND number = ?")
                        .params(outcome.name(), code.texte(), paper.name(), number)
                        .update());
    }

    @Override
    public int number(ReceiptCode code, AgentId agent) {
        return inTransaction(() -> {
            int next = last(code, Paper.APPLICATION).map(Job::number).orElse(0) + 1;
            return insert(code, Paper.APPLICATION, next, agent.valeur(), "NUMBERED");
        });
    }

    @Override
    public int duplicates(ReceiptCode code) {
        return jdbc.sql("SELECT coalesce(max(number), 0) FROM print_job WHERE code = ? AND paper = 'APPLICATION'")
                .param(code.texte())
                .query(Integer.class)
                .single();
    }

    private record Job(int number, String outcome) {}

    private Optional<Job> last(ReceiptCode code, Paper paper) {
        return jdbc.sql(
                        "SELECT number, outcome FROM print_job WHERE code = ? AND paper = ? ORDER BY number DESC LIMIT 1")
                .params(code.texte(), paper.name())
                .query((row, _) -> new Job(row.getInt("number"), row.getString("outcome")))
                .optional();
    }

    private boolean free(ReceiptCode code, Paper paper, int number) {
        return jdbc.sql("""
                SELECT count(*) FROM print_job
                WHERE code = ? AND paper = ? AND number = ? AND outcome IN ('NUMBERED', 'NOTHING')""")
                        .params(code.texte(), paper.name(), number)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private int sent(ReceiptCode code, Paper paper, int number) {
        jdbc.sql("UPDATE print_job SET outcome = 'SENT', at = ? WHERE code = ? AND paper = ? AND number = ?")
                .params(clock.millis(), code.texte(), paper.name(), number)
                .update();
        return number;
    }

    private int insert(ReceiptCode code, Paper paper, int number, String agent, String outcome) {
        jdbc.sql("INSERT INTO print_job (code, paper, number, agent, at, outcome) VALUES (?, ?, ?, ?, ?, ?)")
                .params(code.texte(), paper.name(), number, agent, clock.millis(), outcome)
                .update();
        return number;
    }

    private int inTransaction(IntSupplier act) {
        return Objects.requireNonNull(transaction.execute(_ -> act.getAsInt()));
    }
}
