package fr.roubaix.cln.hub.travaux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.hub.travaux.Travaux.Issue;
import fr.roubaix.cln.testkit.time.HandClock;

@ParameterizedClass
@EnumSource(Databases.class)
class TravauxContractTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Parameter
    private Databases databases;

    private final HandClock clock = new HandClock(Instant.parse("2027-05-20T08:00:00Z"));
    private final AtomicInteger runs = new AtomicInteger();

    private JdbcClient jdbc;
    private Travaux one;
    private Travaux other;

    @BeforeEach
    void two_instances() {
        jdbc = databases.without("travail");
        one = new Travaux(new Baux(jdbc), clock);
        other = new Travaux(new Baux(jdbc), clock);
    }

    @Test
    void work_is_done_once_per_interval_whoever_comes_first() {
        assertThat(run(one)).isEqualTo(Issue.FAIT);
        assertThat(run(other)).isEqualTo(Issue.PAS_ENCORE_DU);
        clock.advance(HOUR.minusMillis(1));
        assertThat(run(other)).isEqualTo(Issue.PAS_ENCORE_DU);
        clock.advance(Duration.ofMillis(1));
        assertThat(run(other)).isEqualTo(Issue.FAIT);
        assertThat(run(one)).isEqualTo(Issue.PAS_ENCORE_DU);
        assertThat(runs).hasValue(2);
        assertThat(one.dernier("essai")).contains(clock.instant());
    }

    @Test
    void of_sixteen_that_come_together_one_does_it() throws Exception {
        var together = new CyclicBarrier(16);
        Callable<Issue> attempt = () -> {
            together.await();
            return run(new Travaux(new Baux(jdbc), clock));
        };
        try (var threads = Executors.newFixedThreadPool(16)) {
            assertThat(threads.invokeAll(Collections.nCopies(16, attempt)).stream()
                            .map(done -> done.resultNow())
                            .filter(Issue.FAIT::equals))
                    .hasSize(1);
        }
        assertThat(runs).hasValue(1);
    }

    @Test
    void two_works_do_not_wait_for_each_other() {
        assertThat(one.executer("un", HOUR, () -> assertThat(run(other)).isEqualTo(Issue.FAIT)))
                .isEqualTo(Issue.FAIT);
    }

    @Test
    void work_that_fails_stays_due_for_everybody() {
        assertThatThrownBy(() -> one.executer("essai", HOUR, () -> {
                    throw new IllegalStateException("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThat(one.dernier("essai")).isEmpty();
        assertThat(run(other)).isEqualTo(Issue.FAIT);
    }

    @Test
    void the_work_of_a_dead_instance_is_taken_over_when_its_lease_ends() {
        new Baux(jdbc).prendre("essai", "mort", clock.instant(), Duration.ofMinutes(2), HOUR);
        assertThat(run(other)).isEqualTo(Issue.EN_COURS);
        clock.advance(Duration.ofMinutes(2).minusMillis(1));
        assertThat(run(other)).isEqualTo(Issue.EN_COURS);
        clock.advance(Duration.ofMillis(1));
        assertThat(run(other)).isEqualTo(Issue.FAIT);
    }

    @Test
    void an_instance_that_was_frozen_learns_that_it_was_taken_over() {
        assertThat(one.executer("essai", HOUR, () -> {
                    clock.advance(Duration.ofMinutes(2));
                    assertThat(run(other)).isEqualTo(Issue.FAIT);
                }))
                .isEqualTo(Issue.REPRIS);
        assertThat(run(one)).isEqualTo(Issue.PAS_ENCORE_DU);
    }

    @Test
    void long_work_keeps_its_lease() throws Exception {
        var lease = Duration.ofMillis(600);
        var slow = new Travaux(new Baux(jdbc), Clock.systemUTC(), lease);
        var quick = new Travaux(new Baux(jdbc), Clock.systemUTC(), lease);
        var working = new CountDownLatch(1);
        var enough = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var done = threads.submit(() -> slow.executer("essai", HOUR, () -> {
                working.countDown();
                await(enough);
            }));
            await(working);
            long first = until();
            try {
                while (until() < first + lease.toMillis()) {
                    assertThat(run(quick)).isEqualTo(Issue.EN_COURS);
                }
            } finally {
                enough.countDown();
            }
            assertThat(done.get()).isEqualTo(Issue.FAIT);
        }
        assertThat(runs).hasValue(0);
    }

    @Test
    void an_instant_left_by_a_clock_that_was_years_ahead_holds_nobody_up() {
        clock.advance(Duration.ofDays(4000));
        run(one);
        new Baux(jdbc).prendre("autre", "mort", clock.instant(), Duration.ofMinutes(2), HOUR);
        clock.back();
        assertThat(run(other)).isEqualTo(Issue.FAIT);
        assertThat(other.executer("autre", HOUR, runs::incrementAndGet)).isEqualTo(Issue.FAIT);
    }

    @Test
    void every_declared_work_is_looked_at_even_when_one_fails() {
        var declared = new StaticListableBeanFactory();
        declared.addBean("a", new Travail("casse", HOUR, () -> {
            throw new IllegalStateException("broken");
        }));
        declared.addBean("b", new Travail("essai", HOUR, runs::incrementAndGet));
        var planification = new Planification(one, declared.getBeanProvider(Travail.class), Duration.ZERO);
        planification.start();
        assertThat(planification.isRunning()).isFalse();
        planification.passer();
        planification.passer();
        assertThat(runs).hasValue(1);
    }

    private Issue run(Travaux instance) {
        return instance.executer("essai", HOUR, runs::incrementAndGet);
    }

    private long until() {
        return jdbc.sql("SELECT bail_jusqu_a FROM travail WHERE nom = 'essai'")
                .query(Long.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
