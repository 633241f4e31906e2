package fr.roubaix.cln.hub.publication;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.ReceiptToken;

/** Receipts as a telephone photographs them. */
final class PhotosDEssai {

    private PhotosDEssai() {}

    /** What the square of a receipt says; nobody checks who signed where everything is public. */
    static String texte(ReceiptCode code) {
        return new ReceiptToken(
                        1,
                        code,
                        new ReceiptToken.Issuer.Kiosk(new KioskId(2), Secteur.NORD),
                        ReceiptToken.Purpose.APPLICATION,
                        Instant.parse("2027-05-27T12:06:00Z"))
                .sign((_, content) -> {
                    byte[] signature = new byte[64];
                    new Random(content[9]).nextBytes(signature);
                    return signature;
                });
    }

    /** A receipt of 576 dots, its square in the middle, lying on a grey table. */
    static BufferedImage recu(String texte) {
        BitMatrix carre;
        try {
            carre = new QRCodeWriter()
                    .encode(
                            texte,
                            BarcodeFormat.QR_CODE,
                            300,
                            300,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q));
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
        var image = new BufferedImage(800, 1_100, BufferedImage.TYPE_INT_RGB);
        var dessin = image.createGraphics();
        dessin.setColor(new Color(0x8A8F94));
        dessin.fillRect(0, 0, 800, 1_100);
        dessin.setColor(Color.WHITE);
        dessin.fillRect(112, 60, 576, 980);
        dessin.setColor(Color.BLACK);
        for (int ligne = 0; ligne < 12; ligne++) {
            dessin.fillRect(150, 100 + 26 * ligne, 80 + 97 * ligne % 380, 9);
            dessin.fillRect(150, 780 + 18 * ligne, 60 + 71 * ligne % 400, 7);
        }
        for (int y = 0; y < carre.getHeight(); y++) {
            for (int x = 0; x < carre.getWidth(); x++) {
                if (carre.get(x, y)) {
                    image.setRGB(250 + x, 440 + y, 0x111111);
                }
            }
        }
        dessin.dispose();
        return image;
    }

    static BufferedImage tournee(BufferedImage image, double degres) {
        int cote = (int) Math.ceil(Math.hypot(image.getWidth(), image.getHeight()));
        var autour =
                AffineTransform.getTranslateInstance((cote - image.getWidth()) / 2.0, (cote - image.getHeight()) / 2.0);
        autour.rotate(Math.toRadians(degres), image.getWidth() / 2.0, image.getHeight() / 2.0);
        return transformee(image, autour, cote, cote);
    }

    static BufferedImage aLEchelle(BufferedImage image, double echelle) {
        return transformee(
                image, AffineTransform.getScaleInstance(echelle, echelle), (int) (image.getWidth() * echelle), (int)
                        (image.getHeight() * echelle));
    }

    private static BufferedImage transformee(BufferedImage image, AffineTransform comment, int largeur, int hauteur) {
        var autre = new BufferedImage(largeur, hauteur, BufferedImage.TYPE_INT_RGB);
        Graphics2D dessin = autre.createGraphics();
        dessin.setColor(new Color(0x8A8F94));
        dessin.fillRect(0, 0, largeur, hauteur);
        dessin.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        dessin.drawImage(image, comment, null);
        dessin.dispose();
        return autre;
    }

    /** Points lighter or darker by up to so much, and a shadow over half of the picture. */
    static BufferedImage bruitee(BufferedImage image, int bruit, long graine) {
        var hasard = new Random(graine);
        var autre = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int ombre = x > image.getWidth() / 2 ? 60 : 0;
                int gris = (image.getRGB(x, y) & 0xFF) - ombre + hasard.nextInt(2 * bruit + 1) - bruit;
                int borne = Math.clamp(gris, 0, 255);
                autre.setRGB(x, y, borne << 16 | borne << 8 | borne);
            }
        }
        return autre;
    }

    static byte[] fichier(BufferedImage image, String format) {
        var octets = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, octets)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }
}
