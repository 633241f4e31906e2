package fr.roubaix.cln.storage;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What a SQLite copy holds, table by table, in a form that two copies of one database can be compared by. */
public final class Contents {

    private Contents() {}

    /**
     * The number of rows and their digest, by table.
     *
     * @param except tables that a restoration itself changes
     */
    public static Map<String, String> of(JdbcClient copy, List<String> except) {
        var contents = new TreeMap<String, String>();
        copy
                .sql("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !except.contains(table))
                .forEach(table -> contents.put(table, digest(copy, table)));
        return contents;
    }

    private static String digest(JdbcClient copy, String table) {
        var digest = new RowsDigest();
        copy.sql("SELECT * FROM " + Table.quoted(table)).query(row -> {
            var values = new Object[row.getMetaData().getColumnCount()];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.getObject(i + 1);
            }
            digest.add(values);
        });
        return digest.rows() + " " + digest.hex();
    }
}
