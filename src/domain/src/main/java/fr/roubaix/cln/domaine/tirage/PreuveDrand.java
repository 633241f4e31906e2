package fr.roubaix.cln.domaine.tirage;

import java.util.HexFormat;
import java.util.Locale;

import fr.roubaix.cln.domaine.tirage.Resultat.Accepte;
import fr.roubaix.cln.domaine.tirage.Resultat.Refuse;

/**
 * What drand published for the round that was announced: {@code randomness = SHA-256(signature)}. Whether the signature is
 * the network's is verified elsewhere, and the procès-verbal says so.
 *
 * @param alea the randomness, 64 lower-case hexadecimal digits
 * @param signature in lower-case hexadecimal
 */
public record PreuveDrand(AnnonceDrand annonce, String alea, String signature) {

    public PreuveDrand {
        if (!alea.matches("[0-9a-f]{64}")
                || !signature.matches("[0-9a-f]{" + 2 * annonce.chaine().octetsDeSignature() + "}")
                || !Sha256.hex(HexFormat.of().parseHex(signature)).equals(alea)) {
            throw new IllegalArgumentException("not what drand published");
        }
    }

    /** Reads what was copied from drand; upper-case digits are lowered, spaces around do not count. */
    public static Resultat<PreuveDrand> lire(AnnonceDrand annonce, String tour, String alea, String signature) {
        if (!tour.strip().equals(Long.toString(annonce.tour()))) {
            return new Refuse<>(DefautDeGraine.DRAND_AUTRE_TOUR);
        }
        String hex = alea.strip().toLowerCase(Locale.ROOT);
        String signe = signature.strip().toLowerCase(Locale.ROOT);
        if (!hex.matches("[0-9a-f]{64}")) {
            return new Refuse<>(DefautDeGraine.DRAND_ALEA_MAL_FORME);
        }
        if (!signe.matches("[0-9a-f]{" + 2 * annonce.chaine().octetsDeSignature() + "}")) {
            return new Refuse<>(DefautDeGraine.DRAND_SIGNATURE_MAL_FORMEE);
        }
        return Sha256.hex(HexFormat.of().parseHex(signe)).equals(hex)
                ? new Accepte<>(new PreuveDrand(annonce, hex, signe))
                : new Refuse<>(DefautDeGraine.DRAND_ALEA_AUTRE_QUE_SIGNATURE);
    }

    /** As the seed holds it. */
    public Drand drand() {
        return new Drand(Long.toString(annonce.tour()), alea);
    }
}
