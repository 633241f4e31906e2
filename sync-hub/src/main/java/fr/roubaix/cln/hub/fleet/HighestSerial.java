package fr.roubaix.cln.hub.fleet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.sync.PrivateFile;

/**
 * The highest serial of a bulletin that left this instance, in a file beside the keys: a database put back from a backup
 * has forgotten it, and kiosks have not. A folder that refuses costs the memory and not the bulletin: kiosks tell what
 * they have read, too.
 */
@Component
class HighestSerial {

    private static final Logger LOG = LoggerFactory.getLogger(HighestSerial.class);

    private final Path file;
    private long known;

    HighestSerial(@Value("${cln.hub.dossier}") Path folder) {
        this.file = folder.resolve("dernier-bulletin");
        this.known = read();
    }

    /** The highest one noted; 0 when none was. */
    synchronized long known() {
        return known;
    }

    /** Notes a serial before the bulletin leaves; returns when the disk holds it, or has refused. */
    synchronized void note(long serial) {
        if (serial <= known) {
            return;
        }
        known = serial;
        try {
            PrivateFile.replace(file, (serial + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            LOG.warn("The serial {} of the bulletin could not be noted in {}", serial, file, e);
        }
    }

    private long read() {
        try {
            return Files.exists(file)
                    ? Long.parseLong(
                            Files.readString(file, StandardCharsets.US_ASCII).strip())
                    : 0;
        } catch (IOException | NumberFormatException e) {
            LOG.warn("The last serial of the bulletin cannot be read in {}", file, e);
            return 0;
        }
    }
}
