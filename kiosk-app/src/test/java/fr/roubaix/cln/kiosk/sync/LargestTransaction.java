package fr.roubaix.cln.kiosk.sync;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** Remembers how many rows the largest transaction changed: what a resident who deposits meanwhile waits for. */
final class LargestTransaction extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private final transient JdbcTemplate writer;
    private long before;
    private long rows;

    LargestTransaction(DataSource source) {
        super(source);
        writer = new JdbcTemplate(source);
    }

    long rows() {
        return rows;
    }

    void forget() {
        rows = 0;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        if (!definition.isReadOnly()) {
            before = changes();
        }
    }

    @Override
    protected void prepareForCommit(DefaultTransactionStatus status) {
        if (!status.isReadOnly()) {
            rows = Math.max(rows, changes() - before);
        }
    }

    private long changes() {
        Long changes = writer.queryForObject("SELECT total_changes()", Long.class);
        return changes == null ? 0 : changes;
    }
}
