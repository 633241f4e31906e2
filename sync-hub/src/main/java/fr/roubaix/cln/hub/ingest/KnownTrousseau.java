package fr.roubaix.cln.hub.ingest;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.storage.DatabaseRefusedException;
import fr.roubaix.cln.sync.Hash;

/**
 * The trousseau that this database belongs to. The database remembers the fingerprint of its public keys: with other
 * keys the hub could open nothing of what kiosks hold sealed for it, and no kiosk would believe its acks.
 */
final class KnownTrousseau {

    private final Path file;
    private final JdbcClient jdbc;

    KnownTrousseau(Path file, JdbcClient jdbc) {
        this.file = file;
        this.jdbc = jdbc;
    }

    /**
     * Reads the keys, or makes them on the first start of a new hub.
     *
     * @throws DatabaseRefusedException the file is missing, damaged or not the one of this database
     */
    Trousseau readOrCreate() {
        if (known().isPresent() && !Files.exists(file)) {
            throw new DatabaseRefusedException("Le fichier de clés " + file
                    + " manque. Sans lui, le hub ne peut pas lire ce que les bornes transmettent."
                    + " Remettez-le, puis relancez le hub.");
        }
        Trousseau keys = read();
        String fingerprint = fingerprint(keys);
        // Two instances may start together: the first fingerprint stays, and the other one is compared with it.
        jdbc.sql("INSERT INTO trousseau (numero, empreinte) VALUES (1, ?) ON CONFLICT DO NOTHING")
                .param(fingerprint)
                .update();
        if (!known().equals(Optional.of(fingerprint))) {
            throw new DatabaseRefusedException("Le fichier de clés " + file
                    + " n’est pas celui de cette base. Remettez le fichier d’origine, puis relancez le hub.");
        }
        return keys;
    }

    private Trousseau read() {
        try {
            return Trousseau.in(file);
        } catch (UncheckedIOException e) {
            throw new DatabaseRefusedException(
                    "Le fichier de clés " + file
                            + " ne peut être ni lu ni créé. Vérifiez les droits du dossier, puis relancez le hub.",
                    e);
        } catch (IllegalArgumentException e) {
            throw new DatabaseRefusedException(
                    "Le fichier de clés " + file + " est abîmé. Remettez une copie intacte, puis relancez le hub.", e);
        }
    }

    private Optional<String> known() {
        return jdbc.sql("SELECT empreinte FROM trousseau WHERE numero = 1")
                .query(String.class)
                .optional();
    }

    private static String fingerprint(Trousseau keys) {
        String text = keys.opening().sealingKey().raw().base64url() + "|"
                + keys.signing().verifyingKey().raw().base64url();
        return Hash.of(text.getBytes(StandardCharsets.US_ASCII)).hex();
    }
}
