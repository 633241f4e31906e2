package fr.roubaix.cln.hub.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;

import fr.roubaix.cln.storage.StartupRefusedException;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.PrivateFile;

/**
 * What opens the file of keys. It reaches the hub by a file that its user alone can read (a systemd credential, for
 * example: https://systemd.io/CREDENTIALS) or by the environment, and never by a command line, which every user of a
 * machine can read.
 */
public final class PhraseDePasse {

    /** The variable of the environment. */
    public static final String VARIABLE = "CLN_TROUSSEAU_PHRASE";

    /** The credential that a systemd unit may give, with {@code LoadCredential=cln-trousseau:FILE}. */
    public static final String CREDENTIAL = "cln-trousseau";

    /** Where a phrase that the hub made for itself lies, beside the keys. */
    static final String FICHIER = "trousseau.phrase";

    /** Twelve characters that nobody guesses hold out against Argon2id for longer than a mandate. */
    static final int MINIMUM = 12;

    private final byte[] utf8;

    private PhraseDePasse(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** A phrase as somebody typed it: accents written in two ways are the same, an end of line does not count. */
    public static PhraseDePasse de(String texte) {
        String phrase = Normalizer.normalize(texte.strip(), Normalizer.Form.NFC);
        return new PhraseDePasse(phrase.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The phrase that this hub was given: in the file that a setting names, in the environment, in a systemd credential,
     * or in the file that the hub made beside its keys; empty when there is none.
     *
     * @param fichier blank when the setting is absent
     * @throws StartupRefusedException a file was named and cannot be read
     */
    public static Optional<PhraseDePasse> trouver(Path dossier, String fichier, Map<String, String> environnement) {
        if (!fichier.isBlank()) {
            return Optional.of(lire(Path.of(fichier)));
        }
        String variable = environnement.getOrDefault(VARIABLE, "");
        if (!variable.isBlank()) {
            return Optional.of(de(variable));
        }
        return Optional.ofNullable(environnement.get("CREDENTIALS_DIRECTORY"))
                .map(credentials -> Path.of(credentials, CREDENTIAL))
                .filter(Files::exists)
                .or(() -> Optional.of(dossier.resolve(FICHIER)).filter(Files::exists))
                .map(PhraseDePasse::lire);
    }

    /** Makes a phrase and writes it beside the keys, for the user of the hub alone (mode 0600). */
    static PhraseDePasse creer(Path dossier) {
        byte[] hasard = new byte[24];
        new SecureRandom().nextBytes(hasard);
        String phrase = Bytes.of(hasard).base64url();
        try {
            Files.createDirectories(dossier);
            PrivateFile.readOrCreate(
                    dossier.resolve(FICHIER), () -> (phrase + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new StartupRefusedException(
                    "Le dossier « " + dossier + " » ne permet pas d’écrire la phrase de passe. Vérifiez ses droits.",
                    e);
        }
        return lire(dossier.resolve(FICHIER));
    }

    static PhraseDePasse lire(Path fichier) {
        try {
            var phrase = de(Files.readString(fichier, StandardCharsets.UTF_8));
            if (phrase.utf8.length == 0) {
                throw new StartupRefusedException("Le fichier « " + fichier
                        + " » est vide : il doit contenir la phrase de passe du trousseau, sur une ligne.");
            }
            return phrase;
        } catch (IOException e) {
            throw new StartupRefusedException(
                    "La phrase de passe ne peut pas être lue dans « " + fichier
                            + " ». Vérifiez que ce fichier existe, en UTF-8, et que le hub a le droit de le lire.",
                    e);
        }
    }

    /** Whether it may protect a file of keys from now on. */
    boolean solide() {
        return new String(utf8, StandardCharsets.UTF_8).codePoints().count() >= MINIMUM;
    }

    byte[] utf8() {
        return utf8.clone();
    }

    @Override
    public String toString() {
        return "PhraseDePasse";
    }
}
