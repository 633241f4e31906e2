package fr.roubaix.cln.hub.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.hub.tirage.CeremonieId;
import fr.roubaix.cln.hub.tirage.PiecesGardees;
import fr.roubaix.cln.hub.tirage.PiecesGardees.Genre;
import fr.roubaix.cln.sync.Hash;

/** The files of a closed procès-verbal as a page offers them: fingerprint and size, without the bytes. */
@Component
class FichiersPublics {

    private static final List<Genre> ORDRE = List.of(Genre.DOCUMENT, Genre.CEREMONIE, Genre.PV);
    private static final int MILLE = 1_000;

    private final PiecesGardees pieces;

    /** What has a fingerprint never changes, its size neither: read once. */
    private final Map<Hash, Integer> tailles = new ConcurrentHashMap<>();

    FichiersPublics(PiecesGardees pieces) {
        this.pieces = pieces;
    }

    /**
     * A file to download.
     *
     * @param taille in French, rounded
     */
    record Fichier(String nom, String sha256, String taille) {}

    /** The document first, for people; then what programs read. */
    List<Fichier> de(CeremonieId.Publique id) {
        var empreintes = pieces.empreintes(id);
        var fichiers = new ArrayList<Fichier>();
        for (Genre genre : ORDRE) {
            Hash sha256 = empreintes.get(genre);
            if (sha256 != null) {
                fichiers.add(new Fichier(genre.fichier(), sha256.hex(), taille(octets(id, genre, sha256))));
            }
        }
        return List.copyOf(fichiers);
    }

    private int octets(CeremonieId.Publique id, Genre genre, Hash sha256) {
        Integer connue = tailles.get(sha256);
        if (connue != null) {
            return connue;
        }
        int lue = pieces.piece(id, genre).orElseThrow().octets().toArray().length;
        tailles.put(sha256, lue);
        return lue;
    }

    /** « 812 octets », « 48 ko », « 1,2 Mo », with no-break spaces. */
    static String taille(int octets) {
        if (octets < MILLE) {
            return octets + "\u00a0octets";
        }
        if (octets < MILLE * MILLE) {
            return Math.round((double) octets / MILLE) + "\u00a0ko";
        }
        return String.format(Locale.FRENCH, "%.1f\u00a0Mo", (double) octets / (MILLE * MILLE));
    }
}
