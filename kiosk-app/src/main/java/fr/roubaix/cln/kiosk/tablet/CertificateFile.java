package fr.roubaix.cln.kiosk.tablet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import fr.roubaix.cln.sync.PrivateFile;

/** Where the certificate of this terminal is kept, with its key: a file of the data folder that only its owner reads. */
final class CertificateFile {

    static final String NAME = "tablettes.pem";

    private static final Logger LOG = LoggerFactory.getLogger(CertificateFile.class);

    private final Path file;
    private final Supplier<MachineNames> names;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CertificateFile(Path folder, Supplier<MachineNames> names, Clock clock) {
        this.file = folder.resolve(NAME);
        this.names = names;
        this.clock = clock;
    }

    /**
     * The certificate to show from now on: the one in the file, or a new one in its place when that one is due.
     *
     * @throws UncheckedIOException the folder refuses
     */
    SelfMadeCertificate current() {
        var now = names.get();
        return kept().filter(one -> !one.due(clock.instant(), now)).orElseGet(() -> renew(now));
    }

    private SelfMadeCertificate renew(MachineNames now) {
        var fresh = SelfMadeCertificate.make(now, clock.instant(), random);
        try {
            PrivateFile.replace(file, fresh.pem().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("The certificate for tablets cannot be written", e);
        }
        LOG.info("A certificate for tablets was made, {}", fresh);
        return fresh;
    }

    private Optional<SelfMadeCertificate> kept() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SelfMadeCertificate.read(Files.readString(file)));
        } catch (IOException | RuntimeException e) {
            LOG.warn("The certificate for tablets cannot be read: another takes its place", e);
            return Optional.empty();
        }
    }
}
