package fr.roubaix.cln.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.candidature.Candidatures;
import fr.roubaix.cln.hub.fleet.Bornes;
import fr.roubaix.cln.hub.ingest.Kiosks;
import fr.roubaix.cln.hub.tirage.Tirages;
import fr.roubaix.cln.sync.KioskId;

class ReadsWhileWritingTest extends HubScreens {

    private static final AppelId APPEL = new AppelId("2027");

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Kiosks kiosks;

    @Autowired
    private Appels appels;

    @Autowired
    private Candidatures candidatures;

    @Autowired
    private Tirages tirages;

    @Autowired
    private Bornes bornes;

    @Test
    void the_screens_and_the_door_of_the_kiosks_answer_while_somebody_writes() throws Exception {
        var writing = new CountDownLatch(1);
        var read = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var writer = threads.submit(() -> transaction.executeWithoutResult(_ -> {
                jdbc.sql("DELETE FROM connexion_echouee").update();
                writing.countDown();
                await(read);
            }));
            await(writing);
            try {
                assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
                    assertThat(kiosks.byId(new KioskId(1))).isEmpty();
                    assertThat(appels.courant()).isEmpty();
                    assertThat(candidatures.dossiers(APPEL)).isEmpty();
                    assertThat(tirages.tirage(APPEL)).isEmpty();
                    assertThat(as("maud.v", "SECRETARIAT", bornes::etats)).isEmpty();
                });
            } finally {
                read.countDown();
            }
            writer.get();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
