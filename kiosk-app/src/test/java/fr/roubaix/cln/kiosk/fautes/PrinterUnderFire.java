package fr.roubaix.cln.kiosk.fautes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.springframework.context.ConfigurableApplicationContext;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hardware.printer.ListeningPrinter;
import fr.roubaix.cln.hardware.printer.PrinterStatus;
import fr.roubaix.cln.hardware.printer.PrinterStatus.ErrorKind;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Fault;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Ready;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Unreachable;
import fr.roubaix.cln.hardware.printer.VirtualPrinter;
import fr.roubaix.cln.hardware.printer.WatchedPrinter;
import fr.roubaix.cln.kiosk.StartedKiosk;
import fr.roubaix.cln.kiosk.candidature.DepotDeCandidature;
import fr.roubaix.cln.kiosk.candidature.DepotDeCandidature.Issue;
import fr.roubaix.cln.kiosk.receipt.Receipts;
import fr.roubaix.cln.kiosk.receipt.Receipts.Impression;
import fr.roubaix.cln.kiosk.receipt.Receipts.Raison;
import fr.roubaix.cln.kiosk.sync.Enrolment;
import fr.roubaix.cln.kiosk.sync.FakeHub;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.kiosk.sync.JournalIndex;
import fr.roubaix.cln.kiosk.sync.PrintJobs;
import fr.roubaix.cln.sync.EnvelopeId;

/**
 * A whole kiosk, its journal on a disk, whose site file names a printer on the network; and that printer, which fails at the
 * byte that one says. What is promised whatever the byte: the application stays, the state and the message are the right ones,
 * and no second paper is without its mark.
 */
public final class PrinterUnderFire implements AutoCloseable {

    private final FakeHub hub;
    private final ConfigurableApplicationContext kiosk;
    private final ListeningPrinter printer;
    private final DepotDeCandidature depot;
    private final Receipts receipts;
    private final JournalIndex index;
    private final WatchedPrinter watched;
    private final PrintJobs jobs;
    private final int width;
    private final Random random;
    private final int original;
    private final int duplicate;
    private final int length;

    /** Starts everything, and prints one receipt and one duplicate on a printer that is well. */
    public PrinterUnderFire(Path folder, int width, long seed) throws IOException {
        this.width = width;
        random = new Random(seed);
        hub = new FakeHub().start();
        printer = new ListeningPrinter(width);
        kiosk = StartedKiosk.withScreens(
                Clock.system(Appel.ROUBAIX),
                "--cln.kiosk.dossier=" + folder.resolve("borne"),
                "--cln.kiosk.mairie=nord",
                "--cln.kiosk.materiel=" + site(folder.resolve("materiel"), width, printer.port()),
                "--logging.level.root=ERROR",
                "--logging.level.fr.roubaix.cln=ERROR",
                "--vaadin.productionMode=true",
                "--server.port=0");
        StandInHub.publishToday(hub);
        kiosk.getBean(Enrolment.class).enroler(hub.address(), FakeHub.CODE);
        await(() -> kiosk.getBean(Hub.class).bulletin().isPresent());
        depot = kiosk.getBean(DepotDeCandidature.class);
        receipts = kiosk.getBean(Receipts.class);
        index = kiosk.getBean(JournalIndex.class);
        watched = kiosk.getBean(WatchedPrinter.class);
        jobs = kiosk.getBean(PrintJobs.class);
        var first = deposit();
        expect(new Impression.Imprime(), receipts.print(first.code(), first.le()), "a printer that is well");
        length = printer.taken().length;
        original = paperOf(printer.forget());
        expect(new Impression.Imprime(), receipts.print(first.code(), first.le()), "a printer that is well");
        duplicate = paperOf(printer.forget());
        expect(true, duplicate > original + 20, "« DUPLICATA » takes room");
    }

    /** The faults, and what the person is told of each. */
    public enum Trouble {
        PAPER,
        COVER,
        PLUG,
        CUTTER,
        HEAT;

        private Fault fault() {
            return switch (this) {
                case PAPER -> new PrinterStatus.NoPaper();
                case COVER -> new PrinterStatus.CoverOpen();
                case PLUG -> new Unreachable();
                case CUTTER -> new PrinterStatus.InError(ErrorKind.CUTTER);
                case HEAT -> new PrinterStatus.InError(ErrorKind.TEMPORARY);
            };
        }

