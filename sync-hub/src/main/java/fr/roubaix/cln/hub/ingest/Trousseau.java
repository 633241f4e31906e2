package fr.roubaix.cln.hub.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.Fingerprint;
import fr.roubaix.cln.sync.OpeningKey;
import fr.roubaix.cln.sync.PrivateFile;
import fr.roubaix.cln.sync.SealingKey;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.VerifyingKey;

/**
 * The hub's keys, in one file outside the databases that only its owner may read (mode 0600). Without it a restored hub
 * can open nothing. The file is not yet under a passphrase: that comes with the set-up that makes the administrator
 * export it, so until then its protection is that of the folder.
 */
public final class Trousseau {

    private static final String VERSION = "cln-trousseau/1";

    private final OpeningKey opening;
    private final SigningKey signing;

    private Trousseau(OpeningKey opening, SigningKey signing) {
        this.opening = opening;
        this.signing = signing;
    }

    /**
     * The keys in this file; new ones when there is no such file.
     *
     * @throws UncheckedIOException the file can be neither read nor created
     * @throws IllegalArgumentException the file holds something else: it is left as it is
     */
    public static Trousseau in(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            byte[] stored = PrivateFile.readOrCreate(
                    file, () -> new Trousseau(OpeningKey.generate(), SigningKey.generate()).write());
            return read(new String(stored, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or create " + file, e);
        }
    }

    /** Opens what kiosks sealed. */
    public OpeningKey opening() {
        return opening;
    }

    /** Signs acks and bulletins. */
    public SigningKey signing() {
        return signing;
    }

    /** The words that a kiosk with this key and this hub both show, for a person to compare. */
    public Fingerprint fingerprint(VerifyingKey kiosk) {
        return Fingerprint.of(kiosk, signing.verifyingKey(), opening.sealingKey());
    }

    private byte[] write() {
        return String.join(
                        "\n",
                        VERSION,
                        opening.sealingKey().raw().base64url(),
                        Bytes.of(opening.secret()).base64url(),
                        Bytes.of(signing.pkcs8()).base64url(),
                        "")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Trousseau read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() != 4 || !lines.getFirst().equals(VERSION)) {
            throw new IllegalArgumentException("not a trousseau");
        }
        var sealing = SealingKey.parse(lines.get(1)).orElseThrow(Trousseau::damaged);
        return new Trousseau(OpeningKey.of(sealing, secret(lines.get(2))), SigningKey.of(secret(lines.get(3))));
    }

    private static byte[] secret(String line) {
        return Bytes.parse(line).orElseThrow(Trousseau::damaged).toArray();
    }

    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException("a damaged trousseau");
    }
}
