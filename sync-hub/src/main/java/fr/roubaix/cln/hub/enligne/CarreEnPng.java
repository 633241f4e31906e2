package fr.roubaix.cln.hub.enligne;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/** The square of a receipt as a picture within a page: level Q, as on paper. */
final class CarreEnPng {

    private static final int MARGE = 4;
    private static final int POINTS_PAR_MODULE = 8;

    private CarreEnPng() {}

    /** A {@code data:} address: a document fetches nothing from anywhere. */
    static String adresse(String texte) {
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(dessin(modules(texte)), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }

    private static BitMatrix modules(String texte) {
        try {
            return new QRCodeWriter()
                    .encode(
                            texte,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    MARGE,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.Q));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    private static BufferedImage dessin(BitMatrix modules) {
        int cote = modules.getWidth() * POINTS_PAR_MODULE;
        var image = new BufferedImage(cote, cote, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < cote; y++) {
            for (int x = 0; x < cote; x++) {
                boolean noir = modules.get(x / POINTS_PAR_MODULE, y / POINTS_PAR_MODULE);
                image.setRGB(x, y, noir ? 0xff000000 : 0xffffffff);
            }
        }
        return image;
    }
}
