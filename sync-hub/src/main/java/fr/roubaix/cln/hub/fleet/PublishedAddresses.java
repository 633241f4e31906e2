package fr.roubaix.cln.hub.fleet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

import fr.roubaix.cln.adresses.AddressBook;
import fr.roubaix.cln.adresses.BookRefusedException;
import fr.roubaix.cln.adresses.ImportCommand;
import fr.roubaix.cln.adresses.Provenance;
import fr.roubaix.cln.hub.ingest.AdressesAEmporter;
import fr.roubaix.cln.hub.ingest.Trousseau;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.sync.AddressEdition;
import fr.roubaix.cln.sync.Bundle;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.Use;

/**
 * The address base for all kiosks: the file that {@code ./cln importer} leaves in the data folder, whether the hub runs or
 * not. It is read again when it is another file than the last time; a file that cannot be used is published to nobody.
 */
@Service
@Interne("read by kiosks; it says nothing that is not public")
class PublishedAddresses implements CarnetDAdresses, AdressesAEmporter {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedAddresses.class);

    private final Path file;
    private final Trousseau keys;
    private volatile @Nullable Known known;

    PublishedAddresses(@Value("${cln.hub.dossier}") Path folder, Trousseau keys) {
        this.file = folder.resolve(ImportCommand.FILE);
        this.keys = keys;
    }

    /** What the file was when it was read, and what it is worth. */
    private record Known(Stamp stamp, Optional<Published> published) {}

    private record Published(AddressEdition edition, AddressBook book) {}

    private record Stamp(
            FileTime modified, long size, @Nullable Object key) {
        static Stamp of(Path file) throws IOException {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        }
    }

    /** The edition to give out now; empty when there is none. */
    Optional<AddressEdition> current() {
        return published().map(Published::edition);
    }

    @Override
    public Optional<AddressBook> carnet() {
        return published().map(Published::book);
    }

    private Optional<Published> published() {
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            var stamp = Stamp.of(file);
            var last = known;
            if (last == null || !last.stamp().equals(stamp)) {
                last = new Known(stamp, read(stamp));
                known = last;
            }
            return last.published();
        } catch (IOException e) {
            LOG.error("The address base cannot be read", e);
            return Optional.empty();
        }
    }

    private Optional<Published> read(Stamp stamp) throws IOException {
        if (stamp.size() > AddressEdition.MAX_SIZE) {
            LOG.error("La base d’adresses « {} » est trop grande pour les bornes.", file);
            return Optional.empty();
        }
        try {
            var book = AddressBook.open(file);
            var hash = Hash.of(Files.readAllBytes(file));
            var at = Stream.of(book.addresses(), book.sectors())
                    .flatMap(Optional::stream)
                    .map(Provenance::at)
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH);
            LOG.info(
                    "Base d’adresses publiée aux bornes : {} rues, empreinte {}",
                    book.streets().size(),
                    hash);
            return Optional.of(new Published(new AddressEdition(hash, stamp.size(), at), book));
        } catch (BookRefusedException e) {
            LOG.error("{}", e.getMessage());
            return Optional.empty();
        }
    }

    /** The edition under the hub's signature. */
    Signed signed(AddressEdition edition) {
        return Signed.by(keys.signing(), Use.ADRESSES, edition.encode());
    }

    /** Some bytes of the file, at most {@link AddressEdition#MAX_PIECE}; empty when that edition is no longer the one here. */
    Optional<byte[]> piece(String hash, long from) {
        return current()
                .filter(edition -> edition.hash().hex().equals(hash) && from >= 0 && from < edition.size())
                .flatMap(edition -> bytes(from, (int) Math.min(AddressEdition.MAX_PIECE, edition.size() - from)));
    }

    @Override
    public List<Bundle.Line> lignes() {
        var edition = current();
        if (edition.isEmpty()) {
            return List.of();
        }
        if (edition.get().size() > AddressEdition.MAX_ON_A_STICK) {
            LOG.error("La base d’adresses « {} » est trop grande pour une clé USB.", file);
            return List.of();
        }
        var lines = new ArrayList<Bundle.Line>();
        lines.add(new Bundle.Line(Bundle.Content.ADRESSES, signed(edition.get())));
        String hash = edition.get().hash().hex();
        for (long from = 0; from < edition.get().size(); from += AddressEdition.MAX_PIECE) {
            var piece = piece(hash, from);
            if (piece.isEmpty()) {
                // Another one was imported meanwhile: the next return carries it.
                return List.of();
            }
            lines.add(new Bundle.Line(Bundle.Content.MORCEAU, Signed.by(keys.signing(), Use.MORCEAU, piece.get())));
        }
        return lines;
    }

    private Optional<byte[]> bytes(long from, int length) {
        try (var channel = FileChannel.open(file)) {
            var piece = ByteBuffer.allocate(length);
            long at = from;
            while (piece.hasRemaining()) {
                int read = channel.read(piece, at);
                if (read < 0) {
                    return Optional.empty();
                }
                at += read;
            }
            return Optional.of(piece.array());
        } catch (IOException e) {
            LOG.error("The address base cannot be read", e);
            return Optional.empty();
        }
    }
}
