package fr.roubaix.cln.hardware.printer;

import java.io.Closeable;
import java.io.IOException;
import java.util.OptionalInt;

/** A way to a printer, opened for one exchange and closed after it: a printer that comes back is found again by itself. */
interface Wire {

    /**
     * Reaches the printer.
     *
     * @throws IOException nobody is there
     */
    Line open() throws IOException;

    /** Bytes that it carries in a second, where that is known and small. */
    default OptionalInt bytesPerSecond() {
        return OptionalInt.empty();
    }

    /**
     * A wire in use. Reading and writing may block for ever, each on its own thread: {@link Exchange} bounds them, and closes
     * the line under a call that lasts.
     */
    interface Line extends Closeable {

        /** Gives the printer all of these bytes. */
        void write(byte[] bytes, int from, int length) throws IOException;

        /** The next byte from the printer, 0 to 255; -1 when it hung up, or when nothing ever comes back on this wire. */
        int read() throws IOException;

        /** Says that nothing more comes, where the wire can say so. */
        default void end() throws IOException {}

        /**
         * Whether it can be read only when an answer is due, and not while it is written to: a file of the system has one place
         * for both.
         */
        default boolean takesTurns() {
            return false;
        }

        /** Ends a reading that lasts, on a line that takes turns; the next writing goes on. */
        default void callOff() throws IOException {}

        /** Whether a wire that brings nothing back is a printer that hung up. */
        default boolean twoWays() {
            return true;
        }
    }
}
