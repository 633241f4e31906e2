package fr.roubaix.cln.hub.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.Hkdf;

import fr.roubaix.cln.storage.BackupRefusedException;
import fr.roubaix.cln.sync.Bytes;

/**
 * A database in one encrypted file: a line in clear ({@code cln-sauvegarde/1}, what it holds, the fingerprint of the master
 * key, the instant), then AES-256-GCM-HKDF by segments (Tink's streaming AEAD). The line is authenticated with the rest; a
 * file that was cut, altered or lengthened does not open. The key is derived from the master key: whoever has the trousseau
 * and its phrase can restore.
 */
public final class SauvegardeChiffree {

    /** What the names of encrypted backups end with. */
    public static final String SUFFIXE = ".clnsauvegarde";

    private static final String VERSION = "cln-sauvegarde/1";
    private static final int ENTETE_MAXIMUM = 200;
    private static final int SEGMENT = 1 << 20;
    private static final int CLE = 32;

    private SauvegardeChiffree() {}

    /** What a file holds. */
    public enum Genre {
        HUB,
        CLES
    }

    /**
     * What stands in clear at the head of a file.
     *
     * @param maitresse fingerprint of the master key
     */
    public record Entete(Genre genre, String maitresse, Instant at) {

        private byte[] ligne() {
            return (VERSION + " " + genre.name() + " " + maitresse + " " + at.toEpochMilli() + "\n")
                    .getBytes(StandardCharsets.US_ASCII);
        }
    }

    /**
     * Encrypts a file.
     *
     * @param cible created or replaced; complete when this returns, but not yet forced to the disk
     */
    public static void chiffrer(TrousseauFile trousseau, Genre genre, Instant at, Path clair, Path cible)
            throws IOException {
        var contenu = trousseau.contenu();
        byte[] entete = new Entete(genre, contenu.empreinteDeLaMaitresse(), at).ligne();
        try (var in = Files.newInputStream(clair);
                var out = Files.newOutputStream(cible)) {
            out.write(entete);
            try (OutputStream scelle = aead(contenu.maitresse()).newEncryptingStream(out, entete)) {
                in.transferTo(scelle);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    /** Reads the line in clear; empty when the file is no encrypted backup. Nothing of it is proven before it opens. */
    public static Optional<Entete> entete(Path fichier) throws IOException {
        try (var in = Files.newInputStream(fichier)) {
            return lire(ligne(in));
        }
    }

    /**
     * Decrypts a file of this hub, whole or not at all.
     *
     * @param clair an empty folder's file; removed when the backup is refused
     * @throws BackupRefusedException cut, altered, of another hub, or not what was asked for; the sentence says so
     */
    public static void dechiffrer(TrousseauFile trousseau, Genre genre, Path fichier, Path clair) throws IOException {
        var contenu = trousseau.contenu();
        try (var in = Files.newInputStream(fichier)) {
            byte[] ligne = ligne(in);
            var entete = lire(ligne).orElseThrow(() -> abimee(fichier, null));
            int maitresse = contenu.empreintesDesMaitresses().indexOf(entete.maitresse());
            if (maitresse < 0) {
                throw new BackupRefusedException("La sauvegarde « " + fichier
                        + " » est celle d’un autre hub : le fichier de clés « " + trousseau.path()
                        + " » ne l’ouvre pas. Rien n’a été changé. Prenez une sauvegarde de ce hub, ou remettez le"
                        + " fichier de clés avec lequel elle a été faite, ou un plus récent.");
            }
            if (entete.genre() != genre) {
                throw new BackupRefusedException("La sauvegarde « " + fichier + " » contient "
                        + (entete.genre() == Genre.CLES ? "les clés des personnes" : "la base du hub")
                        + ", pas ce qui est demandé. Rien n’a été changé. Indiquez un autre fichier.");
            }
            copier(aead(contenu.maitresses().get(maitresse)).newDecryptingStream(in, ligne), fichier, clair);
        } catch (GeneralSecurityException e) {
            throw abimee(fichier, e);
        }
    }

    /** What cannot be read is the backup's fault, what cannot be written the disk's. */
    private static void copier(InputStream dechiffree, Path fichier, Path clair) throws IOException {
        boolean entier = false;
        try (dechiffree;
                var out = Files.newOutputStream(clair)) {
            byte[] tampon = new byte[SEGMENT];
            for (int lus = lire(dechiffree, tampon, fichier); lus >= 0; lus = lire(dechiffree, tampon, fichier)) {
                out.write(tampon, 0, lus);
            }
            entier = true;
        } finally {
            if (!entier) {
                Files.deleteIfExists(clair);
            }
        }
    }

    private static int lire(InputStream dechiffree, byte[] tampon, Path fichier) {
        try {
            return dechiffree.read(tampon);
        } catch (IOException e) {
            throw abimee(fichier, e);
        }
    }

    private static byte[] ligne(InputStream in) throws IOException {
        byte[] tampon = new byte[ENTETE_MAXIMUM];
        for (int i = 0; i < tampon.length; i++) {
            int octet = in.read();
            if (octet < 0) {
                break;
            }
            tampon[i] = (byte) octet;
            if (octet == '\n') {
                return Arrays.copyOf(tampon, i + 1);
            }
        }
        return new byte[0];
    }

    private static Optional<Entete> lire(byte[] ligne) {
        List<String> mots =
                List.of(new String(ligne, StandardCharsets.US_ASCII).strip().split(" ", -1));
        if (mots.size() != 4 || !mots.getFirst().equals(VERSION) || !mots.get(3).matches("[0-9]{1,16}")) {
            return Optional.empty();
        }
        return Arrays.stream(Genre.values())
                .filter(genre -> genre.name().equals(mots.get(1)))
                .findFirst()
                .map(genre -> new Entete(genre, mots.get(2), Instant.ofEpochMilli(Long.parseLong(mots.get(3)))));
    }

    private static BackupRefusedException abimee(Path fichier, @org.jspecify.annotations.Nullable Exception cause) {
        return new BackupRefusedException(
                "La sauvegarde « " + fichier
                        + " » est coupée ou abîmée, ou n’est pas une sauvegarde. Rien n’a été changé. Prenez une autre"
                        + " sauvegarde.",
                cause);
    }

    /** Another key than the master key itself: what opens backups opens nothing else. */
    private static StreamingAead aead(Bytes maitresse) {
        try {
            byte[] cle = Hkdf.computeHkdf(
                    "HmacSha256", maitresse.toArray(), new byte[0], VERSION.getBytes(StandardCharsets.US_ASCII), CLE);
            return new AesGcmHkdfStreaming(cle, "HmacSha256", CLE, SEGMENT, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF is part of Tink", e);
        }
    }
}
