package fr.roubaix.cln.adresses.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import fr.roubaix.cln.adresses.AddressKey;

/** The other way of searching that was weighed: the trigrams of SQLite's FTS5, ranked by bm25. */
final class Trigrams implements AutoCloseable {

    private static final int MOST = 50;

    private final Connection connection;
    private final List<Double> times = new ArrayList<>();

    Trigrams(List<String> streets) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE VIRTUAL TABLE voie USING fts5(nom UNINDEXED, cle, tokenize = 'trigram')");
        }
        try (var insert = connection.prepareStatement("INSERT INTO voie VALUES (?, ?)")) {
            for (String street : streets) {
                insert.setString(1, street);
                insert.setString(2, AddressKey.of(street).text());
                insert.executeUpdate();
            }
        }
    }

    List<String> search(String typed) throws SQLException {
        long start = System.nanoTime();
        String key = AddressKey.of(typed).text();
        String any = IntStream.range(0, Math.max(0, key.length() - 2))
                .mapToObj(i -> '"' + key.substring(i, i + 3) + '"')
                .collect(Collectors.joining(" OR "));
        List<String> found = new ArrayList<>();
        try (var statement =
                connection.prepareStatement("SELECT nom FROM voie WHERE cle MATCH ? ORDER BY rank LIMIT " + MOST)) {
            statement.setString(1, any);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        times.add((System.nanoTime() - start) / 1e6);
        return found;
    }

    List<Double> times() {
        return times;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
