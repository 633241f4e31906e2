package fr.roubaix.cln.kiosk.sync;

import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;

/** What this kiosk may still know of what it sealed: number, instant, delivery. No personal data. */
@Repository
public class JournalIndex {

    private final JdbcClient jdbc;

    JournalIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was appended here under a receipt code. */
    @Transactional(readOnly = true)
    public Optional<Entry> find(ReceiptCode code) {
        return jdbc.sql("SELECT at, delivery FROM inscription WHERE code = ?")
                .param(code.texte())
                .query((row, _) ->
                        new Entry(Instant.ofEpochMilli(row.getLong("at")), Delivery.valueOf(row.getString("delivery"))))
                .optional();
    }

    /**
     * One line.
     *
     * @param at wall clock of the terminal
     * @param delivery where it stands between this kiosk and the hub
     */
    public record Entry(Instant at, Delivery delivery) {}

    /** Where an application stands between this kiosk and the hub. */
    public enum Delivery {
        /** Kept here until the hub has signed for it. */
        PENDING,
        /** The hub has signed for it. */
        DELIVERED,
        /** The hub has signed that it received it and cannot use it: staff must see to it. */
        REFUSED
    }
}
