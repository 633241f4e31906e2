package fr.roubaix.cln.hub.privacy;

import javax.sql.DataSource;

import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** The process dies at its first commit: just before the database keeps the transaction, or just after. */
final class FailingCommit extends JdbcTransactionManager {

    private final boolean kept;

    FailingCommit(DataSource source, boolean kept) {
        super(source);
        this.kept = kept;
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        if (kept) {
            super.doCommit(status);
        } else {
            super.doRollback(status);
        }
        throw new PowerFailed();
    }
}
