package fr.roubaix.cln.hub.security;

import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/**
 * A QR code as one path of an SVG, one unit per module, its quiet zone included.
 *
 * @param cote modules on a side
 */
public record DessinDeQr(int cote, String chemin) {

    private static final int MARGE = 4;

    /** Draws a text of a few hundred characters at most. */
    public static DessinDeQr de(String texte) {
        try {
            BitMatrix modules = new QRCodeWriter()
                    .encode(
                            texte,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    MARGE,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M));
            var chemin = new StringBuilder();
            for (int y = 0; y < modules.getHeight(); y++) {
                for (int x = 0; x < modules.getWidth(); x++) {
                    if (modules.get(x, y)) {
                        chemin.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return new DessinDeQr(modules.getWidth(), chemin.toString());
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }
}
