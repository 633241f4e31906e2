package fr.roubaix.cln.hardware.scanner;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.hardware.scanner.Scan.Source;

/** A scanner that one plays with: it reads what it is told, and can be unplugged. */
public final class VirtualScanner implements Scanner {

    private @Nullable Consumer<Scan> reader;
    private boolean plugged = true;

    @Override
    public synchronized void start(Consumer<Scan> reader) {
        this.reader = reader;
    }

    /** Reads a text as a real one does; false when it is unplugged, or nobody listens. */
    public boolean present(String text) {
        Consumer<Scan> to;
        synchronized (this) {
            to = plugged ? reader : null;
        }
        if (to == null) {
            return false;
        }
        to.accept(Scan.whole(text, Source.VIRTUAL));
        return true;
    }

    /** Plugs it in, or out. */
    public synchronized void plug(boolean in) {
        plugged = in;
    }

    @Override
    public synchronized ScannerStatus status() {
        return plugged ? ScannerStatus.READY : ScannerStatus.UNREACHABLE;
    }

    @Override
    public synchronized void close() {
        reader = null;
    }
}
