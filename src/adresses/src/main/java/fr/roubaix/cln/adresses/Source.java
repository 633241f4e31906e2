package fr.roubaix.cln.adresses;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** A file being imported: its bytes are counted and hashed while they pass, compressed with gzip or not. */
final class Source implements AutoCloseable {

    private final Path file;
    private final long size;
    private final MessageDigest digest;
    private final Counting raw;
    private final InputStream content;

    Source(Path file) throws IOException, Refusal {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Refusal("Le fichier « " + file + " » n’existe pas, ou ne se lit pas.");
        }
        this.file = file;
        this.size = Files.size(file);
        if (size == 0) {
            throw new Refusal("Le fichier « " + file + " » est vide. Téléchargez-le de nouveau.");
        }
        this.digest = sha256();
        this.raw = new Counting(new DigestInputStream(Files.newInputStream(file), digest));
        var head = new PushbackInputStream(raw, 2);
        byte[] magic = head.readNBytes(2);
        head.unread(magic);
        boolean gzip = magic.length == 2 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b;
        this.content = gzip ? new GZIPInputStream(head, 1 << 16) : head;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    InputStream content() {
        return content;
    }

    /** Bytes of the file read so far. */
    long position() {
        return raw.count;
    }

    long size() {
        return size;
    }

    /** Once everything was read. */
    Provenance provenance(java.time.Instant at, long read, long kept) throws IOException {
        raw.transferTo(java.io.OutputStream.nullOutputStream());
        String hash = HexFormat.of().formatHex(digest.digest());
        return new Provenance(String.valueOf(file.getFileName()), hash, raw.count, at, read, kept);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
