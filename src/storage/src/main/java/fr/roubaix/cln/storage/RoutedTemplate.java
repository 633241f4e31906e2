package fr.roubaix.cln.storage;

import java.util.stream.Stream;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends a query that runs outside any transaction to a reader: it would otherwise wait for the one writer, and hold it.
 * Inside a transaction it stays on that transaction's connection, and sees what was written there. A reader refuses to
 * write, whatever the query says.
 */
final class RoutedTemplate extends JdbcTemplate {

    private final JdbcTemplate readers;

    RoutedTemplate(DataSource routed, DataSource readers, SQLExceptionTranslator translator) {
        super(routed);
        setExceptionTranslator(translator);
        this.readers = new JdbcTemplate(readers);
        this.readers.setExceptionTranslator(translator);
    }

    @Override
    public <T extends @Nullable Object> T query(String sql, ResultSetExtractor<T> rows) {
        return outside() ? readers.query(sql, rows) : super.query(sql, rows);
    }

    @Override
    public <T extends @Nullable Object> T query(
            PreparedStatementCreator statement, @Nullable PreparedStatementSetter setter, ResultSetExtractor<T> rows) {
        return outside() ? readers.query(statement, setter, rows) : super.query(statement, setter, rows);
    }

    @Override
    public <T extends @Nullable Object> Stream<T> queryForStream(String sql, RowMapper<T> row) {
        return outside() ? readers.queryForStream(sql, row) : super.queryForStream(sql, row);
    }

    @Override
    public <T extends @Nullable Object> Stream<T> queryForStream(
            PreparedStatementCreator statement, @Nullable PreparedStatementSetter setter, RowMapper<T> row) {
        return outside()
                ? readers.queryForStream(statement, setter, row)
                : super.queryForStream(statement, setter, row);
    }

    private static boolean outside() {
        return !TransactionSynchronizationManager.isActualTransactionActive();
    }
}
