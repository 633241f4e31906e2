package fr.roubaix.cln.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.kiosk.sync.Enrolment.Issue;
import fr.roubaix.cln.kiosk.sync.Hub.Fault;
import fr.roubaix.cln.testkit.time.HandClock;

/** A hub, or a proxy before it, that answers 429: the kiosk leaves it alone for as long as it asks, and loses nothing. */
class BusyHubTest {

    @TempDir
    Path folder;

    private final Random random = new Random(42);
    private final HandClock clock = new HandClock(Instant.parse("2026-11-22T11:00:00Z"));
    private final FakeHub hub = new FakeHub();
    private KioskRig kiosk;
    private HubClient client;

    @BeforeEach
    void anEnrolledKiosk() throws IOException {
        hub.start();
        kiosk = new KioskRig(folder, folder.resolve("supports"), clock, random);
        client = new HubClient(new HubTransport(kiosk.identity, clock), kiosk.identity);
        assertThat(enrol()).isInstanceOf(Issue.Enrolee.class);
    }

    @AfterEach
    void stop() {
        kiosk.close();
        hub.close();
    }

    @Test
    void nothing_is_sent_before_the_time_that_the_hub_asked_for_and_everything_is_after() {
        hub.rest = "90";
        send();
        assertThat(hub.sentAway).hasValue(1);
        assertThat(kiosk.hub.liaison().panne()).contains(Fault.BUSY);
        assertThat(kiosk.hub.liaison().prochainEssai())
                .hasValueSatisfying(next ->
                        assertThat(next).isAfterOrEqualTo(clock.instant().plusSeconds(90)));
        hub.rest = "";
        clock.advance(Duration.ofSeconds(89));
        assertThat(kiosk.due()).isNull();
        clock.advance(Duration.ofSeconds(25));
        send();
        assertThat(kiosk.pending()).isZero();
        assertThat(hub.held).hasSize(1);
        assertThat(kiosk.hub.liaison().panne()).isEmpty();
    }

    @Test
    void what_one_door_asks_holds_for_all_of_them() {
        hub.rest = "90";
        send();
        assertThat(client.bulletin(Optional.empty())).isEmpty();
        assertThat(client.statuts(0)).isEmpty();
        assertThat(hub.sentAway).hasValue(1);
        assertThat(hub.bulletins).hasValue(0);
        hub.rest = "";
        clock.advance(Duration.ofSeconds(90));
        assertThat(client.bulletin(Optional.empty())).isPresent();
    }

    @Test
    void an_agent_who_insists_does_not_make_the_kiosk_insist() {
        hub.rest = "90";
        send();
        kiosk.outbox.maintenant();
        send();
        assertThat(hub.sentAway).hasValue(1);
        assertThat(kiosk.hub.liaison().panne()).contains(Fault.BUSY);
    }

    @ParameterizedTest
    @CsvSource({
        "86400, 300",
        "0, 1",
        "bientôt, 30",
        "'Sun, 22 Nov 2026 11:02:00 GMT', 120",
        "'Sun, 22 Nov 2020 11:00:00 GMT', 1",
        "'Sun, 99 Nov 2026', 30"
    })
    void an_absurd_delay_neither_silences_the_kiosk_for_long_nor_makes_it_hammer(String said, long seconds)
            throws IOException {
        hub.rest = said;
        var delivery = client.send(Objects.requireNonNull(kiosk.due()));
        assertThat(delivery)
                .isInstanceOfSatisfying(
                        Delivery.Busy.class, busy -> assertThat(busy.rest()).isEqualTo(Duration.ofSeconds(seconds)));
    }

    @Test
    void a_clock_set_back_does_not_prolong_the_rest() {
        hub.rest = "90";
        send();
        hub.rest = "";
        clock.advance(Duration.ofDays(-2));
        send();
        assertThat(kiosk.pending()).isZero();
    }

    @Test
    void an_enrolment_that_comes_too_often_is_tried_again_later() {
        hub.rest = "60";
        assertThat(kiosk.enrolment(client, properties()).enroler(hub.address(), FakeHub.OTHER_CODE))
                .isInstanceOf(Issue.HubInjoignable.class);
    }

    private void send() {
        var batch = kiosk.due();
        if (batch != null) {
            kiosk.outbox.record(client.send(batch));
        }
    }

    private Issue enrol() {
        return kiosk.enrolment(client, properties()).enroler(hub.address(), FakeHub.CODE);
    }

    private KioskProperties properties() {
        return new KioskProperties(
                folder,
                null,
                null,
                Secteur.NORD,
                "Borne",
                Duration.ofSeconds(1),
                Duration.ofSeconds(15),
                Duration.ofDays(30),
                java.util.List.of(),
                null);
    }
}
