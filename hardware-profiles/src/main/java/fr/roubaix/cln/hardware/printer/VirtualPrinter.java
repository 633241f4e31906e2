package fr.roubaix.cln.hardware.printer;

import java.util.List;
import java.util.Optional;

import fr.roubaix.cln.hardware.printer.PrinterStatus.Fault;
import fr.roubaix.cln.hardware.raster.Bitmap;

/**
 * A printer that reads the bytes it is sent and burns them on paper one can look at: the whole system can be tried
 * without hardware. Keeps the last pieces of paper in memory, and forgets them with the process.
 */
public final class VirtualPrinter implements SimulatedPrinter {

    private final SimulatedState state = new SimulatedState();
    private final VirtualPaper paper;

    /**
     * A printer of this print width.
     *
     * @param widthInDots 576 for rolls of 80 mm, 384 for 58 mm
     */
    public VirtualPrinter(int widthInDots) {
        this.paper = new VirtualPaper(widthInDots);
    }

    @Override
    public synchronized PrintResult print(byte[] job) {
        var stop = state.stop(job.length);
        int taken = stop.map(SimulatedState.Stop::bytesTaken).orElse(job.length);
        for (int i = 0; i < taken; i++) {
            paper.accept(job[i]);
        }
        if (stop.isPresent()) {
            paper.switchOff();
            return stop.get().outcome();
        }
        // A printer without a blade ends its job at the tear bar.
        paper.tear(true);
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
        return paper.printouts();
    }

    /** One of the last pieces of paper. */
    public synchronized Optional<Printout> printout(int number) {
        return paper.printouts().stream().filter(p -> p.number() == number).findFirst();
    }

    /** A piece of paper. */
    public static final class Printout {

        private final int number;
        private final Bitmap picture;
        private final byte[] bytes;
        private final boolean complete;
        private final List<String> complaints;

        Printout(int number, Bitmap picture, byte[] bytes, boolean complete, List<String> complaints) {
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
