package fr.roubaix.cln.hub.tirage;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.roubaix.cln.domaine.tirage.Empreinte;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.Hash;

/**
 * What is published of a draw (art. 7 §2) once its procès-verbal is closed: bytes that were made once and never change,
 * whatever version of the program serves them. Codes only, and the names that {@code ceremonie.json} gives. A rehearsal is
 * another type of ceremony: nothing of it can be asked for here.
 */
public interface PiecesGardees {

    /**
     * One file; empty until the procès-verbal is closed. The first demand of the PDF may take the seconds of its
     * typesetting, so nobody asks for it inside a transaction.
     */
    Optional<Piece> piece(CeremonieId.Publique id, Genre genre);

    /** The SHA-256 of every file that there is, in the order of {@link Genre}; empty until the procès-verbal is closed. */
    Map<Genre, Hash> empreintes(CeremonieId.Publique id);

    /**
     * The verifying programs that the procès-verbal names, by the fingerprints that it prints; empty until it is closed. The
     * hub may give others today.
     */
    List<ProgrammeNomme> programmes(CeremonieId.Publique id);

    /**
     * The bytes of the program that the procès-verbal names, whatever this hub gives today; empty until it is closed, or
     * when it was closed before programs were kept.
     */
    Optional<Bytes> programme(CeremonieId.Publique id, Programme lequel);

    /** What anybody verifies a draw with. */
    enum Programme {
        /** A page for any browser, without network. Given as a file: the hub serves no page with a script inside. */
        PAGE("cln-verificateur.html", "application/octet-stream"),
        /** The Java program. */
        JAVA("cln-verificateur.jar", "application/java-archive");

        private final String fichier;
        private final String type;

        Programme(String fichier, String type) {
            this.fichier = fichier;
            this.type = type;
        }

        /** Its name, as everyone keeps it. */
        public String fichier() {
            return fichier;
        }

        /** Its media type. */
        public String type() {
            return type;
        }
    }

    /**
     * A program that a procès-verbal names.
     *
     * @param garde whether its bytes are here
     */
    record ProgrammeNomme(Programme programme, Empreinte sha256, boolean garde) {}

    /** The files of a closed draw. */
    enum Genre {
        /** What anybody recomputes. */
        PV("pv.json", "application/json"),
        /** What nobody can recompute: hours, people, kiosks, throws. */
        CEREMONIE("ceremonie.json", "application/json"),
        /** Both, to read: PDF/UA-1 and PDF/A-2a. */
        DOCUMENT("proces-verbal.pdf", "application/pdf");

        private final String fichier;
        private final String type;

        Genre(String fichier, String type) {
            this.fichier = fichier;
            this.type = type;
        }

        /** Its name, as the procès-verbal writes it. */
        public String fichier() {
            return fichier;
        }

        /** Its media type. */
        public String type() {
            return type;
        }
    }

    /** A file and the fingerprint that was kept with it. */
    record Piece(Genre genre, Bytes octets, Hash sha256) {}
}
