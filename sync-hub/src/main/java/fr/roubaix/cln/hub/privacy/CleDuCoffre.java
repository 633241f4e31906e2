package fr.roubaix.cln.hub.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.storage.DatabaseRefusedException;
import fr.roubaix.cln.sync.PrivateFile;

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
     * @throws DatabaseRefusedException the file is missing, unreadable or not the one this database was sealed with
     */
    SecretKey lireOuCreer() {
        if (connue().isPresent() && !Files.exists(fichier)) {
            throw new DatabaseRefusedException("Le fichier de clé " + fichier
                    + " manque. Sans lui, les candidatures ne peuvent pas être lues."
                    + " Remettez-le, puis relancez le hub.");
        }
        byte[] key = lireOuEcrire();
        String empreinte = empreinte(key);
        // Two instances may start together: the first fingerprint stays, and the other one is compared with it.
        jdbc.sql("INSERT INTO coffre (numero, empreinte) VALUES (1, :empreinte) ON CONFLICT DO NOTHING")
                .param("empreinte", empreinte)
                .update();
        if (!connue().equals(Optional.of(empreinte))) {
            throw new DatabaseRefusedException("Le fichier de clé " + fichier
                    + " n’est pas celui de cette base. Remettez le fichier d’origine, puis relancez le hub.");
        }
        return new SecretKeySpec(key, "AES");
    }

    private Optional<String> connue() {
        return jdbc.sql("SELECT empreinte FROM coffre WHERE numero = 1")
                .query(String.class)
                .optional();
    }

    private byte[] lireOuEcrire() {
        try {
            Files.createDirectories(fichier.toAbsolutePath().getParent());
            byte[] texte = PrivateFile.readOrCreate(fichier, CleDuCoffre::nouvelle);
            byte[] key = Base64.getDecoder().decode(new String(texte, StandardCharsets.US_ASCII).strip());
            if (key.length != BYTES) {
                throw abime(null);
            }
            return key;
        } catch (IOException e) {
            throw new DatabaseRefusedException(
                    "Le fichier de clé " + fichier
                            + " ne peut être ni lu ni créé. Vérifiez les droits du dossier, puis relancez le hub.",
                    e);
        } catch (IllegalArgumentException e) {
            throw abime(e);
        }
    }

    private DatabaseRefusedException abime(@Nullable Exception cause) {
        return new DatabaseRefusedException(
                "Le fichier de clé " + fichier + " est abîmé. Remettez une copie intacte, puis relancez le hub.",
                cause);
    }

    private static byte[] nouvelle() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return (Base64.getEncoder().encodeToString(key) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static String empreinte(byte[] key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
