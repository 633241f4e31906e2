package fr.roubaix.cln.kiosk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

import fr.roubaix.cln.kiosk.StillHub;
import fr.roubaix.cln.kiosk.agent.OuvertureDAgent.Issue;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.testkit.time.HandClock;

class OuvertureDAgentTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final StillHub hub = new StillHub();
    private final SlowHashes hashes = new SlowHashes();
    private Database database;
    private JdbcClient jdbc;
    private OuvertureDAgent ouverture;

    @BeforeEach
    void start() {
        database = Database.sqlite(folder.resolve("borne.db"));
        database.migrate("db/migration");
        jdbc = JdbcClient.create(database.template());
        hub.agents = List.of(Agents.MARIAM, Agents.VOLANT);
        var clock = new HandClock(Instant.parse("2025-06-02T09:00:00Z"));
        ouverture = new OuvertureDAgent(hub, new Verrous(jdbc, clock, () -> 0), hashes);
    }

    @AfterEach
    void stop() {
        hashes.go.countDown();
        database.close();
    }

    @Test
    void an_attempt_is_on_the_disk_before_its_pin_is_judged() {
        hashes.slow = Agents.MARIAM.pin();
        var attempt = ouverture.juger(Agents.MARIAM.id(), Agents.PIN);
        Awaitility.await().until(() -> hashes.begun.get() == 1);
        assertThat(jdbc.sql("SELECT failures FROM agent_lock")
                        .query(Integer.class)
                        .list())
                .containsExactly(1);
        hashes.go.countDown();
        assertThat(attempt).succeedsWithin(LONG).isInstanceOf(Issue.Ouverte.class);
        assertThat(jdbc.sql("SELECT failures FROM agent_lock")
                        .query(Integer.class)
                        .list())
                .isEmpty();
    }

    @Test
    void a_pin_that_is_slow_to_judge_holds_up_nobody_else() {
        hashes.slow = Agents.MARIAM.pin();
        var slow = ouverture.juger(Agents.MARIAM.id(), Agents.PIN);
        Awaitility.await().until(() -> hashes.begun.get() == 1);
        assertThat(ouverture.juger(Agents.VOLANT.id(), Agents.PIN))
                .succeedsWithin(LONG)
                .isInstanceOf(Issue.Ouverte.class);
        assertThat(slow).isNotDone();
        hashes.go.countDown();
        assertThat(slow).succeedsWithin(LONG).isInstanceOf(Issue.Ouverte.class);
    }

    @Test
    void of_many_attempts_made_together_no_more_are_judged_than_are_free() {
        hashes.slow = Agents.MARIAM.pin();
        var attempts = Stream.generate(() -> ouverture.juger(Agents.MARIAM.id(), "000000"))
                .limit(12)
                .toList();
        Awaitility.await()
                .until(() ->
                        attempts.stream().filter(attempt -> attempt.isDone()).count()
                                == 12 - Verrous.ESSAIS_LIBRES - 1);
        hashes.go.countDown();
        attempts.forEach(attempt -> assertThat(attempt).succeedsWithin(LONG));
        assertThat(hashes.begun).hasValue(Verrous.ESSAIS_LIBRES + 1);
        assertThat(attempts.stream().map(attempt -> attempt.join()).filter(Issue.Ouverte.class::isInstance))
                .isEmpty();
        assertThat(ouverture.juger(Agents.MARIAM.id(), Agents.PIN))
                .succeedsWithin(LONG)
                .isInstanceOf(Issue.Verrouillee.class);
    }

    /** Judges as the real ones, one hash as late as the test wants. */
    private static final class SlowHashes implements PasswordEncoder {
        private final AtomicInteger begun = new AtomicInteger();
        private final CountDownLatch go = new CountDownLatch(1);
        private volatile String slow = "";

        @Override
        public @Nullable String encode(@Nullable CharSequence code) {
            return Agents.HASHES.encode(code);
        }

        @Override
        public boolean matches(@Nullable CharSequence code, @Nullable String hash) {
            if (slow.equals(hash)) {
                begun.incrementAndGet();
                try {
                    assertThat(go.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return Agents.HASHES.matches(code, hash);
        }
    }
}
