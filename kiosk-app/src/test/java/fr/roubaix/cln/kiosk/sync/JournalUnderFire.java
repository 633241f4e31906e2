package fr.roubaix.cln.kiosk.sync;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Random;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.OpeningKey;
import fr.roubaix.cln.sync.SigningKey;

/**
 * A process that does nothing but deposit: it prints the id of each application once the journal has promised that it is
 * durable, until somebody kills it. Storage, identity and journal are those of the product; there is no web, so that it
 * starts fast enough to be killed hundreds of times.
 */
public final class JournalUnderFire {

    private static final int WAL_HEADER = 32;
    private static final int FRAME_HEADER = 24;

    private JournalUnderFire() {}

    /** Arguments: data folder, seed, and how many to deposit before waiting to be killed; 0 is for ever. */
    public static void main(String[] arguments) throws IOException {
        // Standard output is for promises alone.
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        Path folder = Path.of(arguments[0]);
        long limit = Long.parseLong(arguments[2]);
        var random = new Random(Long.parseLong(arguments[1]));
        var clock = Clock.systemUTC();
        var terminal = new Terminal(folder, clock);
        if (terminal.identity.enrolled().isEmpty()) {
            terminal.enrolled(OpeningKey.generate(), SigningKey.generate(), clock);
        }
        for (long i = 0; limit == 0 || i < limit; i++) {
            var id = EnvelopeId.mint(clock, random);
            terminal.journal.append(id, Fiches.candidature(random.nextLong(1L << 45)));
            System.out.println("durable " + id + (limit == 0 ? "" : " " + endOfLog(folder.resolve("borne.db-wal"))));
        }
        System.out.println("attend");
        // Waits for the kill with everything open: closing would empty the write-ahead log.
        System.in.read();
    }

    /** Where the frames of the present life of the log end (https://sqlite.org/fileformat2.html#walformat). */
    private static long endOfLog(Path log) throws IOException {
        try (var file = FileChannel.open(log, StandardOpenOption.READ)) {
            var header = read(file, 0, WAL_HEADER);
            long frame = FRAME_HEADER + (long) header.getInt(8);
            long salts = header.getLong(16);
            long end = WAL_HEADER;
            while (end + frame <= file.size() && read(file, end, FRAME_HEADER).getLong(8) == salts) {
                end += frame;
            }
            return end;
        }
    }

    private static ByteBuffer read(FileChannel file, long position, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length);
        if (file.read(buffer, position) < length) {
            throw new IOException("the log is shorter than its own size");
        }
        return buffer.flip();
    }
}
