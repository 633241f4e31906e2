package fr.roubaix.cln.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

import fr.roubaix.cln.kiosk.sync.Journal.Inscription;
import fr.roubaix.cln.sync.Envelope;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.Message;
import fr.roubaix.cln.sync.OpeningKey;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.Use;

class JdbcJournalTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(1_790_000_000_123L), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final OpeningKey hub = OpeningKey.generate();
    private final SigningKey hubSigner = SigningKey.generate();
    private final Random random = new Random(42);
    private Terminal terminal;

    @BeforeEach
    void start() {
        terminal = new Terminal(folder, CLOCK);
    }

    @AfterEach
    void stop() {
        terminal.close();
    }

    @Test
    void a_chain_begins_with_an_opening_and_has_no_gap() {
        enrol();
        IntStream.rangeClosed(1, 20).forEach(this::deposit);
        assertThat(terminal.stored()).hasSize(21);
        verifyChain();
    }

    @Test
    void what_was_appended_is_there_after_a_restart_and_the_chain_goes_on() {
        enrol();
        deposit(1);
        var before = terminal.stored();
        terminal.close();
        start();
        deposit(2);
        assertThat(terminal.stored()).startsWith(before.get(0), before.get(1)).hasSize(3);
        verifyChain();
    }

    @Test
    void a_second_click_changes_nothing_and_gives_the_first_answer() {
        enrol();
        var id = EnvelopeId.mint(CLOCK, random);
        Inscription first = terminal.journal.append(id, Fiches.candidature(1));
        Inscription second = terminal.journal.append(id, Fiches.candidature(2));
        assertThat(second).isEqualTo(first);
        assertThat(terminal.stored()).hasSize(2);
    }

    @Test
    void the_hub_and_only_the_hub_reads_what_was_deposited() throws Exception {
        enrol();
        deposit(7);
        var envelope =
                Envelope.decode(terminal.stored().get(1).content().toArray()).orElseThrow();
        var opened = hub.open(envelope.sealContext(), envelope.keyId(), envelope.payload());
        assertThat(opened.flatMap(bytes -> Message.decode(Kind.CANDIDATURE, bytes)))
                .contains(Fiches.candidature(7));
        terminal.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(Fiches.NOM)
                        .doesNotContain("Canari")
                        .doesNotContain("1990-05-17");
            }
        }
        start();
    }

    @Test
    void two_threads_that_deposit_at_once_leave_one_chain() throws Exception {
        enrol();
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Void> work = () -> {
                together.await();
                IntStream.range(0, 25).forEach(_ -> deposit(nextCode()));
                return null;
            };
            for (var done : threads.invokeAll(List.of(work, work))) {
                done.get();
            }
        }
        assertThat(terminal.stored()).hasSize(51);
        verifyChain();
    }

    @Test
    void two_threads_that_deposit_the_same_thing_store_it_once() throws Exception {
        enrol();
        var id = EnvelopeId.mint(CLOCK, random);
        var together = new CyclicBarrier(2);
        Callable<Inscription> click = () -> {
            together.await();
            return terminal.journal.append(id, Fiches.candidature(nextCode()));
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(List.of(click, click));
            assertThat(answers.get(0).get()).isEqualTo(answers.get(1).get());
        }
        assertThat(terminal.stored()).hasSize(2);
    }

    @Test
    void before_enrolment_nothing_can_be_deposited_and_nothing_is_stored() {
        assertThatThrownBy(() -> deposit(1)).isInstanceOf(JournalUnavailableException.class);
        assertThat(terminal.stored()).isEmpty();
    }

    @Test
    void a_full_disk_refuses_stores_nothing_and_service_resumes_afterwards() {
        enrol();
        deposit(1);
        var pages = terminal.jdbc.sql("PRAGMA page_count").query(Integer.class).single();
        pragma("max_page_count = " + pages);
        long appended = fillUp();
        assertThat(terminal.stored()).hasSize((int) appended + 2);
        pragma("max_page_count = 1000000");
        deposit(nextCode());
        assertThat(terminal.stored()).hasSize((int) appended + 3);
        verifyChain();
    }

    @Test
    void a_database_that_became_read_only_refuses_and_service_resumes_afterwards() {
        enrol();
        deposit(1);
        pragma("query_only = 1");
        assertThatThrownBy(() -> deposit(2)).isInstanceOf(JournalUnavailableException.class);
        pragma("query_only = 0");
        deposit(3);
        assertThat(terminal.stored()).hasSize(3);
        verifyChain();
    }

    /** On the writer: a query outside any transaction would get a reader. */
    private void pragma(String setting) {
        new JdbcTemplate(terminal.database.dataSource()).execute("PRAGMA " + setting);
    }

    private long fillUp() {
        for (int i = 0; i < 500; i++) {
            try {
                deposit(nextCode());
            } catch (JournalUnavailableException e) {
                return i;
            }
        }
        throw new AssertionError("the disk never filled up");
    }

    private void enrol() {
        terminal.enrolled(hub, hubSigner, CLOCK);
    }

    private void deposit(long code) {
        terminal.journal.append(EnvelopeId.mint(CLOCK, random), Fiches.candidature(code));
    }

    private long nextCode() {
        synchronized (random) {
            return random.nextLong(1L << 45);
        }
    }

    private void verifyChain() {
        var previous = Hash.ZERO;
        long seq = 1;
        for (var signed : terminal.stored()) {
            assertThat(signed.verifiedBy(terminal.identity.key().orElseThrow(), Use.ENVELOPE))
                    .isTrue();
            var envelope = Envelope.decode(signed.content().toArray()).orElseThrow();
            assertThat(envelope.seq()).isEqualTo(seq);
            assertThat(envelope.prev()).isEqualTo(previous);
            assertThat(envelope.kind()).isEqualTo(seq == 1 ? Kind.OUVERTURE : Kind.CANDIDATURE);
            previous = signed.hash();
            seq++;
        }
    }
}
