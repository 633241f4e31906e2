package fr.roubaix.cln.hardware.printer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A printer behind a device file, such as {@code /dev/usb/lp0}. A channel, because closing it wakes whoever is held in the
 * kernel by it.
 */
final class FileWire implements Wire {

    private final Path file;
    private final boolean twoWays;
    private final AtomicBoolean opening = new AtomicBoolean();

    /**
     * A device file.
     *
     * @param twoWays whether the printer's answers come back through it
     */
    FileWire(Path file, boolean twoWays) {
        this.file = file;
        this.twoWays = twoWays;
    }

    @Override
    public Line open() throws IOException {
        // An opening that the kernel holds cannot be called off: one thread waits there, not one more at every look.
        if (!opening.compareAndSet(false, true)) {
            throw new IOException("still waiting for " + file);
        }
        try {
            return new Device(channel());
        } finally {
            opening.set(false);
        }
    }

    private FileChannel channel() throws IOException {
        // Never created: a printer that is switched off leaves no file, and a plain file in its place would take
        // receipts.
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return twoWays
                ? FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)
                : FileChannel.open(file, StandardOpenOption.WRITE);
    }

    private final class Device implements Line {

        private volatile FileChannel channel;

        Device(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            reopen();
            var left = ByteBuffer.wrap(bytes, from, length);
            while (left.hasRemaining()) {
                channel.write(left);
            }
        }

        @Override
        public int read() throws IOException {
            reopen();
            var octet = ByteBuffer.allocate(1);
            return channel.read(octet) < 1 ? -1 : octet.get(0) & 0xff;
        }

        private void reopen() throws IOException {
            if (!channel.isOpen()) {
                channel = FileWire.this.channel();
            }
        }

        /** Closing is what wakes a reader; the next writing opens the file again. */
        @Override
        public void callOff() throws IOException {
            channel.close();
        }

        @Override
        public boolean takesTurns() {
            return true;
        }

        @Override
        public boolean twoWays() {
            return twoWays;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
