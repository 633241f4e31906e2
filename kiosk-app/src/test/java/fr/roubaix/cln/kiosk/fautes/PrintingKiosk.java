package fr.roubaix.cln.kiosk.fautes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.springframework.context.ConfigurableApplicationContext;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.kiosk.StartedKiosk;
import fr.roubaix.cln.kiosk.candidature.DepotDeCandidature;
import fr.roubaix.cln.kiosk.candidature.DepotDeCandidature.Issue;
import fr.roubaix.cln.kiosk.fautes.PrinterUnderFire.Way;
import fr.roubaix.cln.kiosk.receipt.Receipts;
import fr.roubaix.cln.kiosk.sync.Enrolment;
import fr.roubaix.cln.kiosk.sync.FakeHub;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.sync.EnvelopeId;

/** The whole application on a folder, with a site file of its own that names a printer. */
final class PrintingKiosk implements AutoCloseable {

    private final FakeHub hub;
    private final ConfigurableApplicationContext context;
    private final Random random;

    /**
     * Starts it.
     *
     * @param enrolling on a new folder; else it goes on with what it knew
     */
    PrintingKiosk(Path folder, Way way, int width, Random random, boolean enrolling) throws IOException {
        this.random = random;
        hub = new FakeHub().start();
        context = StartedKiosk.withScreens(
                Clock.system(Appel.ROUBAIX),
                "--cln.kiosk.dossier=" + folder.resolve("borne"),
                "--cln.kiosk.mairie=nord",
                "--cln.kiosk.materiel=" + site(folder.resolve("materiel"), width, way),
                "--logging.level.root=ERROR",
                "--logging.level.fr.roubaix.cln=ERROR",
                "--vaadin.productionMode=true",
                "--server.port=0");
        if (enrolling) {
            StandInHub.publishToday(hub);
            bean(Enrolment.class).enroler(hub.address(), FakeHub.CODE);
            await(() -> bean(Hub.class).bulletin().isPresent());
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Receipts receipts() {
        return bean(Receipts.class);
    }

    Issue.Enregistree deposit() {
        var id = EnvelopeId.mint(Clock.systemUTC(), random);
        return (Issue.Enregistree) bean(DepotDeCandidature.class).deposer(id, StartedKiosk.form(random));
    }

    private static Path site(Path folder, int width, Way way) throws IOException {
        Files.createDirectories(folder.resolve("sites"));
        Files.writeString(folder.resolve("sites").resolve("nord.yaml"), """
                mairie: NORD
                contact: 07 87 25 07 09
                terminal: generique-21-pouces
                printer:
                  profile: %s
                %s""".formatted(
                        width < 512 ? "generique-58mm" : "generique-80mm", way.lines()));
        return folder;
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the kiosk never heard from its hub");
            }
            LockSupport.parkNanos(5_000_000L);
        }
    }

    @Override
    public void close() {
        context.close();
        hub.close();
    }
}
