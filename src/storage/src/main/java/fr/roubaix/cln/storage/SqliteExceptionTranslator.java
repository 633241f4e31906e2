package fr.roubaix.cln.storage;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.support.AbstractFallbackSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.sqlite.SQLiteException;

/** Translates by SQLite's result code: its driver gives no SQL state, on which Spring's own translators rely. */
final class SqliteExceptionTranslator extends AbstractFallbackSQLExceptionTranslator {

    SqliteExceptionTranslator() {
        setFallbackTranslator(new SQLStateSQLExceptionTranslator());
    }

    @Override
    protected @Nullable DataAccessException doTranslate(String task, @Nullable String sql, SQLException exception) {
        if (!(exception instanceof SQLiteException sqlite)) {
            return null;
        }
        String message = buildMessage(task, sql, exception);
        return switch (sqlite.getResultCode()) {
            case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID ->
                new DuplicateKeyException(message, exception);
            default ->
                // The low byte is the primary code, whatever the extended one: https://sqlite.org/rescode.html
                switch (sqlite.getErrorCode() & 0xff) {
                    case 19 -> new DataIntegrityViolationException(message, exception);
                    case 5, 6 -> new CannotAcquireLockException(message, exception);
                    case 8, 10, 11, 13, 14, 26 -> new DataAccessResourceFailureException(message, exception);
                    default -> null;
                };
        };
    }
}
