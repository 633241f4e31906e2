package fr.roubaix.cln.e2e.fautes;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.Envelope;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.KeyId;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.Use;
import fr.roubaix.cln.sync.VerifyingKey;

/** The journal of a kiosk as a stranger to its code reads it: the file, the key, and the contract of the wire. */
final class KioskJournal implements AutoCloseable {

    private final Connection connection;
    private final VerifyingKey key;

    private KioskJournal(Connection connection, VerifyingKey key) {
        this.connection = connection;
        this.key = key;
    }

    /** Opens the journal in a data folder, beside the kiosk that may be using it. */
    static KioskJournal open(Path folder) throws SQLException {
        return open(
                folder.resolve("borne.db"),
                SigningKey.in(folder.resolve("borne.key")).verifyingKey());
    }

    /** Opens a copy that nobody else uses, and that need not survive anything more. */
    static KioskJournal openCopy(Path file, VerifyingKey key) throws SQLException {
        var journal = open(file, key);
        try (var statement = journal.connection.createStatement()) {
            statement.execute("PRAGMA synchronous = OFF");
        }
        return journal;
    }

    private static KioskJournal open(Path file, VerifyingKey key) throws SQLException {
        var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
        }
        return new KioskJournal(connection, key);
    }

    /** One stored envelope, with its place. */
    record Stored(String chain, long seq, String id, String hash) {}

    /**
     * Reads every envelope and refuses anything but whole chains: numbered from 1 without gap, each naming the one
     * before, each signed, each with its line in the index. A chain may end anywhere, and may not have a
     * hole.
     */
    List<Stored> verified() throws SQLException {
        return verified(0);
    }

    /** The same, beginning after a number of each chain that was verified before; the link to it is still checked. */
    List<Stored> verified(long after) throws SQLException {
        var found = new ArrayList<Stored>();
        Map<String, Hash> heads = new HashMap<>();
        Map<String, Long> numbers = new HashMap<>();
        try (var statement = connection.prepareStatement("""
                SELECT e.chain, e.seq, e.id, e.hash, e.content, e.signature, i.seq FROM envelope e
                LEFT JOIN inscription i ON i.id = e.id AND i.chain = e.chain AND i.seq = e.seq
                WHERE e.seq > ? ORDER BY e.chain, e.seq""")) {
            statement.setLong(1, after);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(verified(rows, after, heads, numbers));
                }
            }
        }
        return found;
    }

    private Stored verified(ResultSet row, long after, Map<String, Hash> heads, Map<String, Long> numbers)
            throws SQLException {
        String chain = row.getString(1);
        long seq = row.getLong(2);
        byte[] content = row.getBytes(5);
        if (content == null) {
            // Given up below the hub's last verified backup: the hash alone stays.
            heads.put(chain, new Hash(row.getString(4)));
            numbers.put(chain, seq);
            return new Stored(chain, seq, row.getString(3), row.getString(4));
        }
        var signed = new Signed(Bytes.of(content), Bytes.of(row.getBytes(6)));
        var envelope = Envelope.decode(signed.content().toArray())
                .orElseThrow(() -> new AssertionError("envelope " + seq + " is not whole"));
        boolean linked = heads.containsKey(chain)
                ? heads.get(chain).equals(envelope.prev())
                : after > 0 || envelope.prev().equals(Hash.ZERO);
        boolean placed = envelope.seq() == seq
                && envelope.chain().hex().equals(chain)
                && seq == numbers.getOrDefault(chain, after) + 1;
        boolean named = envelope.id().toString().equals(row.getString(3))
                && signed.hash().hex().equals(row.getString(4))
                && row.getLong(7) == seq;
        if (!linked || !placed || !named || !signed.verifiedBy(key, Use.ENVELOPE)) {
            throw new AssertionError("chain " + chain + " breaks at " + seq + ": linked " + linked + ", placed "
                    + placed + ", named " + named);
        }
        heads.put(chain, signed.hash());
        numbers.put(chain, seq);
        return new Stored(chain, seq, row.getString(3), row.getString(4));
    }

    /** The bytes and signature of every envelope of a journal with one chain, in order, each with its line in the index. */
    List<Bytes> contents() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                SELECT e.content || e.signature, i.seq FROM envelope e
                LEFT JOIN inscription i ON i.id = e.id AND i.chain = e.chain ORDER BY e.seq""")) {
            var found = new ArrayList<Bytes>();
            while (rows.next()) {
                if (rows.getLong(2) != found.size() + 1) {
                    throw new AssertionError("envelope " + (found.size() + 1) + " has no line in the index");
                }
                found.add(Bytes.of(rows.getBytes(1)));
            }
            return found;
        }
    }

    /** No line of the index without its envelope, and the file sound from end to end. */
    void sound() throws SQLException {
        String integrity = text("PRAGMA integrity_check");
        if (!integrity.equals("ok")) {
            throw new AssertionError("the journal is damaged: " + integrity);
        }
        long orphans = number("""
                SELECT count(*) FROM inscription i WHERE NOT EXISTS
                (SELECT 1 FROM envelope e WHERE e.chain = i.chain AND e.seq = i.seq AND e.id = i.id)""");
        if (orphans > 0) {
            throw new AssertionError(orphans + " lines of the index have no envelope");
        }
    }

    /** For how many keys of the hub envelopes were sealed, among those whose bytes are still here. */
    long sealingKeys() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT content FROM envelope WHERE content IS NOT NULL")) {
            var keys = new HashSet<KeyId>();
            while (rows.next()) {
                keys.add(Envelope.decode(rows.getBytes(1)).orElseThrow().keyId());
            }
            return keys.size();
        }
    }

    /** The ids of every envelope. */
    Set<String> ids() throws SQLException {
        return new HashSet<>(texts("SELECT id FROM envelope"));
    }

    /** Where each line of the index stands: PENDING, DELIVERED, REFUSED, and how many. */
    long marked(String delivery) throws SQLException {
        return number("SELECT count(*) FROM inscription WHERE delivery = '" + delivery + "'");
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    String text(String sql) throws SQLException {
        return texts(sql).getFirst();
    }

    List<String> texts(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
