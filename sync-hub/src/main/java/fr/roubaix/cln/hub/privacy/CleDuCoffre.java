package fr.roubaix.cln.hub.privacy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The hub's master key: 32 random bytes in base64, in a file that only the service may read, outside the database. The
 * database remembers the key's fingerprint, so that a lost or exchanged file is noticed before anything is sealed with
 * a key that cannot open the rest.
 */
final class CleDuCoffre {

    private static final int BYTES = 32;

    private final Path fichier;
    private final JdbcClient jdbc;

    CleDuCoffre(Path fichier, JdbcClient jdbc) {
        this.fichier = fichier;
        this.jdbc = jdbc;
    }

    /**
     * Reads the key, or makes it on the first start of a new hub.
     *
     * @throws CoffreIllisibleException the file is missing, unreadable or not the one this database was sealed with
     */
    SecretKey lireOuCreer() {
        Optional<String> connue = jdbc.sql("SELECT empreinte FROM coffre WHERE numero = 1")
                .query(String.class)
                .optional();
        byte[] key = Files.exists(fichier) ? lire() : creer(connue);
        String empreinte = empreinte(key);
        if (connue.isEmpty()) {
            jdbc.sql("INSERT INTO coffre (numero, empreinte) VALUES (1, :empreinte) ON CONFLICT DO NOTHING")
                    .param("empreinte", empreinte)
                    .update();
        } else if (!connue.get().equals(empreinte)) {
            throw new CoffreIllisibleException("Le fichier de clé " + fichier
                    + " n’est pas celui de cette base. Remettez le fichier d’origine, puis relancez le hub.");
        }
        return new SecretKeySpec(key, "AES");
    }

    private byte[] lire() {
        try {
            byte[] key = Base64.getDecoder().decode(Files.readString(fichier).strip());
            if (key.length != BYTES) {
                throw new CoffreIllisibleException("Le fichier de clé " + fichier + " est abîmé.");
            }
            return key;
        } catch (IOException | IllegalArgumentException e) {
            throw new CoffreIllisibleException("Le fichier de clé " + fichier + " ne peut pas être lu.", e);
        }
    }

    private byte[] creer(Optional<String> connue) {
        if (connue.isPresent()) {
            throw new CoffreIllisibleException(
                    "Le fichier de clé " + fichier
                            + " manque. Sans lui, les candidatures ne peuvent pas être lues. Remettez-le, puis relancez le hub.");
        }
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Set<PosixFilePermission> mode = PosixFilePermissions.fromString("rw-------");
            Files.createDirectories(fichier.toAbsolutePath().getParent());
            Files.createFile(fichier, PosixFilePermissions.asFileAttribute(mode));
            Files.writeString(fichier, Base64.getEncoder().encodeToString(key) + "\n");
            try (var channel = FileChannel.open(fichier, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        } catch (IOException e) {
            throw new CoffreIllisibleException("Le fichier de clé " + fichier + " ne peut pas être créé.", e);
        }
        return key;
    }

    private static String empreinte(byte[] key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
