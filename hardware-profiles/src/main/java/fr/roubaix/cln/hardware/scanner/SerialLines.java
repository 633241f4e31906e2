package fr.roubaix.cln.hardware.scanner;

import java.io.IOException;
import java.time.Duration;

import fr.roubaix.cln.hardware.profile.Connection;

/** The serial lines of a machine. */
@FunctionalInterface
interface SerialLines {

    /**
     * Opens a line.
     *
     * @throws IOException it is not there, or another program holds it
     */
    Line open(Connection.Serial port) throws IOException;

    /** An open line. */
    interface Line extends AutoCloseable {

        /**
         * Waits for bytes.
         *
         * @return how many came; none when the time is over
         * @throws IOException the device is gone
         */
        int read(byte[] into, Duration atMost) throws IOException;

        @Override
        void close();
    }
}
