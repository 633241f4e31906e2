package fr.roubaix.cln.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.kiosk.sync.Hub.Fault;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.ChainHead;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Message.Cause;
import fr.roubaix.cln.sync.Message.ChaineOuverte;
import fr.roubaix.cln.sync.Outcome;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.Use;

/** When a kiosk goes on in another chain, and what that chain says of those before. */
class ChainsOfAKioskTest extends EnrolledKiosk {

    @Test
    void a_hub_that_holds_something_else_in_every_chain_stops_getting_new_ones_and_is_believed_once_it_mends() {
        drain();
        deposit(3);
        for (int i = 0; i < 12; i++) {
            later();
            for (Batch batch = kiosk.due(); batch != null; batch = kiosk.due()) {
                kiosk.answer(batch, holdingSomethingElse(batch));
            }
        }
        assertThat(chains()).hasSizeLessThanOrEqualTo(4);
        assertThat(kiosk.hub.liaison().panne()).contains(Fault.CONFLICT);
        deposit(1);
        drain();
        assertThat(kiosk.pending()).isZero();
        assertThat(kiosk.hub.liaison().panne()).isEmpty();
        deposit(1);
        later();
        var batch = Objects.requireNonNull(kiosk.due());
        kiosk.answer(batch, holdingSomethingElse(batch));
        assertThat(chains()).as("a conflict after what was taken is a new one").hasSizeLessThanOrEqualTo(5);
        drain();
        assertThat(kiosk.pending()).isZero();
    }

    private Signed holdingSomethingElse(Batch batch) {
        var ack = new Ack(
                ModelHub.KIOSK,
                batch.chain(),
                9,
                Hash.of(Bytes.of(new byte[] {1})),
                batch.envelopes().stream()
                        .map(signed -> new Ack.Answer(signed.hash(), new Outcome.Conflict()))
                        .toList(),
                0,
                model.epoch,
                clock.instant());
        return Signed.by(model.signing, Use.ACK, ack.encode());
    }

    @Test
    void several_chains_in_a_row_name_the_last_head_that_the_hub_holds() {
        deposit(3);
        drain();
        var held = model.state.chains.get(chains().getFirst()).getLast();
        deposit(2);
        begin(Cause.CONFLIT);
        begin(Cause.FALSIFICATION);
        begin(Cause.ENROLEMENT);
        drain();
        assertThat(chains()).hasSize(4);
        assertThat(model.opened(chains().getLast()))
                .isEqualTo(new ChaineOuverte(
                        new ChainHead(new ChainId(chains().getFirst()), 4, held.hash()), Cause.ENROLEMENT));
        assertThat(kiosk.pending()).isZero();
    }

    @Test
    void a_chain_that_follows_a_restoration_of_which_the_hub_never_heard_vouches_for_nothing_before_it() {
        deposit(3);
        drain();
        begin(Cause.RESTAURATION);
        begin(Cause.CONFLIT);
        begin(Cause.CONFLIT);
        drain();
        assertThat(model.opened(chains().getLast()))
                .isEqualTo(new ChaineOuverte(ChainHead.empty(new ChainId(chains().get(1))), Cause.CONFLIT));
    }

    private void begin(Cause cause) {
        kiosk.write.executeWithoutResult(
                _ -> kiosk.chains.continued(kiosk.identity.enrolled().orElseThrow(), cause));
    }

    @Test
    void a_kiosk_enrolled_again_keeps_its_journal_and_sends_what_waits_under_its_new_key() throws IOException {
        deposit(3);
        Files.delete(folder.resolve("borne").resolve("borne.key"));
        kiosk.close();
        open();
        assertThat(kiosk.identity.keyLost()).isTrue();
        assertThat(kiosk.due()).isNull();
        kiosk.enrol(model);
        drain();
        assertThat(kiosk.pending()).isZero();
        // The first opening never left: the one of the new chain takes its place.
        assertThat(model.state.facts).hasSize(4);
        assertThat(model.state.refused).isZero();
        assertThat(chains()).hasSize(2);
    }
}
