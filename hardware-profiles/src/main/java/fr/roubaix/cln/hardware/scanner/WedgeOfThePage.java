package fr.roubaix.cln.hardware.scanner;

import java.util.function.Consumer;

/**
 * A scanner that passes for a keyboard. Its keys reach the page alone, which hears them; nothing tells it from a keyboard,
 * nor whether it is plugged in.
 */
public final class WedgeOfThePage implements Scanner {

    @Override
    public void start(Consumer<Scan> reader) {}

    @Override
    public ScannerStatus status() {
        return ScannerStatus.UNKNOWN;
    }

    @Override
    public void close() {}
}
