package fr.roubaix.cln.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.integration.config.EnableIntegration;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.kiosk.sync.FakeHub.Answer;
import fr.roubaix.cln.kiosk.sync.Hub.Borne;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.StorageConfiguration;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.Use;

/** The flows against a hub that stops, comes back, and lies. */
class SyncFlowsTest {

    @TempDir
    Path folder;

    private final Random random = new Random(42);
    private final FakeHub hub = new FakeHub();
    private AnnotationConfigApplicationContext kiosk;

    @Configuration(proxyBeanMethods = false)
    @EnableIntegration
    @Import({StorageConfiguration.class, SyncConfiguration.class, SyncFlows.class})
    static class Slice {
        @Bean
        Database database(KioskProperties properties) {
            var database = Database.sqlite(properties.dossier().resolve("borne.db"));
            database.migrate("db/migration");
            return database;
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @BeforeEach
    void begin() throws Exception {
        hub.start();
    }

    @AfterEach
    void end() {
        if (kiosk != null) {
            kiosk.close();
        }
        hub.close();
    }

    @Test
    void a_kiosk_started_with_address_and_code_enrols_delivers_and_learns_the_bulletin() {
        startKiosk(FakeHub.CODE);
        await().until(() -> state().borne().isPresent());
        assertThat(state().borne()).contains(new Borne(FakeHub.KIOSK, Secteur.NORD, 1));
        deposit(3);
        awaitDrained();
        assertThat(hub.held).hasSize(4);
        await().until(() -> state().bulletin().isPresent());
    }

    @Test
    void a_wrong_code_enrols_nobody_and_is_not_tried_again() {
        startKiosk("ZZZZ9999");
        var start = kiosk.getBean(EnrolmentAtStart.class);
        await().until(() -> start.due() == null);
        assertThat(state().borne()).isEmpty();
    }

    @Test
    void while_the_hub_is_stopped_deposits_go_on_and_the_queue_drains_when_it_is_back() throws Exception {
        startEnrolled();
        hub.close();
        deposit(5);
        await().until(() -> !state().liaison().connectee());
        assertThat(state().liaison().enAttente()).isEqualTo(5);
        hub.start();
        retryNow();
        awaitDrained();
        assertThat(hub.held).hasSize(6);
    }

    @Test
    void a_queue_of_several_batches_drains_without_waiting_between_them() {
        startEnrolled();
        hub.close();
        deposit(250);
        int before = hub.batches.get();
        restartHub();
        retryNow();
        await().until(() -> state().liaison().enAttente() == 0);
        assertThat(hub.batches.get() - before).isLessThanOrEqualTo(5);
        assertThat(hub.held).hasSize(251);
    }

    static Stream<Answer> lies() {
        byte[] stranger = fr.roubaix.cln.sync.Signed.by(
                        SigningKey.generate(), Use.ACK, "{}".getBytes(StandardCharsets.UTF_8))
                .text()
                .getBytes(StandardCharsets.US_ASCII);
        return Stream.of(
                new Answer(500, new byte[0]),
                new Answer(302, new byte[0]),
                new Answer(400, new byte[0]),
                new Answer(401, new byte[0]),
                new Answer(413, new byte[0]),
                new Answer(200, "<html>portail captif</html>".getBytes(StandardCharsets.UTF_8)),
                new Answer(200, new byte[200_000]),
                new Answer(200, stranger));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void nothing_is_marked_by_an_answer_that_is_no_ack_and_all_is_delivered_once_the_hub_is_sound(Answer lie) {
        startEnrolled();
        hub.misbehaviour = _ -> lie;
        int before = hub.batches.get();
        deposit(2);
        await().until(() -> hub.batches.get() > before && !state().liaison().connectee());
        assertThat(state().liaison().enAttente()).isEqualTo(2);
        hub.misbehaviour = answer -> answer;
        retryNow();
        awaitDrained();
        assertThat(hub.held).hasSize(3);
    }

    @Test
    void an_ack_of_another_batch_or_altered_in_one_byte_marks_nothing() {
        startEnrolled();
        hub.misbehaviour = answer -> {
            byte[] body = answer.body();
            body[body.length / 2] = (byte) (body[body.length / 2] == 'A' ? 'B' : 'A');
            return new Answer(200, body);
        };
        deposit(1);
        await().until(() -> !state().liaison().connectee());
        assertThat(state().liaison().enAttente()).isEqualTo(1);
    }

    @Test
    void a_hub_restored_from_an_older_backup_receives_again_what_it_lost() {
        startEnrolled();
        deposit(4);
        awaitDrained();
        hub.held.removeLast();
        hub.held.removeLast();
        await().until(() -> hub.held.size() == 5 && state().liaison().enAttente() == 0);
    }

    @Test
    void a_bulletin_of_another_signer_or_of_a_lower_serial_is_refused_and_the_last_good_one_survives_a_restart() {
        hub.serial = 5;
        startEnrolled();
        await().until(() -> state().bulletin().isPresent());
        hub.bulletinSigner = SigningKey.generate();
        hub.serial = 9;
        awaitBulletinRequests();
        assertThat(state().bulletin().orElseThrow().serial()).isEqualTo(5);
        hub.bulletinSigner = hub.signing();
        hub.serial = 4;
        awaitBulletinRequests();
        assertThat(state().bulletin().orElseThrow().serial()).isEqualTo(5);
        kiosk.close();
        hub.close();
        startKiosk("");
        assertThat(state().bulletin().orElseThrow().serial()).isEqualTo(5);
        restartHub();
        hub.serial = 6;
        retryNow();
        await().until(() -> state().bulletin().orElseThrow().serial() == 6);
    }

    private void awaitDrained() {
        await().until(() -> state().liaison().connectee() && state().liaison().enAttente() == 0);
    }

    private void awaitBulletinRequests() {
        int asked = hub.bulletins.get();
        await().until(() -> hub.bulletins.get() >= asked + 3);
    }

    private void startEnrolled() {
        startKiosk(FakeHub.CODE);
        awaitDrained();
    }

    private void startKiosk(String code) {
        kiosk = new AnnotationConfigApplicationContext();
        TestPropertyValues.of(
                        "cln.kiosk.dossier=" + folder,
                        "cln.kiosk.hub=" + hub.address(),
                        "cln.kiosk.code=" + code,
                        "cln.kiosk.mairie=nord",
                        "cln.kiosk.intervalle=20ms",
                        "cln.kiosk.battement=100ms")
                .applyTo(kiosk);
        kiosk.register(Slice.class);
        kiosk.refresh();
    }

    private Hub state() {
        return kiosk.getBean(Hub.class);
    }

    private void deposit(int count) {
        for (int i = 0; i < count; i++) {
            kiosk.getBean(Journal.class)
                    .append(EnvelopeId.mint(Clock.systemUTC(), random), Fiches.candidature(random.nextLong(1L << 45)));
        }
    }

    private void restartHub() {
        try {
            hub.start();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void retryNow() {
        kiosk.getBean(Envois.class).maintenant();
    }

    private static org.awaitility.core.ConditionFactory await() {
        return org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(10));
    }
}
