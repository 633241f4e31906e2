package fr.roubaix.cln.hub.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import fr.roubaix.cln.storage.StartupRefusedException;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.PrivateFile;

/**
 * The file {@code trousseau} of a hub, which only its owner may read (mode 0600) and which holds all its keys under a
 * phrase. Files of the first two versions held pairs of keys in clear, and the master key lay beside them: the first start
 * with a phrase puts all of it in one protected file.
 */
public final class TrousseauFile {

    private static final Logger LOG = LoggerFactory.getLogger(TrousseauFile.class);

    /** Where the master key lay in clear before. */
    static final String MAITRESSE_EN_CLAIR = "trousseau-candidatures";

    private static final String NOM = "trousseau";
    private static final String VERSION_1 = "cln-trousseau/1";
    private static final String VERSION_2 = "cln-trousseau/2";

    private final Path path;
    private final PhraseDePasse phrase;
    private final int memoire;
    private @Nullable Derivation derivation;
    private byte[] cle = {};

    private TrousseauFile(Path path, PhraseDePasse phrase, int memoire) {
        this.path = path;
        this.phrase = phrase;
        this.memoire = memoire;
    }

    /** The file of keys of the hub that works in this folder. */
    public static TrousseauFile dans(Path dossier, PhraseDePasse phrase) {
        return dans(dossier, phrase, Derivation.MEMOIRE);
    }

    /**
     * The same, where a new file asks this much memory of whoever tries phrases.
     *
     * @param memoire in KiB
     */
    public static TrousseauFile dans(Path dossier, PhraseDePasse phrase, int memoire) {
        return new TrousseauFile(dossier.resolve(NOM), phrase, memoire);
    }

    /**
     * The file of keys of a hub that is stopped, with the phrase that this process was given.
     *
     * @param fichier where the phrase is; blank to look where the hub itself does
     * @throws StartupRefusedException there is no phrase
     */
    public static TrousseauFile duHubArrete(Path dossier, String fichier) {
        return dans(
                dossier,
                PhraseDePasse.trouver(dossier, fichier, System.getenv()).orElseThrow(OuvertureDuTrousseau::sansPhrase));
    }

    /** Where it lies in this folder, whether or not it is there. */
    static Path chemin(Path dossier) {
        return dossier.resolve(NOM);
    }

    public Path path() {
        return path;
    }

