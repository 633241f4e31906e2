package fr.roubaix.cln.kiosk.fautes;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hardware.printer.ListeningPrinter;
import fr.roubaix.cln.hardware.printer.PrinterStatus;
import fr.roubaix.cln.hardware.printer.PrinterStatus.ErrorKind;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Fault;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Ready;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Unreachable;
import fr.roubaix.cln.hardware.printer.VirtualPrinter;
import fr.roubaix.cln.hardware.printer.WatchedPrinter;
import fr.roubaix.cln.kiosk.receipt.Receipts;
import fr.roubaix.cln.kiosk.receipt.Receipts.Impression;
import fr.roubaix.cln.kiosk.receipt.Receipts.Raison;
import fr.roubaix.cln.kiosk.sync.JournalIndex;
import fr.roubaix.cln.kiosk.sync.PrintJobs;

/**
 * A whole kiosk, its journal on a disk, whose site file names a printer on the network; and that printer, which fails at the
 * byte that one says. What is promised whatever the byte: the application stays, the state and the message are the right ones,
 * and no second paper is without its mark.
 */
public final class PrinterUnderFire implements AutoCloseable {

    private final PrintingKiosk kiosk;
    private final ListeningPrinter printer;
    private final Receipts receipts;
    private final JournalIndex index;
    private final WatchedPrinter watched;
    private final PrintJobs jobs;
    private final int width;
    private final Random random;
    private final int original;
    private final int duplicate;
    private final int length;

    /** How the site file says that the printer is reached. */
    public sealed interface Way {

        /** The lines of the site file. */
        String lines();

        /** On a port of this machine. */
        record Tcp(int port) implements Way {
            @Override
            public String lines() {
                return "  transport: tcp\n  host: 127.0.0.1\n  port: " + port + "\n";
            }
        }

        /** On a serial port at 9600 bauds. */
        record Serial(Path port) implements Way {
            @Override
            public String lines() {
                return "  transport: serial\n  device: " + port + "\n  baud: 9600\n  flow: none\n";
            }
        }
    }

    /** The same on a printer on the network. */
    public static PrinterUnderFire overTcp(Path folder, int width, long seed) throws IOException {
        var printer = new ListeningPrinter(width);
        return new PrinterUnderFire(folder, printer, new Way.Tcp(printer.port()), width, seed);
    }

    /** Starts everything, and prints one receipt and one duplicate on a printer that is well. */
    public PrinterUnderFire(Path folder, ListeningPrinter printer, Way way, int width, long seed) throws IOException {
        this.width = width;
        this.printer = printer;
        random = new Random(seed);
        kiosk = new PrintingKiosk(folder, way, width, random, true);
        receipts = kiosk.receipts();
        index = kiosk.bean(JournalIndex.class);
        watched = kiosk.bean(WatchedPrinter.class);
        jobs = kiosk.bean(PrintJobs.class);
        var first = kiosk.deposit();
        expect(new Impression.Imprime(), receipts.print(first.code(), first.le()), "a printer that is well");
        length = printer.taken().length;
        original = paperOf(printer.forget());
        expect(new Impression.Imprime(), receipts.print(first.code(), first.le()), "a printer that is well");
        duplicate = paperOf(printer.forget());
        expect(true, duplicate > original + 20, "« DUPLICATA » takes room");
    }

    /** Milliseconds from the deposit to the last byte in the printer. */
    public double time() {
        printer.forget();
        long start = System.nanoTime();
        var filed = kiosk.deposit();
        expect(new Impression.Imprime(), receipts.print(filed.code(), filed.le()), "a printer that is well");
        return (printer.lastByteAt() - start) / 1e6;
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
        var filed = kiosk.deposit();
        printer.failAt(offset, trouble.fault());
        printer.forget();
        var first = receipts.print(filed.code(), filed.le());
        if (printer.taken().length <= offset && first instanceof Impression.Imprime) {
            // The letters of this number are narrow, and its receipt ended before that byte.
            printer.become(new Ready());
            return;
        }
        expect(new Impression.NonImprime(trouble.told()), first, where);
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
        var filed = kiosk.deposit();
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

    /** All the troubles. */
    public static List<Trouble> troubles() {
        return List.of(Trouble.values());
    }

    @Override
    public void close() {
        kiosk.close();
        printer.close();
    }
}
