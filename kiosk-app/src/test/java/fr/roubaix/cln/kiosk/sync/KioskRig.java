package fr.roubaix.cln.kiosk.sync;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.kiosk.sync.KioskIdentity.Enrolled;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Message.Cause;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.VerifyingKey;

/** A kiosk on a real file, whose exchanges a test carries by hand; closing and making another one is a restart. */
final class KioskRig implements AutoCloseable {

    static final Duration HEARTBEAT = Duration.ofSeconds(15);

    final Database database;
    final JdbcClient jdbc;
    final KioskIdentity identity;
    final JdbcJournal journal;
    final JournalIndex index;
    final Outbox outbox;
    final KnownHub hub;
    final StatusPages pages;
    final KnownAddresses adresses;
    final CleUsb usb;
    final FakeMounts mounts = new FakeMounts();
    final Chains chains;
    final Continuation continuation;
    final Acks acks;
    final KioskState state;
    final LargestTransaction transactions;
    final Supplier<EnvelopeId> ids;
    private final Clock clock;
    final TransactionTemplate write;
    /** What happens while a signature of this journal is verified. */
    Runnable verifying = () -> {};

    KioskRig(Path folder, Path stick, Clock clock, Random random) {
        this(folder, stick, clock, random, Duration.ofDays(30));
    }

    KioskRig(Path folder, Path stick, Clock clock, Random random, Duration kept) {
        this.clock = clock;
        database = Database.sqlite(folder.resolve("borne.db"));
        database.migrate("db/migration");
        jdbc = JdbcClient.create(database.template());
        transactions = new LargestTransaction(database.dataSource());
        transactions.setExceptionTranslator(database.exceptionTranslator());
        write = new TransactionTemplate(transactions);
        var read = new TransactionTemplate(transactions);
        read.setReadOnly(true);
        ids = () -> EnvelopeId.mint(clock, random);
        identity = new KioskIdentity(folder, jdbc);
        chains = new Chains(jdbc, identity, clock, random);
        continuation = new Continuation(jdbc, transactions, identity, chains);
        journal = new JdbcJournal(jdbc, transactions, identity, chains, continuation);
        journal.beginIfAsked();
        index = new JournalIndex(jdbc);
        var audit = new JournalAudit(jdbc, identity) {
            @Override
            boolean genuine(Signed signed, VerifyingKey key) {
                verifying.run();
                return super.genuine(signed, key);
            }
        };
        acks = new Acks(jdbc, chains, new Ciphertexts(jdbc, kept, clock), audit, ids, clock);
        state = new KioskState(jdbc, folder, Optional::empty, clock);
        hub = new KnownHub(jdbc, transactions, identity, state, journal, ids, clock, HEARTBEAT);
        pages = new StatusPages(jdbc, transactions, identity, clock, HEARTBEAT);
        outbox = new Outbox(
                jdbc, transactions, identity, chains, continuation, acks, state, new Backoff(random), clock, HEARTBEAT);
        adresses = new KnownAddresses(folder, identity, () -> false, clock, HEARTBEAT);
        usb = new UsbSticks(
                identity,
                List.of(stick),
                mounts,
                continuation,
                new UsbExport(jdbc, read, clock),
                new UsbImport(write, identity, acks, hub, pages, adresses));
    }

    /** As an enrolment does, with the keys of this hub. */
    void enrol(ModelHub model) {
        var before = identity.lastEnrolment();
        model.kioskKey = identity.nextKey().verifyingKey();
        var enrolled =
                new Enrolled(URI.create("http://localhost:1"), ModelHub.KIOSK, ModelHub.mairie(), 1, model.keys());
        write.executeWithoutResult(_ -> {
            identity.store(enrolled, "CODE" + model.kioskKey, clock.instant());
            before.ifPresent(_ -> Link.askChain(jdbc, Cause.ENROLEMENT));
        });
        identity.reload();
        hub.enrolled();
        journal.beginIfAsked();
    }

    /** Enrols this kiosk by the real door. */
    Enrolment enrolment(HubClient client, KioskProperties properties) {
        var chain = new ChainAfterEnrolment(client, identity, journal, chains, acks, state, transactions);
        return new Enrolment(client, identity, chain, hub, state, jdbc, properties, transactions, clock);
    }

    /** What arrives of what is due: a batch goes to the hub and its answer comes back; {@code null} when nothing is due. */
    @Nullable
    Batch due() {
        return outbox.nextDueBatch();
    }

    void answer(Batch batch, Signed answer) {
        outbox.record(HubClient.delivery(identity.enrolled().orElseThrow(), batch, answer.text()));
    }

    /** One exchange with a hub in reach: what is due, the bulletin when it is wanted, and the statuses. */
    boolean exchange(ModelHub model) {
        if (hub.bulletinDue() != null) {
            hub.record(Optional.of(new HubClient.Fetched(model.bulletin(), "")));
        }
        var batch = due();
        if (batch == null) {
            return false;
        }
        answer(batch, model.receive(batch));
        for (var page = pages.pageDue(); page != null; page = pages.pageDue()) {
            pages.record(Optional.of(model.statuts(Math.min(page.depuis(), model.statuts.size()), 2)));
        }
        return true;
    }

    int pending() {
        return hub.liaison().enAttente();
    }

    @Override
    public void close() {
        database.close();
    }
}