    /** What to say, in French, when the phrase does not open this file. */
    public String refusee() {
        return OuvertureDuTrousseau.refusee(path);
    }

    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * The pairs in this file; a new one when there is no such file. A file in clear is put under the phrase first.
     *
     * @throws UncheckedIOException the file can be neither read nor created
     * @throws PhraseRefuseeException the phrase is not the one of this file
     * @throws IllegalArgumentException the file holds something else: it is left as it is
     */
    public synchronized List<Generation> readOrCreate() {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            byte[] stored = PrivateFile.readOrCreate(path, () -> proteger(Contenu.nouveau()));
            if (!protege(stored)) {
                PrivateFile.replace(path, proteger(enClair(stored)));
                LOG.warn("Le fichier de clés {} est désormais protégé par la phrase de passe", path);
            }
            var contenu = contenu();
            oublierLaCleEnClair(contenu);
            return contenu.paires();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or create " + path, e);
        }
    }

    /**
     * The pairs in this file.
     *
     * @throws UncheckedIOException there is no such file, or it cannot be read
     * @throws PhraseRefuseeException the phrase is not the one of this file
     * @throws IllegalArgumentException the file holds something else
     */
    public List<Generation> read() {
        return contenu().paires();
    }

    /**
     * Replaces the pairs at once, under the same phrase; returns when the disk holds them.
     *
     * @throws UncheckedIOException the file is what it was
     */
    public synchronized void write(List<Generation> generations) {
        remplacer(proteger(contenu().avec(generations)));
    }

    private void remplacer(byte[] octets) {
        try {
            PrivateFile.replace(path, octets);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path, e);
        }
    }

    /**
     * Adds a master key, under the same phrase; returns when the disk holds it.
     *
     * @throws UncheckedIOException the file is what it was
     */
    synchronized Contenu ajouter(Bytes maitresse) {
        var contenu = contenu().avecMaitresse(maitresse);
        remplacer(proteger(contenu));
        return contenu;
    }

    /**
     * Puts the same keys under another phrase. This object still knows the one before: open the file anew.
     *
     * @throws UncheckedIOException the file is what it was
     * @throws PhraseRefuseeException the phrase of this object is not the one of the file
     */
    synchronized void changerDePhrase(PhraseDePasse autre) {
        var contenu = contenu();
        var sous = Derivation.nouvelle(memoire);
        remplacer(TrousseauProtege.sous(sous, sous.cle(autre), contenu).octets());
    }

    /**
     * Changes with every key and with the phrase, and tells nothing of them: two files with the same one hold the same keys
     * and open with the same phrase.
     */
    synchronized String empreinte() {
        var contenu = contenu();
        return empreinte(contenu, TrousseauProtege.lire(octets()).derivation());
    }

    static String empreinte(Contenu contenu, Derivation derivation) {
        return Hash.of((contenu.empreinte() + "|" + derivation.texte()).getBytes(StandardCharsets.US_ASCII))
                .hex();
    }

    /** Whether it lies in clear: no phrase protects it yet. */
    static boolean enClair(Path dossier) {
        try {
            Path file = chemin(dossier);
            return Files.exists(file) && !protege(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the trousseau", e);
        }
    }

    synchronized Contenu contenu() {
        byte[] stored = octets();
        return protege(stored) ? ouvrir(TrousseauProtege.lire(stored)) : enClair(stored);
    }

    /** The protected bytes, as an administrator takes them away. */
    byte[] octets() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    private Contenu ouvrir(TrousseauProtege fichier) {
        var contenu = fichier.ouvrir(cle(fichier.derivation()));
        derivation = fichier.derivation();
        return contenu;
    }

    private byte[] proteger(Contenu contenu) {
        var sous = derivation == null ? Derivation.nouvelle(memoire) : derivation;
        byte[] sousCle = cle(sous);
        derivation = sous;
        return TrousseauProtege.sous(sous, sousCle, contenu).octets();
    }

    /** Argon2id is slow on purpose: once for each file, not for each reading. */
    private byte[] cle(Derivation voulue) {
        if (cle.length == 0 || !voulue.equals(derivation)) {
            byte[] nouvelle = voulue.cle(phrase);
            cle = nouvelle;
            derivation = voulue;
        }
        return cle;
    }

    private static boolean protege(byte[] stored) {
        return new String(stored, StandardCharsets.US_ASCII).startsWith(TrousseauProtege.VERSION);
    }

    private Contenu enClair(byte[] stored) {
        return new Contenu(
                paires(new String(stored, StandardCharsets.US_ASCII).lines().toList()), List.of(maitresseEnClair()));
    }

    private static List<Generation> paires(List<String> lines) {
        if (lines.size() == 4 && lines.getFirst().equals(VERSION_1)) {
            return List.of(Contenu.paire(lines.subList(1, 4)));
        }
        if (lines.size() < 2 || !lines.getFirst().equals(VERSION_2)) {
            throw new IllegalArgumentException("not a trousseau");
        }
        return lines.stream()
                .skip(1)
                .map(line -> Contenu.paire(List.of(line.split(" ", -1))))
                .toList();
    }

    private Bytes maitresseEnClair() {
        try {
            Path file = fichierDeLaMaitresse();
            return Files.exists(file)
                    ? Bytes.of(Base64.getDecoder()
                            .decode(Files.readString(file, StandardCharsets.US_ASCII)
                                    .strip()))
                    : Contenu.nouvelleMaitresse();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the master key", e);
        }
    }

    /** What the protected file holds need not lie in clear beside it; another key is left for somebody to look at. */
    private void oublierLaCleEnClair(Contenu contenu) throws IOException {
        Path file = fichierDeLaMaitresse();
        if (Files.exists(file) && contenu.maitresses().contains(maitresseEnClair())) {
            Files.delete(file);
        }
    }

    private Path fichierDeLaMaitresse() {
        return path.resolveSibling(MAITRESSE_EN_CLAIR);
    }
}
