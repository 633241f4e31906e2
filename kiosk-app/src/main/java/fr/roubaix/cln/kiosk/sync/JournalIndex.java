package fr.roubaix.cln.kiosk.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Saisie.Lue;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.Statut;

/** What this kiosk may still know of what it sealed: number, kind, instant, delivery, status. No personal data. */
@Repository
public class JournalIndex {

    private static final String ENTRIES = """
            SELECT i.code, i.kind, i.at, i.delivery, s.statut
            FROM inscription i LEFT JOIN statut s ON s.code = i.code""";

    private final JdbcClient jdbc;

    JournalIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was appended here under a receipt code. */
    @Transactional(readOnly = true)
    public Optional<Entry> find(ReceiptCode code) {
        return jdbc.sql(ENTRIES + " WHERE i.code = ?")
                .param(code.texte())
                .query(JournalIndex::entry)
                .optional();
    }

    /** A page of everything appended here, the newest first. */
    @Transactional(readOnly = true)
    public List<Entry> page(int offset, int limit) {
        return jdbc.sql(ENTRIES + " ORDER BY i.rowid DESC LIMIT ? OFFSET ?")
                .params(limit, offset)
                .query(JournalIndex::entry)
                .list();
    }

    /** A page of what is in one state, the newest first. */
    @Transactional(readOnly = true)
    public List<Entry> page(Delivery delivery, int offset, int limit) {
        return jdbc.sql(ENTRIES + " WHERE i.delivery = ? ORDER BY i.rowid DESC LIMIT ? OFFSET ?")
                .params(delivery.name(), limit, offset)
                .query(JournalIndex::entry)
                .list();
    }

    /** How many entries are in each state; every state is there. Costs the same however long the journal is. */
    @Transactional(readOnly = true)
    public Map<Delivery, Integer> counts() {
        var counts = new EnumMap<Delivery, Integer>(Delivery.class);
        jdbc.sql("SELECT delivery, number FROM delivery_count").query(row -> {
            counts.put(Delivery.valueOf(row.getString("delivery")), row.getInt("number"));
        });
        return counts;
    }

    private static Entry entry(ResultSet row, int ignored) throws SQLException {
        return new Entry(
                Optional.ofNullable(row.getString("code")).map(JournalIndex::code),
                new Kind(row.getString("kind")),
                Instant.ofEpochMilli(row.getLong("at")),
                Delivery.valueOf(row.getString("delivery")),
                statut(row.getString("statut")));
    }

    private static Optional<Statut> statut(@Nullable String mot) {
        return Optional.ofNullable(mot).map(Statut::new);
    }

    private static ReceiptCode code(String texte) {
        if (ReceiptCode.lire(texte) instanceof Lue<ReceiptCode>(var code)) {
            return code;
        }
        throw new IllegalStateException("the index holds something that is no receipt code");
    }

    /**
     * One line.
     *
     * @param code of an application; none for a declaration or an event
     * @param at wall clock of the terminal
     * @param delivery where it stands between this kiosk and the hub
     * @param statut what the hub last said of the application
     */
    public record Entry(
            Optional<ReceiptCode> code, Kind kind, Instant at, Delivery delivery, Optional<Statut> statut) {}

    /** Where an envelope stands between this kiosk and the hub. */
    public enum Delivery {
        /** Kept here until the hub has signed for it. */
        PENDING,
        /** The hub has signed for it. */
        DELIVERED,
        /** The hub has signed that it received it and cannot use it: staff must see to it. */
        REFUSED,
        /** The hub does not hold it and these bytes can no longer be sent: damaged here. Staff must see to it. */
        UNSENDABLE
    }
}
