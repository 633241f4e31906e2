package fr.roubaix.cln.kiosk.sync;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import fr.roubaix.cln.adresses.AddressBook;
import fr.roubaix.cln.adresses.BookRefusedException;
import fr.roubaix.cln.adresses.ImportCommand;
import fr.roubaix.cln.adresses.Provenance;
import fr.roubaix.cln.sync.AddressEdition;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.Use;

/**
 * Brings in the address base that the hub signs, piece by piece, beside the one in use; it takes its place in one movement
 * once its hash is the one that was signed. A download that was cut goes on where it stopped.
 */
class KnownAddresses implements Adresses {

    private static final Logger LOG = LoggerFactory.getLogger(KnownAddresses.class);

    private final Path file;
    private final Path partial;
    private final KioskIdentity identity;
    private final BooleanSupplier connected;
    private final Clock clock;
    private final Duration heartbeat;
    private volatile @Nullable Held held;
    private @Nullable AddressEdition wanted;
    private @Nullable Instant asked;

    KnownAddresses(Path folder, KioskIdentity identity, BooleanSupplier connected, Clock clock, Duration heartbeat) {
        this.file = folder.resolve(ImportCommand.FILE);
        this.partial = folder.resolve(ImportCommand.FILE + ".recu");
        this.identity = identity;
        this.connected = connected;
        this.clock = clock;
        this.heartbeat = heartbeat;
        this.held = Files.exists(file) ? open(file).orElse(null) : null;
    }

    @Override
    public Optional<AddressBook> carnet() {
        return Optional.ofNullable(held).map(Held::book).filter(book -> !book.isEmpty());
    }

    /** A base in use, and what names its edition. */
    private record Held(AddressBook book, Hash hash, Instant at) {}

    private static Optional<Held> open(Path file) {
        try {
            var book = AddressBook.open(file);
            var at = Stream.of(book.addresses(), book.sectors())
                    .flatMap(Optional::stream)
                    .map(Provenance::at)
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH);
            return Optional.of(new Held(book, Hash.of(Files.readAllBytes(file)), at));
        } catch (BookRefusedException | IOException e) {
            LOG.error("The address base is left out: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** What to ask the hub now; {@code null} when nothing is due. */
    synchronized @Nullable Due due() {
        if (identity.enrolled().isEmpty() || !connected.getAsBoolean()) {
            return null;
        }
        var edition = wanted;
        if (edition != null) {
            return new Due.Piece(edition.hash(), received());
        }
        Instant now = clock.instant();
        boolean soon = asked != null && Duration.between(asked, now).abs().compareTo(heartbeat) < 0;
        return soon
                ? null
                : new Due.Edition(
                        Optional.ofNullable(held).map(one -> "\"" + one.hash().hex() + "\""));
    }

    /** Takes what the hub answered about its edition. */
    synchronized void recordEdition(Optional<Signed> answer) {
        asked = clock.instant();
        answer.ifPresent(this::consider);
    }

    private void consider(Signed signed) {
        var edition = identity.enrolled()
                .filter(enrolled -> signed.verifiedBy(enrolled.keys().signing(), Use.ADRESSES))
                .flatMap(_ -> AddressEdition.decode(signed.content().toArray()));
        if (edition.isEmpty()) {
            LOG.error("An address base that the hub did not sign was refused");
            return;
        }
        var own = held;
        boolean newer = own == null
                || (!edition.get().hash().equals(own.hash())
                        && !edition.get().at().isBefore(own.at()));
        if (newer) {
            wanted = edition.get();
            if (received() > edition.get().size()) {
                forget();
            }
        }
    }

    /** Takes a piece of the file; without one, the edition is asked for again at the next beat. */
    synchronized void recordPiece(Due.Piece piece, Optional<byte[]> bytes) {
        var edition = wanted;
        if (edition == null || !edition.hash().equals(piece.hash()) || piece.from() != received()) {
            return;
        }
        if (bytes.isEmpty() || bytes.get().length == 0) {
            wanted = null;
            return;
        }
        try {
            Files.write(partial, bytes.get(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (received() >= edition.size()) {
                wanted = null;
                finish(edition);
            }
        } catch (IOException e) {
            LOG.error("The address base cannot be written", e);
            wanted = null;
            forget();
        }
    }

    private void finish(AddressEdition edition) throws IOException {
        if (!Hash.of(Files.readAllBytes(partial)).equals(edition.hash())) {
            LOG.error("What came is not the address base that the hub signed: it is asked for again");
            forget();
            return;
        }
        var fresh = open(partial);
        if (fresh.isEmpty()) {
            forget();
            return;
        }
        try (var channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        held = fresh.get();
        LOG.info(
                "Address base {} in use: {} streets",
                edition.hash(),
                fresh.get().book().streets().size());
    }

    private long received() {
        try {
            return Files.exists(partial) ? Files.size(partial) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            LOG.error("A download that is worth nothing cannot be removed", e);
        }
    }

    /** What is to be asked for. */
    sealed interface Due {
        /**
         * Which edition there is.
         *
         * @param etag of the edition in use
         */
        record Edition(Optional<String> etag) implements Due {}

        /** Bytes of one file, from a place on. */
        record Piece(Hash hash, long from) implements Due {}
    }
}
