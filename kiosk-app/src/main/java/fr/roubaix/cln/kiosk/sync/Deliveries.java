package fr.roubaix.cln.kiosk.sync;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.kiosk.sync.JournalIndex.Delivery;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Message.Cause;
import fr.roubaix.cln.sync.Outcome;

/** How far the hub is known to hold each chain, and each envelope. Every method joins the caller's transaction. */
final class Deliveries {

    /** Each hash is looked up by its index, whatever the length of the journal. */
    static final String MARK = """
            UPDATE inscription SET delivery = ? WHERE rowid IN (
            SELECT i.rowid FROM json_each(?) answered
            CROSS JOIN envelope e ON e.chain = ? AND e.hash = answered.value
            CROSS JOIN inscription i ON i.chain = e.chain AND i.seq = e.seq
            WHERE e.seq <= ? AND i.delivery <> ?)""";

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this journal has the very envelope that the hub says it holds last. */
    boolean agrees(Ack ack) {
        return ack.contiguousSeq() == 0
                || jdbc.sql("SELECT hash FROM envelope WHERE chain = ? AND seq = ?")
                        .params(ack.chain().hex(), ack.contiguousSeq())
                        .query(String.class)
                        .optional()
                        .filter(ack.chainHash().hex()::equals)
                        .isPresent();
    }

    /**
     * Marks what the ack answers, and writes down how far the hub holds the chain.
     *
     * @return how many envelopes it newly proves to be at the hub
     */
    int cover(Ack ack) {
        var byDelivery = ack.answers().stream()
                .filter(answer -> delivery(answer.outcome()).isPresent())
                .collect(Collectors.groupingBy(
                        answer -> delivery(answer.outcome()).orElseThrow(),
                        Collectors.mapping(Ack.Answer::envelope, Collectors.toList())));
        int marked = byDelivery.entrySet().stream()
                .mapToInt(entry -> mark(ack, entry.getKey(), entry.getValue()))
                .sum();
        marked += jdbc.sql("""
                UPDATE inscription SET delivery = 'DELIVERED'
                WHERE chain = ? AND seq <= ? AND delivery = 'UNSENDABLE'""").params(ack.chain().hex(), ack.contiguousSeq()).update();
        jdbc.sql("UPDATE chain SET acked_seq = ?, saved_seq = ?, hub_epoch = ? WHERE chain = ?")
                .params(
                        ack.contiguousSeq(),
                        ack.savedSeq(),
                        ack.hubEpoch().hex(),
                        ack.chain().hex())
                .update();
        return marked;
    }

    /** One statement for a whole batch. */
    private int mark(Ack ack, Delivery delivery, List<Hash> envelopes) {
        String hashes =
                envelopes.stream().map(hash -> '"' + hash.hex() + '"').collect(Collectors.joining(",", "[", "]"));
        return jdbc.sql(MARK)
                .params(delivery.name(), hashes, ack.chain().hex(), ack.contiguousSeq(), delivery.name())
                .update();
    }

    private static Optional<Delivery> delivery(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted _ -> Optional.of(Delivery.DELIVERED);
            case Outcome.Duplicate(var first) ->
                Optional.of(first instanceof Outcome.Refused ? Delivery.REFUSED : Delivery.DELIVERED);
            case Outcome.Refused _ -> Optional.of(Delivery.REFUSED);
            case Outcome.Gap _, Outcome.Conflict _, Outcome.Forged _ -> Optional.empty();
        };
    }

    /** What the hub no longer holds is to be sent again, whatever it once answered; what is no longer kept cannot. */
    void lower(ChainId chain, long heldSeq) {
        jdbc.sql("""
                UPDATE inscription SET delivery = CASE
                    WHEN EXISTS (SELECT 1 FROM envelope e WHERE e.chain = inscription.chain AND e.seq = inscription.seq
                                 AND e.content IS NOT NULL) THEN 'PENDING' ELSE 'UNSENDABLE' END
                WHERE chain = ? AND seq > ? AND delivery IN ('DELIVERED', 'REFUSED')""").params(chain.hex(), heldSeq).update();
    }

    /** Whether the next envelope that the hub expects can no longer be sent: the chain cannot go on. */
    boolean stuckAfter(ChainId chain, long heldSeq) {
        return jdbc.sql("SELECT count(*) FROM inscription WHERE chain = ? AND seq > ? AND delivery = 'UNSENDABLE'")
                        .params(chain.hex(), heldSeq)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The number of the first envelope of a chain that is to be sent; 0 when none is. */
    long firstPending(ChainId chain) {
        return jdbc.sql("SELECT coalesce(min(seq), 0) FROM inscription WHERE chain = ? AND delivery = 'PENDING'")
                .param(chain.hex())
                .query(Long.class)
                .single();
    }

    /** Nothing of this chain is to be asked for in this life of the hub any more. */
    void settledIn(Ack ack) {
        jdbc.sql("UPDATE chain SET hub_epoch = ? WHERE chain = ?")
                .params(ack.hubEpoch().hex(), ack.chain().hex())
                .update();
    }

    /** What is known of a chain; empty when it is not one of this journal. */
    Optional<Known> known(ChainId chain) {
        return jdbc.sql("SELECT kiosk, acked_seq, saved_seq, hub_epoch, cause FROM chain WHERE chain = ?")
                .param(chain.hex())
                .query((row, _) -> new Known(
                        row.getInt("kiosk"),
                        row.getLong("acked_seq"),
                        row.getLong("saved_seq"),
                        Optional.ofNullable(row.getString("hub_epoch")),
                        Cause.valueOf(row.getString("cause"))))
                .optional();
    }

    /** The number of the envelope that the first answer is about; 0 when this journal has none of that hash. */
    long firstAnswered(Ack ack) {
        return ack.answers().stream()
                .findFirst()
                .flatMap(answer -> jdbc.sql("SELECT seq FROM envelope WHERE chain = ? AND hash = ?")
                        .params(ack.chain().hex(), answer.envelope().hex())
                        .query(Long.class)
                        .optional())
                .orElse(0L);
    }

    /**
     * A chain.
     *
     * @param kiosk the number that this kiosk had
     * @param ackedSeq how far the hub is known to hold it
     * @param savedSeq how far the hub's verified backup covers it
     * @param hubEpoch the life of the hub that said so
     */
    record Known(int kiosk, long ackedSeq, long savedSeq, Optional<String> hubEpoch, Cause cause) {
        boolean confirmedIn(Ack ack) {
            return hubEpoch.filter(ack.hubEpoch().hex()::equals).isPresent();
        }
    }
}
