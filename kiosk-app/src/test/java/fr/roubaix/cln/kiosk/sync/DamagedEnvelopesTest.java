package fr.roubaix.cln.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.kiosk.sync.Delivery.Failed;
import fr.roubaix.cln.kiosk.sync.Delivery.Unread;
import fr.roubaix.cln.kiosk.sync.Hub.Fault;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.ChainHead;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.Message.Cause;
import fr.roubaix.cln.sync.Message.ChaineOuverte;
import fr.roubaix.cln.sync.Outcome;
import fr.roubaix.cln.sync.Signed;

/** Envelopes damaged on the disk of a kiosk: found, set aside, and never called lost when the hub holds them. */
class DamagedEnvelopesTest extends EnrolledKiosk {

    @Test
    void an_envelope_damaged_on_the_disk_is_set_aside_and_the_others_pass() {
        deposit(4);
        kiosk.jdbc.sql("UPDATE envelope SET content = x'7b7d' WHERE seq = 3").update();
        var batch = Objects.requireNonNull(kiosk.due());
        kiosk.answer(batch, forged(batch));
        assertThat(kiosk.hub.liaison().panne()).contains(Fault.DAMAGED);
        drain();
        assertThat(kiosk.index.counts())
                .containsEntry(JournalIndex.Delivery.UNSENDABLE, 1)
                .containsEntry(JournalIndex.Delivery.PENDING, 0);
        assertThat(kiosk.index.page(0, 20)).anyMatch(entry -> entry.kind().equals(Kind.EVENEMENT));
    }

    @Test
    void an_envelope_that_the_hub_cannot_read_is_found_by_halves_and_all_goes_on_in_another_chain() {
        deposit(20);
        kiosk.jdbc.sql("UPDATE envelope SET signature = x'00' WHERE seq = 7").update();
        var sizes = exchangedWhileSomeAreUnread();
        assertThat(sizes).startsWith(21, 10, 5, 10, 5, 2, 1);
        assertThat(kiosk.pending()).isZero();
        assertThat(chains()).hasSize(2);
        assertThat(kiosk.index.counts()).containsEntry(JournalIndex.Delivery.UNSENDABLE, 0);
        assertThat(kiosk.index.page(0, 30)).anyMatch(entry -> entry.kind().equals(Kind.EVENEMENT));
    }

    @Test
    void a_damaged_chain_is_continued_from_where_the_hub_holds_it_even_when_the_last_ack_is_lost() {
        deposit(4);
        var lost = Objects.requireNonNull(kiosk.due());
        model.receive(lost);
        kiosk.outbox.record(new Failed(lost, Fault.UNREACHABLE));
        deposit(2);
        kiosk.jdbc
                .sql("UPDATE envelope SET content = x'00', signature = x'00' WHERE seq = 1")
                .update();
        var sizes = exchangedWhileSomeAreUnread();
        assertThat(sizes).startsWith(7, 3, 1, 0);
        var first = new ChainId(chains().getFirst());
        var held = model.state.chains.get(first.hex());
        assertThat(model.opened(chains().getLast()))
                .isEqualTo(new ChaineOuverte(
                        new ChainHead(first, held.size(), held.getLast().hash()), Cause.FALSIFICATION));
        assertThat(kiosk.pending()).isZero();
        assertThat(kiosk.index.counts()).containsEntry(JournalIndex.Delivery.UNSENDABLE, 0);
    }

    @Test
    void a_question_about_a_chain_of_which_nothing_waits_any_more_changes_nothing() {
        deposit(3);
        drain();
        kiosk.jdbc.sql("UPDATE envelope SET content = NULL WHERE seq < 3").update();
        Link.limit(kiosk.jdbc, 0);
        heartbeat();
        assertThat(chains()).hasSize(1);
        assertThat(kiosk.hub.liaison().panne()).isEmpty();
        deposit(2);
        drain();
        assertThat(kiosk.pending()).isZero();
    }

    @Test
    void a_damaged_envelope_that_the_hub_holds_is_not_called_lost() {
        deposit(4);
        var lost = Objects.requireNonNull(kiosk.due());
        model.receive(lost);
        kiosk.outbox.record(new Failed(lost, Fault.UNREACHABLE));
        later();
        Link.limit(kiosk.jdbc, 1);
        var opening = Objects.requireNonNull(kiosk.due());
        kiosk.answer(opening, model.receive(opening));
        kiosk.jdbc
                .sql("UPDATE envelope SET content = x'00', signature = x'00' WHERE seq = 2")
                .update();
        exchangedWhileSomeAreUnread();
        assertThat(chains()).hasSize(2);
        assertThat(kiosk.index.counts()).containsEntry(JournalIndex.Delivery.UNSENDABLE, 0);
    }

    private List<Integer> exchangedWhileSomeAreUnread() {
        var sizes = new ArrayList<Integer>();
        for (int i = 0; i < 60 && kiosk.pending() > 0; i++) {
            var batch = kiosk.due();
            if (batch == null) {
                later();
                continue;
            }
            sizes.add(batch.envelopes().size());
            if (Batch.decode(batch.encode()).isPresent()) {
                kiosk.answer(batch, model.receive(batch));
            } else {
                kiosk.outbox.record(new Unread(batch));
            }
        }
        return sizes;
    }

    private Signed forged(Batch batch) {
        return answered(batch, new Outcome.Forged());
    }
}
