package fr.roubaix.cln.kiosk.tablet;

import static fr.roubaix.cln.kiosk.tablet.TabletStore.AGENT;
import static fr.roubaix.cln.kiosk.tablet.TabletStore.RESIDENTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.kiosk.tablet.Pairing.Answer;
import fr.roubaix.cln.kiosk.tablet.Pairing.Invitation;
import fr.roubaix.cln.kiosk.tablet.TabletDesk.Fate;
import fr.roubaix.cln.testkit.time.HandClock;

class PairingTest {

    private static final String THERE = "192.168.1.30";

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong(-5);
    private final HandClock clock = new HandClock(Instant.parse("2026-11-22T09:00:00Z"));
    private TabletStore store;
    private Tablets tablets;
    private Pairing pairing;

    @BeforeEach
    void nobody_paired() {
        store = new TabletStore(folder);
        tablets = store.tablets(clock);
        pairing = new Pairing(tablets, nanos::get);
    }

    @AfterEach
    void closed() {
        store.close();
    }

    @Test
    void a_code_pairs_one_tablet_and_serves_once() {
        var invitation = invite();

        var answer = pairing.redeem(invitation.code(), THERE);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Paired.class,
                        paired -> assertThat(tablets.recognise(paired.secret()))
                                .hasValueSatisfying(tablet -> assertThat(tablet)
                                        .returns("Tablette accueil", Tablet::name)
                                        .returns(RESIDENTS, Tablet::screen)
                                        .returns(clock.instant(), Tablet::pairedAt)));
        assertThat(pairing.fate(invitation)).isInstanceOf(Fate.Used.class);
        assertThat(pairing.redeem(invitation.code(), THERE)).isInstanceOf(Answer.Wrong.class);
        assertThat(tablets.all()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s %s", " %s%s ", "%s-%s", "%s\u00a0%s", "%s.%s"})
    void what_people_put_between_figures_changes_nothing(String written) {
        String code = invite().code();

        assertThat(pairing.redeem(written.formatted(code.substring(0, 4), code.substring(4)), THERE))
                .isInstanceOf(Answer.Paired.class);
    }

    @Test
    void a_code_is_worth_nothing_after_ten_minutes_whatever_the_clock_of_the_terminal_says() {
        var invitation = invite();
        clock.advance(Duration.ofDays(400));
        nanos.addAndGet(Pairing.LIFE.toNanos() - 1);
        assertThat(pairing.fate(invitation)).isEqualTo(new Fate.Waiting(Duration.ofNanos(1)));

        nanos.incrementAndGet();

        assertThat(pairing.fate(invitation)).isInstanceOf(Fate.Over.class);
        assertThat(pairing.redeem(invitation.code(), THERE)).isInstanceOf(Answer.Wrong.class);
        assertThat(tablets.all()).isEmpty();
    }

    @Test
    void ten_wrong_tries_take_a_code_back() {
        var invitation = invite();
        for (int i = 0; i < Pairing.WRONG_TRIES; i++) {
            assertThat(pairing.redeem(wrong(invitation), "192.168.1." + i)).isInstanceOf(Answer.Wrong.class);
        }

        assertThat(pairing.redeem(invitation.code(), THERE)).isInstanceOf(Answer.Wrong.class);
        assertThat(pairing.fate(invitation)).isInstanceOf(Fate.Over.class);
        assertThat(tablets.all()).isEmpty();
    }

    @Test
    void one_address_that_guesses_is_turned_away_and_spoils_nothing_for_the_others() {
        var invitation = invite();
        for (int i = 0; i < Pairing.WRONG_TRIES_OF_ONE_ADDRESS; i++) {
            assertThat(pairing.redeem(wrong(invitation), "192.168.1.66")).isInstanceOf(Answer.Wrong.class);
        }
        for (int i = 0; i < 100; i++) {
            assertThat(pairing.redeem(invitation.code(), "192.168.1.66")).isInstanceOf(Answer.TurnedAway.class);
        }

        assertThat(pairing.redeem(invitation.code(), THERE)).isInstanceOf(Answer.Paired.class);
    }

    @Test
    void another_code_ends_the_one_before_and_a_code_taken_back_is_worth_nothing() {
        var first = invite();
        var second = invite();
        assertThat(pairing.fate(first)).isInstanceOf(Fate.Over.class);
        pairing.cancel(first);
        assertThat(pairing.fate(second)).isInstanceOf(Fate.Waiting.class);

        pairing.cancel(second);

        assertThat(pairing.redeem(second.code(), THERE)).isInstanceOf(Answer.Wrong.class);
    }

    @Test
    void without_a_code_nothing_that_is_typed_pairs() {
        assertThat(pairing.redeem("", THERE)).isInstanceOf(Answer.Wrong.class);
        assertThat(pairing.redeem("12345678", THERE)).isInstanceOf(Answer.Wrong.class);
    }

    @Test
    void a_disk_that_refuses_pairs_nothing_and_the_code_still_serves() {
        var invitation = invite();
        store.jdbc().sql("ALTER TABLE tablet RENAME TO elsewhere").update();
        assertThat(pairing.redeem(invitation.code(), THERE)).isInstanceOf(Answer.Impossible.class);
        assertThat(tablets.all()).isEmpty();

        store.jdbc().sql("ALTER TABLE elsewhere RENAME TO tablet").update();

        assertThat(pairing.redeem(invitation.code(), THERE)).isInstanceOf(Answer.Paired.class);
    }

    @Test
    void neither_code_nor_secret_is_in_a_log() {
        var invitation = invite();

        assertThat(invitation.toString()).doesNotContain(invitation.code());
        assertThat(new Answer.Paired("secret").toString()).doesNotContain("secret");
    }

    private Invitation invite() {
        return pairing.invite("Tablette accueil", RESIDENTS, AGENT);
    }

    private static String wrong(Invitation invitation) {
        return invitation.code().equals("00000000") ? "11111111" : "00000000";
    }
}
