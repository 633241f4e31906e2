package fr.roubaix.cln.hub.privacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

import fr.roubaix.cln.storage.Database;

/**
 * The database of the keys: wrapped keys and erasures, nothing else. It uses connections of its own, apart from the
 * transaction of the caller: the two databases do not commit together, and the order in which they do is the point.
 */
final class ClesDesPersonnes implements AutoCloseable {

    static final String MIGRATIONS = "db/cles";

    private static final int A_LA_FOIS = 500;

    private final Database database;
    private final TracesDesCles traces;
    private final Clock clock;

    /** @param database closed with this */
    ClesDesPersonnes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.traces = new TracesDesCles(database);
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

    void detruire(PersonneId personne, Instant le) {
        detruire(List.of(personne), le);
    }

    /** Destroys keys and notes it, all or none; the note of a first time stays. */
    void detruire(Collection<PersonneId> personnes, Instant le) {
        ecrire(connection -> {
            try (var note = connection.prepareStatement(
                            "INSERT INTO effacement (personne, le) VALUES (?, ?) ON CONFLICT DO NOTHING");
                    var delete = connection.prepareStatement("DELETE FROM cle_de_personne WHERE personne = ?")) {
                for (PersonneId personne : personnes) {
                    note.setString(1, personne.valeur());
                    note.setLong(2, le.toEpochMilli());
                    note.executeUpdate();
                    delete.setString(1, personne.valeur());
                    delete.executeUpdate();
                }
            }
        });
        enleverLesTraces();
    }

    /**
     * Wraps keys again, each in the place of what was read: one destroyed meanwhile does not come back.
     *
     * @param autre what takes the place of a wrapped key; empty to leave it
     * @return how many were wrapped again
     */
    int renouveler(BiFunction<PersonneId, byte[], Optional<byte[]>> autre) {
        int renouvelees = 0;
        var ids = toutes();
        for (int i = 0; i < ids.size(); i += A_LA_FOIS) {
            renouvelees += renouveler(etats(ids.subList(i, Math.min(i + A_LA_FOIS, ids.size()))), autre);
        }
        if (renouvelees > 0) {
            traces.enlever();
        }
        return renouvelees;
    }

    private int renouveler(Map<PersonneId, Etat> etats, BiFunction<PersonneId, byte[], Optional<byte[]>> autre) {
        var neuves = new HashMap<PersonneId, byte[]>();
        var anciennes = new HashMap<PersonneId, byte[]>();
        etats.forEach((personne, etat) -> {
            if (etat instanceof Etat.Connue(var ancienne)) {
                autre.apply(personne, ancienne).ifPresent(neuve -> {
                    anciennes.put(personne, ancienne);
                    neuves.put(personne, neuve);
                });
            }
        });
        if (neuves.isEmpty()) {
            return 0;
        }
        var remplacees = new HashSet<PersonneId>();
        ecrire(connection -> {
            try (var update =
                    connection.prepareStatement("UPDATE cle_de_personne SET cle = ? WHERE personne = ? AND cle = ?")) {
                for (var neuve : neuves.entrySet()) {
                    update.setBytes(1, neuve.getValue());
                    update.setString(2, neuve.getKey().valeur());
                    update.setBytes(3, anciennes.get(neuve.getKey()));
                    if (update.executeUpdate() == 1) {
                        remplacees.add(neuve.getKey());
                    }
                }
            }
        });
        return remplacees.size();
    }

    /** Erasures whose key may still be found in the files of this database. */
    List<PersonneId> avecTraces() {
        return effacementsSans("hors_du_disque_le");
    }

    /** Erasures whose key the copy of the keys may still hold. */
    List<PersonneId> dansLaCopie() {
        return effacementsSans("hors_de_la_copie_le");
    }

    /** Notes that the copy was made again since these erasures. */
    void horsDeLaCopie(Collection<PersonneId> personnes, Instant le) {
        noter("hors_de_la_copie_le", personnes, le);
    }

    /** Tries to take away what may be left, and notes for which erasures it was done. */
    void enleverLesTraces() {
        var restantes = avecTraces();
        if (!restantes.isEmpty() && traces.enlever()) {
            noter("hors_du_disque_le", restantes, clock.instant());
        }
    }

    private List<PersonneId> effacementsSans(String colonne) {
        var personnes = new ArrayList<PersonneId>();
        lire(connection -> {
            try (var select = connection.prepareStatement(
                            "SELECT personne FROM effacement WHERE " + colonne + " IS NULL");
                    var rows = select.executeQuery()) {
                while (rows.next()) {
                    personnes.add(new PersonneId(rows.getString(1)));
                }
            }
        });
        return personnes;
    }

    private void noter(String colonne, Collection<PersonneId> personnes, Instant le) {
        ecrire(connection -> {
            try (var update = connection.prepareStatement(
                    "UPDATE effacement SET " + colonne + " = ? WHERE personne = ? AND " + colonne + " IS NULL")) {
                for (var personne : personnes) {
                    update.setLong(1, le.toEpochMilli());
                    update.setString(2, personne.valeur());
                    update.executeUpdate();
                }
            }
        });
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
        if (!retirees.isEmpty()) {
            traces.enlever();
        }
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
            TracesDesCles.ecraser(connection, database.dialect());
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
