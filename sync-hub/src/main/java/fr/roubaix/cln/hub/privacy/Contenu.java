package fr.roubaix.cln.hub.privacy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.OpeningKey;
import fr.roubaix.cln.sync.SealingKey;
import fr.roubaix.cln.sync.SigningKey;

/**
 * What the file of keys holds, in clear: every pair that the hub has had, the oldest first, then every master key, the
 * last one being in use.
 */
record Contenu(List<Generation> paires, List<Bytes> maitresses) {

    private static final int MAITRESSE = 32;

    Contenu {
        paires = List.copyOf(paires);
        maitresses = List.copyOf(maitresses);
        if (paires.isEmpty()
                || maitresses.isEmpty()
                || maitresses.stream().anyMatch(cle -> cle.toArray().length != MAITRESSE)) {
            throw new IllegalArgumentException("a damaged trousseau");
        }
    }

    static Contenu nouveau() {
        return new Contenu(List.of(Generation.generate()), List.of(nouvelleMaitresse()));
    }

    static Bytes nouvelleMaitresse() {
        byte[] cle = new byte[MAITRESSE];
        new SecureRandom().nextBytes(cle);
        return Bytes.of(cle);
    }

    Contenu avec(List<Generation> autres) {
        return new Contenu(autres, maitresses);
    }

    Contenu avecMaitresse(Bytes autre) {
        return new Contenu(
                paires, Stream.concat(maitresses.stream(), Stream.of(autre)).toList());
    }

    Bytes maitresse() {
        return maitresses.getLast();
    }

    /** By which the database knows the master key. */
    String empreinteDeLaMaitresse() {
        return empreinte(maitresse());
    }

    /** The same for every one of them, the oldest first. */
    List<String> empreintesDesMaitresses() {
        return maitresses.stream().map(Contenu::empreinte).toList();
    }

    static String empreinte(Bytes maitresse) {
        return Hash.of(maitresse.toArray()).hex();
    }

    /** Changes with every key; tells nothing of any. */
    String empreinte() {
        String texte = paires.stream().map(Generation::empreinte).collect(Collectors.joining("|"))
                + "||"
                + String.join("|", empreintesDesMaitresses());
        return Hash.of(texte.getBytes(StandardCharsets.US_ASCII)).hex();
    }

    byte[] octets() {
        var lignes = new ArrayList<String>();
        paires.forEach(paire -> lignes.add("paire " + ligne(paire)));
        maitresses.forEach(cle -> lignes.add("maitresse " + cle.base64url()));
        lignes.add("");
        return String.join("\n", lignes).getBytes(StandardCharsets.US_ASCII);
    }

    static Contenu lire(byte[] octets) {
        var paires = new ArrayList<Generation>();
        var maitresses = new ArrayList<Bytes>();
        for (String ligne :
                new String(octets, StandardCharsets.US_ASCII).lines().toList()) {
            List<String> mots = List.of(ligne.split(" ", -1));
            switch (mots.getFirst()) {
                case "paire" -> paires.add(paire(mots.subList(1, mots.size())));
                case "maitresse" -> maitresses.add(secret(mots.getLast()));
                default -> throw abime();
            }
        }
        return new Contenu(paires, maitresses);
    }

    private static String ligne(Generation paire) {
        return paire.opening().sealingKey().raw().base64url() + " "
                + Bytes.of(paire.opening().secret()).base64url() + " "
                + Bytes.of(paire.signing().pkcs8()).base64url();
    }

    /** A pair from its three words: what seals, what opens, what signs. */
    static Generation paire(List<String> mots) {
        if (mots.size() != 3) {
            throw abime();
        }
        var sealing = SealingKey.parse(mots.getFirst()).orElseThrow(Contenu::abime);
        return new Generation(
                OpeningKey.of(sealing, secret(mots.get(1)).toArray()),
                SigningKey.of(secret(mots.get(2)).toArray()));
    }

    private static Bytes secret(String texte) {
        return Bytes.parse(texte).orElseThrow(Contenu::abime);
    }

    private static IllegalArgumentException abime() {
        return new IllegalArgumentException("a damaged trousseau");
    }

    @Override
    public String toString() {
        return "Contenu[" + paires.size() + " pairs]";
    }
}
