package fr.roubaix.cln.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

/** What a kiosk keeps of what was delivered, and how it counts it. */
class KeptUntilSavedTest extends EnrolledKiosk {

    @Test
    void sealed_bytes_are_emptied_a_month_after_the_backup_covers_them_by_both_clocks_and_never_before() {
        deposit(3);
        drain();
        model.savedSeq = 3;
        heartbeat();
        clock.advance(Duration.ofDays(29));
        heartbeat();
        assertThat(kept()).isEqualTo(4);
        clock.advance(Duration.ofDays(2));
        heartbeat();
        assertThat(kept()).isEqualTo(1);
        assertThat(kiosk.index.counts()).containsEntry(JournalIndex.Delivery.DELIVERED, 4);
    }

    @Test
    void a_hub_put_back_from_further_than_what_is_kept_gets_the_rest_and_the_lost_ones_are_said_to_be() {
        deposit(3);
        drain();
        model.savedSeq = 3;
        heartbeat();
        clock.advance(Duration.ofDays(31));
        heartbeat();
        model.restore(new ModelHub.State());
        model.savedSeq = 0;
        heartbeat();
        drain();
        assertThat(kiosk.pending()).isZero();
        assertThat(kiosk.index.counts().get(JournalIndex.Delivery.UNSENDABLE)).isEqualTo(3);
        assertThat(model.state.facts.size()).isPositive();
    }

    @Test
    void the_queue_is_counted_and_paged_by_its_indexes_alone() {
        assertThat(plan("SELECT * FROM inscription WHERE delivery = 'PENDING' ORDER BY rowid DESC LIMIT 20"))
                .contains("inscription_delivery")
                .doesNotContain("TEMP B-TREE");
        assertThat(
                        plan(
                                "SELECT i.seq FROM inscription i WHERE i.chain = 'c' AND i.delivery = 'PENDING' ORDER BY i.seq"))
                .contains("inscription_pending")
                .doesNotContain("TEMP B-TREE");
        deposit(30);
        drain();
        deposit(2);
        assertThat(kiosk.index.counts())
                .containsEntry(JournalIndex.Delivery.DELIVERED, 31)
                .containsEntry(JournalIndex.Delivery.PENDING, 2);
        assertThat(kiosk.index.page(JournalIndex.Delivery.PENDING, 1, 5)).hasSize(1);
    }

    private String plan(String sql) {
        return String.join(
                "\n",
                kiosk.jdbc
                        .sql("EXPLAIN QUERY PLAN " + sql)
                        .query((row, _) -> row.getString(4))
                        .list());
    }

    private int kept() {
        return kiosk.jdbc
                .sql("SELECT count(*) FROM envelope WHERE content IS NOT NULL")
                .query(Integer.class)
                .single();
    }
}