        private Raison told() {
            return switch (this) {
                case PAPER -> Raison.PLUS_DE_PAPIER;
                case COVER -> Raison.CAPOT_OUVERT;
                case PLUG -> Raison.INJOIGNABLE;
                case CUTTER, HEAT -> Raison.ERREUR;
            };
        }
    }

    /** Bytes of a receipt: a fault may arise at each of them. */
    public int length() {
        return length;
    }

    /**
     * One application whose receipt is stopped at this byte, the trouble mended, and the receipt asked for again.
     *
     * @throws IllegalStateException a promise was broken
     */
    public void at(int offset, Trouble trouble) {
        String where = String.format(Locale.ROOT, "byte %d, %s", offset, trouble);
        var filed = deposit();
        printer.failAt(offset, trouble.fault());
        expect(new Impression.NonImprime(trouble.told()), receipts.print(filed.code(), filed.le()), where);
        expect(trouble.fault(), watched.seen().status(), where + ", state");
        kept(filed.code(), where);
        if (offset % 7 == 0) {
            // Asked for while it is still broken: refused, and no number is spent.
            expect(new Impression.NonImprime(trouble.told()), receipts.print(filed.code(), filed.le()), where);
        }
        printer.become(new Ready());
        printer.forget();
        expect(new Impression.Imprime(), receipts.print(filed.code(), filed.le()), where + ", mended");
        expect(true, marked(printer.forget()), where + ", a second paper with its mark");
        expect(1, jobs.duplicates(filed.code()), where + ", number");
        expect(new Ready(), watched.status(), where + ", mended, state");
        kept(filed.code(), where);
    }

    /** One application whose printer was broken before: its receipt, once mended, is an original. */
    public void before(Trouble trouble) {
        var filed = deposit();
        printer.become(trouble.fault());
        for (int i = 0; i < 3; i++) {
            expect(new Impression.NonImprime(trouble.told()), receipts.print(filed.code(), filed.le()), "before");
        }
        printer.become(new Ready());
        printer.forget();
        expect(new Impression.Imprime(), receipts.print(filed.code(), filed.le()), "before, mended");
        expect(false, marked(printer.forget()), "before, nothing was out: an original");
        kept(filed.code(), "before");
    }

    /** A printer that goes away and comes back is seen to, by itself; none of this asks it to print. */
    public void goesAndComesBack() {
        printer.become(new Unreachable());
        watched.look();
        expect(new Unreachable(), watched.seen().status(), "gone");
        Instant since = watched.seen().since();
        watched.look();
        expect(since, watched.seen().since(), "gone, told once");
        printer.become(new Ready());
        watched.look();
        expect(new Ready(), watched.seen().status(), "back");
    }

    private Issue.Enregistree deposit() {
        return (Issue.Enregistree) depot.deposer(EnvelopeId.mint(Clock.systemUTC(), random), StartedKiosk.form(random));
    }

    private void kept(ReceiptCode code, String where) {
        expect(true, index.find(code).isPresent(), where + ", the application is kept");
    }

    /** A number in wide letters may make a receipt a dot or two higher; « DUPLICATA » makes it higher by a line. */
    private boolean marked(byte[] job) {
        return paperOf(job) > (original + duplicate) / 2;
    }

    /** The height of what comes of these bytes on a printer that did nothing before. */
    private int paperOf(byte[] job) {
        var other = new VirtualPrinter(width);
        other.print(job);
        return other.printouts().getFirst().picture().height();
    }

    private static void expect(Object wanted, Object had, String where) {
        if (!wanted.equals(had)) {
            throw new IllegalStateException(where + ": " + had + " instead of " + wanted);
        }
    }

    private static Path site(Path folder, int width, int port) throws IOException {
        Files.createDirectories(folder.resolve("sites"));
        Files.writeString(folder.resolve("sites").resolve("nord.yaml"), """
                mairie: NORD
                contact: 07 87 25 07 09
                terminal: generique-21-pouces
                printer:
                  profile: %s
                  transport: tcp
                  host: 127.0.0.1
                  port: %d
                """.formatted(
                        width < 512 ? "generique-58mm" : "generique-80mm", port));
        return folder;
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long until = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the kiosk never heard from its hub");
            }
            Thread.onSpinWait();
        }
    }

    /** All the troubles. */
    public static List<Trouble> troubles() {
        return List.of(Trouble.values());
    }

    @Override
    public void close() {
        kiosk.close();
        printer.close();
        hub.close();
    }
}
