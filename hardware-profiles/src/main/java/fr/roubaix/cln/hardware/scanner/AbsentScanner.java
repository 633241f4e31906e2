package fr.roubaix.cln.hardware.scanner;

import java.util.function.Consumer;

/** The scanner of a terminal that has none. */
public final class AbsentScanner implements Scanner {

    @Override
    public void start(Consumer<Scan> reader) {}

    @Override
    public ScannerStatus status() {
        return ScannerStatus.ABSENT;
    }

    @Override
    public void close() {}
}
