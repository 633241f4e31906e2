package fr.roubaix.cln.storage;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** A table as the database itself describes it: whoever adds a table has nothing to declare. */
record Table(String name, List<String> columns) {

    /** Flyway's own, which it writes itself in each database. */
    static final String HISTORY = "flyway_schema_history";

    /** Every table of the application, by name, its columns by name too: two databases declare them in the same words. */
    static List<Table> of(Connection connection) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        String schema = connection.getSchema();
        List<Table> tables = new ArrayList<>();
        for (String name : names(metadata.getTables(null, schema, "%", new String[] {"TABLE"}), "TABLE_NAME")) {
            if (!name.equals(HISTORY) && !name.startsWith("sqlite_")) {
                tables.add(new Table(name, names(metadata.getColumns(null, schema, name, "%"), "COLUMN_NAME")));
            }
        }
        return List.copyOf(tables);
    }

    private static List<String> names(ResultSet described, String column) throws SQLException {
        List<String> names = new ArrayList<>();
        try (described) {
            while (described.next()) {
                names.add(described.getString(column).toLowerCase(Locale.ROOT));
            }
        }
        Collections.sort(names);
        return List.copyOf(names);
    }

    String select() {
        return "SELECT " + list() + " FROM " + quoted(name);
    }

    /** Takes this number of rows at once. */
    String insert(int rows) {
        String row = "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        return "INSERT INTO " + quoted(name) + " (" + list() + ") VALUES "
                + String.join(", ", Collections.nCopies(rows, row));
    }

    @Nullable
    Object[] row(ResultSet rows) throws SQLException {
        var values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.getObject(i + 1);
        }
        return values;
    }

    private String list() {
        return columns.stream().map(Table::quoted).collect(Collectors.joining(", "));
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
