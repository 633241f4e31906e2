package fr.roubaix.cln.storage;

import java.sql.SQLException;

import com.zaxxer.hikari.SQLExceptionOverride;
import org.sqlite.SQLiteException;

/**
 * Throws a connection away after an error on which SQLite itself rolls back (https://sqlite.org/lang_transaction.html,
 * "Response To Errors Within A Transaction"). The driver does not notice: it believes that the transaction is still
 * open, and the next one would run, and be stored, statement by statement.
 */
final class BrokenConnections implements SQLExceptionOverride {

    @java.lang.Override
    public Override adjudicate(SQLException exception) {
        return exception instanceof SQLiteException sqlite && rolledBack(sqlite.getErrorCode() & 0xff)
                ? Override.MUST_EVICT
                : Override.CONTINUE_EVICT;
    }

    /** READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB: https://sqlite.org/rescode.html */
    private static boolean rolledBack(int primaryCode) {
        return switch (primaryCode) {
            case 8, 10, 11, 13, 14, 26 -> true;
            default -> false;
        };
    }
}
