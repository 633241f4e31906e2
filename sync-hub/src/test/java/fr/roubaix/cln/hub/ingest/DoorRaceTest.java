package fr.roubaix.cln.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

import fr.roubaix.cln.demo.CandidaturesFictives;
import fr.roubaix.cln.demo.MairieFictive;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.candidature.ReceptionDeCandidature;
import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.hub.privacy.PhraseDePasse;
import fr.roubaix.cln.hub.privacy.TrousseauFile;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.ChainHead;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.Outcome;
import fr.roubaix.cln.sync.SigningKey;

/** Another instance moves the head of a chain exactly between the moment this one reads it and its transaction. */
class DoorRaceTest {

    @TempDir
    private Path folder;

    private Database database;
    private JdbcClient jdbc;
    private Trousseau keys;
    private Kiosk kiosk;
    private Batch batch;

    @BeforeEach
    void open() {
        database = Database.sqlite(folder.resolve("hub.db"));
        database.migrate("db/migration");
        jdbc = JdbcClient.create(database.template());
        jdbc.sql("CREATE TABLE recue (id TEXT NOT NULL PRIMARY KEY)").update();
        keys = new KnownTrousseau(
                        TrousseauFile.dans(folder, PhraseDePasse.de("phrase de passe des essais"), 256),
                        jdbc,
                        Clock.systemUTC())
                .readOrCreate();
        var fictive = new MairieFictive(SigningKey.generate(), new SecureRandom());
        kiosk = new JdbcKiosks(jdbc).enrol(fictive.verifyingKey(), Secteur.NORD, "Accueil", Instant.EPOCH);
        var fiches = new CandidaturesFictives(new Random(7), LocalDate.of(2027, 1, 1)).toutes();
        batch = fictive.batch(
                kiosk.id(), keys.opening().sealingKey(), fiches.subList(0, 12), Instant.EPOCH, Instant.EPOCH);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_the_other_instance_took_meanwhile_is_a_duplicate_and_what_it_did_not_take_is_accepted() {
        var first = new Batch(batch.chain(), batch.envelopes().subList(0, 5), batch.etat());
        var other = door(new Chains(jdbc));
        var meanwhile = new Meanwhile(() -> other.receive(kiosk, first));
        var outcomes = door(meanwhile).receive(kiosk, batch).answers().stream()
                .map(Ack.Answer::outcome)
                .toList();
        assertThat(outcomes.subList(0, 5)).containsOnly(new Outcome.Duplicate(new Outcome.Accepted()));
        assertThat(outcomes.subList(5, outcomes.size())).hasSize(8).containsOnly(new Outcome.Accepted());
        assertThat(taken()).isEqualTo(12);
        assertThat(new Chains(jdbc).held(kiosk.id(), batch.chain()).head().seq())
                .isEqualTo(13);
    }

    @Test
    void a_head_that_never_stands_still_leaves_nothing_stored_and_the_kiosk_comes_back() {
        var restless = new Chains(jdbc) {
            @Override
            boolean advance(KioskId kiosk, ChainHead from, ChainHead to) {
                return false;
            }
        };
        assertThatThrownBy(() -> door(restless).receive(kiosk, batch)).isInstanceOf(RetryLaterException.class);
        assertThat(taken()).isZero();
        assertThat(new Chains(jdbc).held(kiosk.id(), batch.chain()).head().seq())
                .isZero();
    }

    private Door door(Chains chains) {
        var transactions = new JdbcTransactionManager(database.dataSource());
        var reading = new Reading(keys, chains, this::receive, new NoWithdrawals(), _ -> {});
        return new Door(
                chains,
                new JdbcKiosks(jdbc),
                reading,
                new HubLife(jdbc),
                new Anomalies(jdbc),
                transactions,
                Clock.systemUTC());
    }

    private ReceptionDeCandidature.Issue receive(ReceptionDeCandidature.Recue recue) {
        jdbc.sql("INSERT INTO recue (id) VALUES (?)")
                .param(recue.envelope().toString())
                .update();
        return ReceptionDeCandidature.Issue.RECUE;
    }

    private int taken() {
        return jdbc.sql("SELECT count(*) FROM recue").query(Integer.class).single();
    }

    /** Chains whose first reading is followed by somebody else's writing. */
    private final class Meanwhile extends Chains {
        private final Runnable elsewhere;
        private boolean done;

        Meanwhile(Runnable elsewhere) {
            super(jdbc);
            this.elsewhere = elsewhere;
        }

        @Override
        Held held(KioskId kiosk, ChainId chain) {
            Held held = super.held(kiosk, chain);
            if (!done) {
                done = true;
                elsewhere.run();
            }
            return held;
        }
    }
}
