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
    /** The one whose bytes the stick that is read now brings. */
    private @Nullable AddressEdition onStick;

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

    /** A stick names its edition, whose bytes follow: what the network had brought of it begins again. */
    synchronized Taken takeEdition(Signed signed) {
        var taken = consider(signed);
        onStick = taken == Taken.WANTED ? wanted : null;
        if (taken == Taken.WANTED) {
            forget();
        }
        return taken;
    }

    /** The next bytes of the edition that the stick named; the base takes its place with the last of them. */
    synchronized Taken takePiece(Signed signed) {
        var edition = onStick;
        if (edition == null || !edition.equals(wanted)) {
            return Taken.KNOWN;
        }
        if (!signedByTheHub(signed, Use.MORCEAU)) {
            return Taken.NOT_SIGNED;
        }
        recordPiece(
                new Due.Piece(edition.hash(), received()),
                Optional.of(signed.content().toArray()));
        if (wanted != null) {
            return Taken.WANTED;
        }
        var own = held;
        return own != null && own.hash().equals(edition.hash()) ? Taken.IN_USE : Taken.DAMAGED;
    }

    private boolean signedByTheHub(Signed signed, Use use) {
        return identity.enrolled()
                .filter(enrolled -> signed.verifiedBy(enrolled.keys().signing(), use))
                .isPresent();
    }

    private Taken consider(Signed signed) {
        var edition = Optional.of(signed)
                .filter(one -> signedByTheHub(one, Use.ADRESSES))
                .flatMap(one -> AddressEdition.decode(one.content().toArray()));
        if (edition.isEmpty()) {
            LOG.error("An address base that the hub did not sign was refused");
            return Taken.NOT_SIGNED;
        }
        var own = held;
        if (own != null && own.hash().equals(edition.get().hash())) {
            return Taken.KNOWN;
        }
        if (own != null && edition.get().at().isBefore(own.at())) {
            return Taken.OLDER;
        }
        wanted = edition.get();
        if (received() > edition.get().size()) {
            forget();
        }
        return Taken.WANTED;
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

    /** What became of a part of an address base. */
    enum Taken {
        /** Newer than the one in use: its bytes, or more of them, are to come. */
        WANTED,
        /** It was the last part: this base is the one in use now. */
        IN_USE,
        /** In use already. */
        KNOWN,
        OLDER,
        NOT_SIGNED,
        /** It was the last part, and they do not make the base that was named. */
        DAMAGED
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
