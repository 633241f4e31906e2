package fr.roubaix.cln.kiosk.sync;

import java.util.ArrayList;
import java.util.List;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.kiosk.sync.Delivery.Sent;
import fr.roubaix.cln.kiosk.sync.KioskIdentity.Enrolled;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.Batch;

/**
 * Begins the chain that an enrolment asks for. The hub, which has just answered, is first asked how far it holds the one
 * before: the new chain vouches for it only by naming exactly that, and the last ack may be lost. A hub that does not
 * answer any more is not waited for; the chain then names what is known.
 */
final class ChainAfterEnrolment {

    private final HubClient client;
    private final KioskIdentity identity;
    private final JdbcJournal journal;
    private final Chains chains;
    private final Acks acks;
    private final KioskState state;
    private final TransactionTemplate write;

    ChainAfterEnrolment(
            HubClient client,
            KioskIdentity identity,
            JdbcJournal journal,
            Chains chains,
            Acks acks,
            KioskState state,
            PlatformTransactionManager transactions) {
        this.client = client;
        this.identity = identity;
        this.journal = journal;
        this.chains = chains;
        this.acks = acks;
        this.state = state;
        this.write = new TransactionTemplate(transactions);
    }

    void begin() {
        var enrolled = identity.enrolled().orElseThrow();
        var answers = ask(enrolled);
        write.executeWithoutResult(_ -> {
            var restored = answers.stream().filter(acks::held).findFirst();
            journal.beginIfAsked();
            restored.ifPresent(ack -> acks.noteRestored(enrolled, ack));
        });
    }

    /** Back to the last chain of which the hub holds something: it is the one to name. */
    private List<Ack> ask(Enrolled enrolled) {
        var answers = new ArrayList<Ack>();
        for (var chain : chains.all(enrolled)) {
            if (!(client.send(new Batch(chain, List.of(), state.etat())) instanceof Sent(var _, var ack))) {
                return answers;
            }
            answers.add(ack);
            if (ack.contiguousSeq() > 0) {
                return answers;
            }
        }
        return answers;
    }
}
