package fr.roubaix.cln.hub.publication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.sync.ReceiptToken;

/**
 * Reads the code of a receipt in a photograph of it. Nothing of the picture is kept nor logged, and few are read at once:
 * each one takes memory and a second of a processor.
 */
@Component
class PhotosDeRecu {

    private static final int ENSEMBLE = 2;
    private static final int PATIENCE_SECONDES = 8;

    /** Longer sides tried, in points: most pictures are read at the first one, in a tenth of a second. */
    private static final List<Integer> COTES = List.of(1_000, 1_700, 600, 3_200);

    /** At which a picture that nothing else reads is turned. */
    private static final int COTE_TOURNE = 1_200;

    /** Up to which a picture that nothing else reads is made larger. */
    private static final int COTE_PETIT = 1_300;

    private static final Map<DecodeHintType, Boolean> AVEC_SOIN = Map.of(DecodeHintType.TRY_HARDER, true);

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
        return switch (ImageRecue.lire(fichier)) {
            case ImageRecue.Issue.PasUneImage _ -> Issue.Refus.PAS_UNE_IMAGE;
            case ImageRecue.Issue.TropDePoints _ -> Issue.Refus.TROP_DE_POINTS;
            case ImageRecue.Issue.Lue(var image) -> {
                var textes = textes(image);
                yield textes.stream()
                        .map(ReceiptToken::claimedCode)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .<Issue>map(Issue.Lu::new)
                        .orElse(textes.isEmpty() ? Issue.Refus.AUCUN_CARRE : Issue.Refus.PAS_UN_RECU);
            }
        };
    }

    /** What the squares of a picture say, by the first way that reads one. */
    private static List<String> textes(ImageRecue image) {
        var tailles = new ArrayList<ImageRecue>();
        for (int cote : COTES) {
            var reduite = image.reduite(cote);
            if (tailles.stream().noneMatch(deja -> deja.largeur() == reduite.largeur())) {
                tailles.add(reduite);
            }
        }
        return Stream.concat(
                        tailles.stream().flatMap(taille -> Stream.of(taille, taille.adoucie())),
                        Stream.concat(
                                Stream.of(image.reduite(COTE_TOURNE)).map(ImageRecue::tournee), petite(image).stream()))
                .map(PhotosDeRecu::carres)
                .filter(trouves -> !trouves.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** A picture that somebody sent made smaller. */
    private static List<ImageRecue> petite(ImageRecue image) {
        if (Math.max(image.largeur(), image.hauteur()) > COTE_PETIT) {
            return List.of();
        }
        var doublee = image.doublee();
        return List.of(doublee, doublee.adoucie());
    }

    private static List<String> carres(ImageRecue image) {
        var source = new PlanarYUVLuminanceSource(
                image.gris(), image.largeur(), image.hauteur(), 0, 0, image.largeur(), image.hauteur(), false);
        var locaux = carres(new HybridBinarizer(source));
        return locaux.isEmpty() ? carres(new GlobalHistogramBinarizer(source)) : locaux;
    }

    private static List<String> carres(Binarizer noirEtBlanc) {
        try {
            return Arrays.stream(new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(noirEtBlanc), AVEC_SOIN))
                    .map(Result::getText)
                    .toList();
        } catch (ReaderException _) {
            return List.of();
        }
    }
}
