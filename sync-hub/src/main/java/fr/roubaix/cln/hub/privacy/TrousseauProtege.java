package fr.roubaix.cln.hub.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.Hash;

/**
 * The keys under a phrase, on four lines: {@code cln-trousseau/3}, how the phrase becomes a key, the SHA-256 of what
 * follows, and the sealed keys. The hash tells a damaged file from a wrong phrase; it proves nothing against a forger, and
 * the seal does.
 */
record TrousseauProtege(Derivation derivation, Bytes scelle) {

    static final String VERSION = "cln-trousseau/3";

    static TrousseauProtege sous(Derivation derivation, byte[] cle, Contenu contenu) {
        return new TrousseauProtege(
                derivation, Bytes.of(new Scellement(cle).sceller(contenu.octets(), contexte(derivation))));
    }

    /** @throws IllegalArgumentException the file is not whole, or is something else */
    static TrousseauProtege lire(byte[] fichier) {
        List<String> lignes = Arrays.asList(new String(fichier, StandardCharsets.US_ASCII).split("\n", -1));
        if (lignes.size() != 5
                || !lignes.getFirst().equals(VERSION)
                || !lignes.getLast().isEmpty()) {
            throw abime();
        }
        var derivation = Derivation.lire(lignes.get(1)).orElseThrow(TrousseauProtege::abime);
        var scelle = Bytes.parse(lignes.get(3)).orElseThrow(TrousseauProtege::abime);
        if (!empreinte(scelle).equals(lignes.get(2))) {
            throw abime();
        }
        return new TrousseauProtege(derivation, scelle);
    }

    /**
     * Opens it.
     *
     * @throws PhraseRefuseeException the key comes from another phrase
     */
    Contenu ouvrir(byte[] cle) {
        try {
            return Contenu.lire(new Scellement(cle).ouvrir(scelle.toArray(), contexte(derivation)));
        } catch (CoffreIllisibleException e) {
            throw new PhraseRefuseeException(e);
        }
    }

    byte[] octets() {
        return String.join("\n", VERSION, derivation.texte(), empreinte(scelle), scelle.base64url(), "")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String contexte(Derivation derivation) {
        return VERSION + "|" + derivation.texte();
    }

    private static String empreinte(Bytes scelle) {
        return Hash.of(scelle.toArray()).hex();
    }

    private static IllegalArgumentException abime() {
        return new IllegalArgumentException("a damaged trousseau");
    }
}
