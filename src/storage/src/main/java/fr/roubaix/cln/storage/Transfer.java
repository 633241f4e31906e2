package fr.roubaix.cln.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Copies every row of every table into a database of the same schema, then reads the copy back and compares. Runs inside
 * the transaction of the target's connection, and leaves it open.
 */
final class Transfer {

    /** Many enough for speed, few enough for the parameters of one statement and the memory of a small machine. */
    private static final int ROWS_AT_ONCE = 200;

    private static final int PARAMETERS_AT_ONCE = 10_000;
    private static final int TOLD_EVERY = 10_000;

    private final Connection source;
    private final Connection target;
    private final Consumer<String> progress;

    Transfer(Connection source, Connection target, Consumer<String> progress) {
        this.source = source;
        this.target = target;
        this.progress = progress;
    }

    /** The two sides do not hold the same. */
    static final class DifferentException extends Exception {
        DifferentException(String what) {
            super(what);
        }
    }

    List<Relocated.Content> run() throws SQLException, DifferentException {
        List<Table> tables = Table.of(source);
        if (!tables.equals(Table.of(target)) || !history(source).equals(history(target))) {
            throw new DifferentException("the schemas");
        }
        List<Relocated.Content> contents = new ArrayList<>();
        for (Table table : tables) {
            contents.add(copied(table));
        }
        return List.copyOf(contents);
    }

    private static List<String> history(Connection connection) throws SQLException {
        List<String> scripts = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT script FROM " + Table.HISTORY + " WHERE success ORDER BY installed_rank")) {
            while (rows.next()) {
                scripts.add(rows.getString(1));
            }
        }
        return scripts;
    }

    private Relocated.Content copied(Table table) throws SQLException, DifferentException {
        RowsDigest written = write(table);
        RowsDigest found = digest(table);
        if (written.rows() != found.rows() || !written.hex().equals(found.hex())) {
            throw new DifferentException(table.name());
        }
        if (written.rows() > 0) {
            progress.accept(said(table, written.rows(), "copiée", "relue"));
        }
        return new Relocated.Content(table.name(), written.rows(), written.hex());
    }

    private RowsDigest write(Table table) throws SQLException {
        var digest = new RowsDigest();
        int atOnce = Math.max(
                1, Math.min(ROWS_AT_ONCE, PARAMETERS_AT_ONCE / table.columns().size()));
        List<@Nullable Object[]> waiting = new ArrayList<>(atOnce);
        try (var statement = streaming(source);
                var rows = statement.executeQuery(table.select());
                var insert = target.prepareStatement(table.insert(atOnce))) {
            while (rows.next()) {
                @Nullable Object[] row = table.row(rows);
                digest.add(row);
                waiting.add(row);
                if (waiting.size() == atOnce) {
                    insert(insert, waiting);
                    waiting.clear();
                }
                if (digest.rows() % TOLD_EVERY == 0) {
                    progress.accept(said(table, digest.rows(), "copiée"));
                }
            }
        }
        if (!waiting.isEmpty()) {
            try (var rest = target.prepareStatement(table.insert(waiting.size()))) {
                insert(rest, waiting);
            }
        }
        return digest;
    }

    private static void insert(PreparedStatement insert, List<@Nullable Object[]> rows) throws SQLException {
        int parameter = 1;
        for (@Nullable Object[] row : rows) {
            for (Object value : row) {
                insert.setObject(parameter++, value);
            }
        }
        insert.executeUpdate();
    }

    private RowsDigest digest(Table table) throws SQLException {
        var digest = new RowsDigest();
        try (var statement = streaming(target);
                var rows = statement.executeQuery(table.select())) {
            while (rows.next()) {
                digest.add(table.row(rows));
            }
        }
        return digest;
    }

    /** Without a size the driver of PostgreSQL reads the whole table into memory. */
    private static Statement streaming(Connection connection) throws SQLException {
        var statement = connection.createStatement();
        statement.setFetchSize(ROWS_AT_ONCE);
        return statement;
    }

    private static String said(Table table, long rows, String... done) {
        String plural = rows < 2 ? "" : "s";
        String what = Stream.of(done).map(word -> word + plural).collect(Collectors.joining(" et "));
        return String.format(Locale.FRANCE, "%s : %,d ligne%s %s", table.name(), rows, plural, what);
    }
}
