package fr.roubaix.cln.hardware.scanner;

import java.util.function.Consumer;

/** A scanner of a terminal. It reads when somebody holds something out, at no other time. */
public interface Scanner extends AutoCloseable {

    /**
     * Brings from now on what is read, one thing at a time, from a thread of the scanner's own. To be called once.
     *
     * @param reader whatever it throws, the scanner goes on
     */
    void start(Consumer<Scan> reader);

    /** How the scanner is, at once: nothing is asked of the device. */
    ScannerStatus status();

    /** Reads no more. */
    @Override
    void close();
}
