package fr.roubaix.cln.kiosk.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.kiosk.sync.CleUsb.Contenu;
import fr.roubaix.cln.kiosk.sync.CleUsb.Export;
import fr.roubaix.cln.sync.Bundle;
import fr.roubaix.cln.sync.KioskId;

/** Writes the stored envelopes on a stick: under another name until they are forced to the medium and read back. */
final class UsbExport {

    private static final Logger LOG = LoggerFactory.getLogger(UsbExport.class);

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private static final String OF_KIOSK = " FROM envelope e JOIN chain c ON c.chain = e.chain"
            + " LEFT JOIN inscription i ON i.chain = e.chain AND i.seq = e.seq"
            + " WHERE c.kiosk = ? AND e.content IS NOT NULL";

    private final JdbcClient jdbc;
    private final TransactionTemplate read;
    private final Clock clock;

    UsbExport(JdbcClient jdbc, TransactionTemplate read, Clock clock) {
        this.jdbc = jdbc;
        this.read = read;
        this.clock = clock;
    }

    Export write(Path folder, KioskId kiosk, Contenu contenu) {
        String name = "borne-" + kiosk + "-" + STAMP.format(clock.instant());
        Path draft = folder.resolve("." + name + ".part");
        Size size;
        try {
            size = Objects.requireNonNull(read.execute(_ -> size(kiosk, contenu)));
        } catch (DataAccessException | TransactionException e) {
            LOG.error("the journal could not be read for an export", e);
            return new Export.JournalIllisible();
        }
        if (size.envelopes() == 0) {
            return new Export.RienAEcrire();
        }
        try {
            if (Files.getFileStore(folder).getUsableSpace() < size.bytes()) {
                return new Export.SupportPlein(size.bytes());
            }
            var written = Objects.requireNonNull(read.execute(_ -> stream(draft, kiosk, contenu)));
            return conclude(folder, name, draft, written);
        } catch (UncheckedIOException e) {
            return failed(folder, draft, size, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            return failed(folder, draft, size, e);
        } catch (DataAccessException | TransactionException e) {
            LOG.error("the journal could not be read for an export", e);
            discard(draft);
            return new Export.JournalIllisible();
        }
    }

    private static Export conclude(Path folder, String name, Path draft, Written written) throws IOException {
        if (!digest(draft).equals(written.digest())) {
            LOG.error("what was read back from {} is not what was written", folder);
            discard(draft);
            return new Export.RelectureDifferente();
        }
        Path file = free(folder, name);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        force(folder);
        LOG.info("{} envelopes exported to {}", written.envelopes(), file.getFileName());
        return new Export.Ecrit(file, written.envelopes());
    }

    private static Path free(Path folder, String name) {
        return Stream.iterate(1, n -> n + 1)
                .map(n -> folder.resolve(name + (n == 1 ? "" : "-" + n) + Bundle.EXPORT))
                .filter(Files::notExists)
                .findFirst()
                .orElseThrow();
    }

    private Size size(KioskId kiosk, Contenu contenu) {
        return jdbc.sql("SELECT count(*) AS n, coalesce(sum((length(e.content) + 2) / 3 * 4 + 88), 0) AS bytes"
                        + OF_KIOSK + only(contenu))
                .param(kiosk.numero())
                .query((row, _) -> new Size(row.getInt("n"), row.getLong("bytes")))
                .single();
    }

    private Written stream(Path draft, KioskId kiosk, Contenu contenu) {
        try (var channel = FileChannel.open(
                        draft,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                var envelopes = jdbc
                        .sql("SELECT e.content, e.signature" + OF_KIOSK + only(contenu) + " ORDER BY c.rank, e.seq")
                        .param(kiosk.numero())
                        .query((row, _) -> Chains.signed(row))
                        .stream()) {
            var digest = sha256();
            int count = 0;
            for (var iterator = envelopes.iterator(); iterator.hasNext(); count++) {
                byte[] line = (iterator.next().text() + "\n").getBytes(StandardCharsets.US_ASCII);
                digest.update(line);
                writeAll(channel, ByteBuffer.wrap(line));
            }
            channel.force(true);
            return new Written(count, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String only(Contenu contenu) {
        return switch (contenu) {
            case EN_ATTENTE -> " AND i.delivery = 'PENDING'";
            case TOUT -> "";
        };
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String digest(Path file) throws IOException {
        var digest = sha256();
        try (var in = Files.newInputStream(file)) {
            byte[] part = new byte[64 * 1024];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                digest.update(part, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** The name is forced to the medium too, where the system lets a folder be opened. */
    private static void force(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.debug("this folder cannot be forced to its medium", e);
        }
    }

    private static Export failed(Path folder, Path draft, Size size, IOException e) {
        LOG.warn("export to {} failed", folder, e);
        boolean full = reason(e).contains("No space");
        discard(draft);
        if (full) {
            return new Export.SupportPlein(size.bytes());
        }
        if (!Files.isDirectory(folder)) {
            return new Export.SupportRetire();
        }
        return e instanceof AccessDeniedException || reason(e).contains("Read-only")
                ? new Export.LectureSeule()
                : new Export.SupportRetire();
    }

    private static String reason(IOException e) {
        String found = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return Objects.requireNonNullElse(found, "");
    }

    private static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            LOG.debug("the stick is gone, and the draft with it", e);
        }
    }

    private record Size(int envelopes, long bytes) {}

    private record Written(int envelopes, String digest) {}
}
