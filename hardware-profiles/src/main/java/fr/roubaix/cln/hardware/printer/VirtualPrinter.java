package fr.roubaix.cln.hardware.printer;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import fr.roubaix.cln.hardware.printer.PrinterStatus.Fault;
import fr.roubaix.cln.hardware.raster.Bitmap;

/**
 * A printer that reads the bytes it is sent and burns them on paper one can look at: the whole system can be tried
 * without hardware. Keeps the last pieces of paper in memory, and forgets them with the process.
 */
public final class VirtualPrinter implements SimulatedPrinter {

    /** A tray, not an archive. */
    private static final int KEPT = 20;

    private final SimulatedState state = new SimulatedState();
    private final ThermalPaper paper;
    private final EscPosReader reader;
    private final Deque<Printout> printouts = new ArrayDeque<>();
    private final ByteArrayOutputStream sinceLastCut = new ByteArrayOutputStream();
    private int lastNumber;

    /**
     * A printer of this print width.
     *
     * @param widthInDots 576 for rolls of 80 mm, 384 for 58 mm
     */
    public VirtualPrinter(int widthInDots) {
        this.paper = new ThermalPaper(widthInDots);
        this.reader = new EscPosReader(paper, () -> tear(true));
    }

    @Override
    public synchronized PrintResult print(byte[] job) {
        var stop = state.stop(job.length);
        int taken = stop.map(SimulatedState.Stop::bytesTaken).orElse(job.length);
        for (int i = 0; i < taken; i++) {
            sinceLastCut.write(job[i]);
            reader.accept(job[i]);
        }
        if (stop.isPresent()) {
            // Whoever repairs the printer pulls the half receipt out and switches it on again.
            tear(false);
            reader.reset();
            return new PrintResult.Failed(stop.get().fault());
        }
        // A printer without a blade ends its job at the tear bar.
        tear(true);
        return new PrintResult.Printed();
    }

    @Override
    public synchronized PrinterStatus status() {
        return state.status();
    }

    @Override
    public synchronized void become(PrinterStatus status) {
        state.become(status);
    }

    @Override
    public synchronized void failAt(int offset, Fault fault) {
        state.arm(offset, fault);
    }

    /** The last pieces of paper, newest first. */
    public synchronized List<Printout> printouts() {
        return List.copyOf(printouts);
    }

    /** One of the last pieces of paper. */
    public synchronized Optional<Printout> printout(int number) {
        return printouts.stream().filter(p -> p.number() == number).findFirst();
    }

    private void tear(boolean complete) {
        if (!paper.isBlank()) {
            printouts.addFirst(new Printout(
                    ++lastNumber, paper.tear(), sinceLastCut.toByteArray(), complete, reader.takeComplaints()));
            if (printouts.size() > KEPT) {
                printouts.removeLast();
            }
        }
        sinceLastCut.reset();
    }

    /** A piece of paper. */
    public static final class Printout {

        private final int number;
        private final Bitmap picture;
        private final byte[] bytes;
        private final boolean complete;
        private final List<String> complaints;

        private Printout(int number, Bitmap picture, byte[] bytes, boolean complete, List<String> complaints) {
            this.number = number;
            this.picture = picture;
            this.bytes = bytes;
            this.complete = complete;
            this.complaints = complaints;
        }

        /** 1 for the first since the printer was switched on. */
        public int number() {
            return number;
        }

        /** What is on it. */
        public Bitmap picture() {
            return picture;
        }

        /** The bytes that made it, since the paper before. */
        public byte[] bytes() {
            return bytes.clone();
        }

        /** Whether it came out to its end; a fault left the others unfinished. */
        public boolean complete() {
            return complete;
        }

        /** Commands the printer did not understand, in hexadecimal. */
        public List<String> complaints() {
            return complaints;
        }
    }
}
