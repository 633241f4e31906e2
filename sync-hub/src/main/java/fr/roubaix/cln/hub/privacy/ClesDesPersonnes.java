package fr.roubaix.cln.hub.privacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.Dialect;

/**
 * The database of the keys: wrapped keys and erasures, nothing else. It uses connections of its own, apart from the
 * transaction of the caller: the two databases do not commit together, and the order in which they do is the point.
 */
final class ClesDesPersonnes implements AutoCloseable {

    static final String MIGRATIONS = "db/cles";

    private static final int A_LA_FOIS = 500;

    private final Database database;

    /** @param database closed with this */
    ClesDesPersonnes(Database database) {
        this.database = database;
        try {
            database.migrate(MIGRATIONS);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    Database database() {
        return database;
    }

    /** What is known of some people: the wrapped key, or the erasure; nothing for the others. */
    Map<PersonneId, Etat> etats(Collection<PersonneId> personnes) {
        var etats = new HashMap<PersonneId, Etat>();
        lire(connection -> {
            var ids = List.copyOf(personnes);
            for (int i = 0; i < ids.size(); i += A_LA_FOIS) {
                lire(connection, ids.subList(i, Math.min(i + A_LA_FOIS, ids.size())), etats);
            }
        });
        return etats;
    }

    /** Whose key sealed nothing since an instant. */
    List<PersonneId> vuesAvant(Instant avant) {
        var vues = new ArrayList<PersonneId>();
        lire(connection -> {
            try (var select = connection.prepareStatement("SELECT personne FROM cle_de_personne WHERE vue_le < ?")) {
                select.setLong(1, avant.toEpochMilli());
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        vues.add(new PersonneId(rows.getString(1)));
                    }
                }
            }
        });
        return vues;
    }

    /** Everyone who has a key. */
    List<PersonneId> toutes() {
        return vuesAvant(Instant.ofEpochMilli(Long.MAX_VALUE));
    }

    Map<PersonneId, Instant> effacements() {
        var effacements = new LinkedHashMap<PersonneId, Instant>();
        lire(connection -> {
            try (var select = connection.prepareStatement("SELECT personne, le FROM effacement ORDER BY le, personne");
                    var rows = select.executeQuery()) {
                while (rows.next()) {
                    effacements.put(new PersonneId(rows.getString(1)), Instant.ofEpochMilli(rows.getLong(2)));
                }
            }
        });
        return effacements;
    }

    /**
     * Writes the keys of one transaction, all or none.
     *
     * @param reprises keys that were there and sealed something again
     * @throws CleConcurrenteException another program wrote a key of these people meanwhile, or destroyed one
     */
    void ecrire(Map<PersonneId, byte[]> nouvelles, Set<PersonneId> reprises, Instant le) {
        ecrire(connection -> {
            try (var insert = connection.prepareStatement("""
                            INSERT INTO cle_de_personne (personne, cle, vue_le) SELECT ?, ?, ?
                            WHERE NOT EXISTS (SELECT 1 FROM effacement WHERE personne = ?) ON CONFLICT DO NOTHING""");
                    var touch =
                            connection.prepareStatement("UPDATE cle_de_personne SET vue_le = ? WHERE personne = ?")) {
                for (var nouvelle : nouvelles.entrySet()) {
                    insert.setString(1, nouvelle.getKey().valeur());
                    insert.setBytes(2, nouvelle.getValue());
                    insert.setLong(3, le.toEpochMilli());
                    insert.setString(4, nouvelle.getKey().valeur());
                    exactementUne(insert);
                }
                for (var reprise : reprises) {
                    touch.setLong(1, le.toEpochMilli());
                    touch.setString(2, reprise.valeur());
                    exactementUne(touch);
                }
            }
        });
    }

    /** Destroys a key and notes it; the note of a first time stays. */
    void detruire(PersonneId personne, Instant le) {
        ecrire(connection -> {
            try (var note = connection.prepareStatement(
                            "INSERT INTO effacement (personne, le) VALUES (?, ?) ON CONFLICT DO NOTHING");
                    var delete = connection.prepareStatement("DELETE FROM cle_de_personne WHERE personne = ?")) {
                note.setString(1, personne.valeur());
                note.setLong(2, le.toEpochMilli());
                note.executeUpdate();
                delete.setString(1, personne.valeur());
                delete.executeUpdate();
            }
        });
        effacerDuDisque();
    }

    /** Destroys keys that sealed nothing since. */
    int retirer(Collection<PersonneId> personnes, Instant avant) {
        var retirees = new HashSet<PersonneId>();
        ecrire(connection -> {
            try (var delete =
                    connection.prepareStatement("DELETE FROM cle_de_personne WHERE personne = ? AND vue_le < ?")) {
                for (var personne : personnes) {
                    delete.setString(1, personne.valeur());
                    delete.setLong(2, avant.toEpochMilli());
                    if (delete.executeUpdate() == 1) {
                        retirees.add(personne);
                    }
                }
            }
        });
        return retirees.size();
    }

    @Override
    public void close() {
        database.close();
    }

    private static void exactementUne(PreparedStatement statement) throws SQLException {
        if (statement.executeUpdate() != 1) {
            throw new CleConcurrenteException();
        }
    }

    private static void lire(Connection connection, List<PersonneId> ids, Map<PersonneId, Etat> etats)
            throws SQLException {
        String parmi = " IN (" + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")";
        try (var select = connection.prepareStatement("SELECT personne, cle, 0 FROM cle_de_personne WHERE personne"
                + parmi + " UNION ALL SELECT personne, NULL, le FROM effacement WHERE personne" + parmi)) {
            for (int i = 0; i < ids.size(); i++) {
                select.setString(i + 1, ids.get(i).valeur());
                select.setString(ids.size() + i + 1, ids.get(i).valeur());
            }
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    byte[] cle = rows.getBytes(2);
                    Etat etat = cle == null
                            ? new Etat.Effacee(Instant.ofEpochMilli(rows.getLong(3)))
                            : new Etat.Connue(cle);
                    // A key beside an erasure cannot be: were it so, the erasure would win.
                    etats.merge(
                            new PersonneId(rows.getString(1)),
                            etat,
                            (un, autre) -> un instanceof Etat.Effacee ? un : autre);
                }
            }
        }
    }

    /** What was deleted must not be found in free pages nor in the journal. */
    private void effacerDuDisque() {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    database.dialect() == Dialect.SQLITE
                            ? "PRAGMA wal_checkpoint(TRUNCATE)"
                            : "VACUUM cle_de_personne");
        } catch (SQLException e) {
            throw new IllegalStateException("the key is destroyed, but may still be found on the disk", e);
        }
    }

    @FunctionalInterface
    private interface Travail {
        void faire(Connection connection) throws SQLException;
    }

    private void lire(Travail lecture) {
        try (var connection = database.dataSource().getConnection()) {
            connection.setReadOnly(true);
            lecture.faire(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the keys of people cannot be read", e);
        }
    }

    private void ecrire(Travail ecriture) {
        try (var connection = database.dataSource().getConnection()) {
            if (database.dialect() == Dialect.SQLITE) {
                try (var statement = connection.createStatement()) {
                    statement.execute("PRAGMA secure_delete = ON");
                }
            }
            connection.setAutoCommit(false);
            try {
                ecriture.faire(connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the keys of people cannot be written", e);
        }
    }

    /** What is known of a person. */
    sealed interface Etat {
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Connue(byte[] enveloppee) implements Etat {}

        record Effacee(Instant le) implements Etat {}
    }
}
