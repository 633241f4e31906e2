package fr.roubaix.cln.hub.publication;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hardware.decode.Picture;
import fr.roubaix.cln.hardware.decode.QrReader;
import fr.roubaix.cln.sync.ReceiptToken;

/**
 * Reads the code of a receipt in a photograph of it. Nothing of the picture is kept nor logged, and few are read at once:
 * each one takes memory and a second of a processor.
 */
@Component
class PhotosDeRecu {

    private static final int ENSEMBLE = 2;
    private static final int PATIENCE_SECONDES = 8;

    private final Semaphore places = new Semaphore(ENSEMBLE);

    /** What came of a photograph. */
    sealed interface Issue {
        /** The code that a receipt claims: public, hence no signature is asked for. */
        record Lu(ReceiptCode code) implements Issue {}

        /** Nothing was read, and the page says why. */
        enum Refus implements Issue {
            VIDE,
            PAS_UNE_IMAGE,
            TROP_DE_POINTS,
            AUCUN_CARRE,
            PAS_UN_RECU,
            OCCUPE
        }
    }

    Issue lire(byte[] fichier) {
        if (fichier.length == 0) {
            return Issue.Refus.VIDE;
        }
        boolean entre = false;
        try {
            entre = places.tryAcquire(PATIENCE_SECONDES, TimeUnit.SECONDS);
            return entre ? decoder(fichier) : Issue.Refus.OCCUPE;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Issue.Refus.OCCUPE;
        } finally {
            if (entre) {
                places.release();
            }
        }
    }

    private static Issue decoder(byte[] fichier) {
        return switch (Picture.of(fichier)) {
            case Picture.Outcome.NotAPicture _ -> Issue.Refus.PAS_UNE_IMAGE;
            case Picture.Outcome.TooManyPoints _ -> Issue.Refus.TROP_DE_POINTS;
            case Picture.Outcome.Read(var image) -> {
                var textes = QrReader.all(image);
                yield textes.stream()
                        .map(ReceiptToken::claimedCode)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .<Issue>map(Issue.Lu::new)
                        .orElse(textes.isEmpty() ? Issue.Refus.AUCUN_CARRE : Issue.Refus.PAS_UN_RECU);
            }
        };
    }
}
