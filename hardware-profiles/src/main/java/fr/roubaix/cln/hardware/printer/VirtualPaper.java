package fr.roubaix.cln.hardware.printer;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import fr.roubaix.cln.hardware.printer.VirtualPrinter.Printout;

/** What is inside a virtual printer: a reader, a roll, and the tray that the pieces of paper fall into. */
final class VirtualPaper {

    /** A tray, not an archive. */
    private static final int KEPT = 20;

    private final ThermalPaper paper;
    private final EscPosReader reader;
    private final Deque<Printout> printouts = new ArrayDeque<>();
    private final ByteArrayOutputStream sinceLastCut = new ByteArrayOutputStream();
    private int lastNumber;
    private EscPosReader.Listener listener = () -> tear(true);

    VirtualPaper(int widthInDots) {
        this.paper = new ThermalPaper(widthInDots);
        this.reader = new EscPosReader(paper, new EscPosReader.Listener() {
            @Override
            public void cut() {
                listener.cut();
            }

            @Override
            public void asked() {
                listener.asked();
            }

            @Override
            public void askedInTurn() {
                listener.askedInTurn();
            }
        });
    }

    void accept(byte octet) {
        sinceLastCut.write(octet);
        reader.accept(octet);
    }

    void accept(byte octet, EscPosReader.Listener asked) {
        listener = asked;
        accept(octet);
    }

    boolean betweenCommands() {
        return reader.betweenCommands();
    }

    /** Whoever repairs the printer pulls the half receipt out and switches it on again. */
    void switchOff() {
        tear(false);
        reader.reset();
    }

    void tear(boolean complete) {
        if (!paper.isBlank()) {
            printouts.addFirst(new Printout(
                    ++lastNumber, paper.tear(), sinceLastCut.toByteArray(), complete, reader.takeComplaints()));
            if (printouts.size() > KEPT) {
                printouts.removeLast();
            }
        }
        sinceLastCut.reset();
    }

    List<Printout> printouts() {
        return List.copyOf(printouts);
    }
}
