package fr.roubaix.cln.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The references between the tables of a PostgreSQL schema, taken off and put back inside one transaction: rows then come
 * in any order, whatever refers to what, and putting them back checks every row.
 */
record ForeignKeys(List<ForeignKey> keys) {

    record ForeignKey(String table, String name, String definition) {}

    static ForeignKeys takeOff(Connection connection) throws SQLException {
        List<ForeignKey> keys = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT c.conrelid::regclass::text, c.conname, pg_get_constraintdef(c.oid) FROM pg_constraint c
                        WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace ORDER BY 1, 2""")) {
            while (rows.next()) {
                keys.add(new ForeignKey(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        for (ForeignKey key : keys) {
            execute(connection, "ALTER TABLE " + key.table() + " DROP CONSTRAINT " + Table.quoted(key.name()));
        }
        return new ForeignKeys(List.copyOf(keys));
    }

    void putBack(Connection connection) throws SQLException {
        for (ForeignKey key : keys) {
            execute(
                    connection,
                    "ALTER TABLE " + key.table() + " ADD CONSTRAINT " + Table.quoted(key.name()) + " "
                            + key.definition());
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
