package fr.roubaix.cln.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.kiosk.sync.Delivery.Failed;
import fr.roubaix.cln.kiosk.sync.Delivery.Unread;
import fr.roubaix.cln.kiosk.sync.Hub.Fault;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.Outcome;

/** What a kiosk makes of each answer of the hub. */
class ExchangeTest extends EnrolledKiosk {

    @Test
    void what_is_too_large_is_halved_down_to_one_envelope_then_waits_and_grows_back_once_it_passes() {
        deposit(40);
        var sizes = new ArrayList<Integer>();
        for (Batch batch = kiosk.due(); batch != null; batch = kiosk.due()) {
            sizes.add(batch.envelopes().size());
            kiosk.outbox.record(new Failed(batch, Fault.TOO_LARGE));
        }
        assertThat(sizes).containsExactly(41, 20, 10, 5, 2, 1);
        assertThat(kiosk.hub.liaison().panne()).contains(Fault.TOO_LARGE);
        sizes.clear();
        clock.advance(Duration.ofMinutes(6));
        for (Batch batch = kiosk.due(); batch != null; batch = kiosk.due()) {
            sizes.add(batch.envelopes().size());
            kiosk.answer(batch, model.receive(batch));
        }
        assertThat(sizes).startsWith(1, 2, 4, 8, 16).hasSize(6);
        assertThat(kiosk.pending()).isZero();
        assertThat(kiosk.hub.liaison().panne()).isEmpty();
    }

    @Test
    void what_is_called_forged_twice_goes_on_in_a_new_chain_once_and_then_waits_for_people() {
        deposit(3);
        drain();
        deposit(2);
        model.forging = true;
        for (int i = 0; i < 8; i++) {
            later();
            kiosk.exchange(model);
        }
        assertThat(chains()).hasSize(2);
        assertThat(kiosk.hub.liaison().panne()).contains(Fault.FORGED);
        assertThat(kiosk.pending()).isEqualTo(3);
        model.forging = false;
        drain();
        assertThat(model.state.facts).hasSize(7);
        assertThat(kiosk.pending()).isZero();
    }

    @Test
    void what_the_hub_cannot_use_is_said_to_be_refused_even_when_the_first_answer_was_lost() {
        deposit(1);
        var batch = Objects.requireNonNull(kiosk.due());
        model.receive(batch);
        kiosk.answer(batch, answered(batch, new Outcome.Duplicate(new Outcome.Refused())));
        assertThat(kiosk.index.counts()).containsEntry(JournalIndex.Delivery.REFUSED, 2);
    }

    @Test
    void a_hub_that_cannot_read_a_sound_envelope_is_at_fault_itself_and_the_kiosk_waits() {
        deposit(2);
        for (int i = 0; i < 8; i++) {
            later();
            for (Batch batch = kiosk.due(); batch != null; batch = kiosk.due()) {
                kiosk.outbox.record(new Unread(batch));
            }
        }
        assertThat(kiosk.hub.liaison().panne()).contains(Fault.REJECTED);
        assertThat(chains()).hasSize(1);
        drain();
        assertThat(kiosk.pending()).isZero();
        assertThat(model.state.facts).hasSize(3);
    }
}
