package fr.roubaix.cln.hub.privacy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

import fr.roubaix.cln.sync.Bytes;

/**
 * How a phrase becomes a key: Argon2id (RFC 9106), with its parameters written beside what it protects, so that they may
 * grow with the years.
 *
 * @param memoire in KiB
 */
record Derivation(int memoire, int passages, int voies, Bytes sel) {

    /** The second choice of RFC 9106 §4: 64 MiB, three passes, for a machine that does other work too. */
    static final int MEMOIRE = 65_536;

    private static final int PASSAGES = 3;
    private static final int SEL = 16;
    private static final int CLE = 32;

    /** What a file from elsewhere may ask of this machine. */
    private static final int MEMOIRE_MAXIMUM = 1_048_576;

    private static final int PASSAGES_MAXIMUM = 20;

    static Derivation nouvelle(int memoire) {
        byte[] sel = new byte[SEL];
        new SecureRandom().nextBytes(sel);
        return new Derivation(memoire, PASSAGES, 1, Bytes.of(sel));
    }

    String texte() {
        return String.join(
                " ",
                "argon2id",
                "19",
                Integer.toString(memoire),
                Integer.toString(passages),
                Integer.toString(voies),
                sel.base64url());
    }

    static Optional<Derivation> lire(String texte) {
        List<String> mots = Arrays.asList(texte.split(" ", -1));
        if (mots.size() != 6
                || !mots.get(0).equals("argon2id")
                || !mots.get(1).equals("19")
                || mots.subList(2, 5).stream().anyMatch(mot -> !mot.matches("[0-9]{1,7}"))) {
            return Optional.empty();
        }
        var sel = Bytes.parse(mots.get(5));
        var lue = sel.map(octets -> new Derivation(
                Integer.parseInt(mots.get(2)), Integer.parseInt(mots.get(3)), Integer.parseInt(mots.get(4)), octets));
        return lue.filter(Derivation::acceptable);
    }

    private boolean acceptable() {
        return memoire >= 8 * voies
                && memoire <= MEMOIRE_MAXIMUM
                && passages >= 1
                && passages <= PASSAGES_MAXIMUM
                && voies >= 1
                && voies <= 16
                && sel.toArray().length >= SEL;
    }

    byte[] cle(PhraseDePasse phrase) {
        var argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoire)
                .withIterations(passages)
                .withParallelism(voies)
                .withSalt(sel.toArray())
                .build());
        byte[] cle = new byte[CLE];
        argon2.generateBytes(phrase.utf8(), cle);
        return cle;
    }
}
