package fr.roubaix.cln.hub.publication;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture that a stranger sent, in shades of grey. It is read in memory alone, after its size was read in its header, and
 * made smaller while it is read: whatever the file promises, it takes no more than a few tens of megabytes.
 *
 * @param gris one byte per point, row after row
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ImageRecue(int largeur, int hauteur, byte[] gris) {

    /** More points than the camera of a telephone makes. */
    static final int POINTS_MAXIMUM = 64_000_000;

    /** Where all the points must be held, or unpacked, before the first one is known. */
    static final int POINTS_MAXIMUM_COUTEUX = 24_000_000;

    private static final int COTE_MAXIMUM = 20_000;

    /** What is kept of the points. */
    private static final int POINTS_GARDES = 12_000_000;

    /** A photograph that appears step by step has ten; each one may cost as much as the whole picture. */
    private static final int PASSES_MAXIMUM = 20;

    private static final long SIGNATURE_PNG = 0x89504E470D0A1A0AL;

    /** What the points are made of; whatever else a PNG carries may unpack to anything, and is not read. */
    private static final Set<String> MORCEAUX_PNG = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    /** What came of a file. */
    sealed interface Issue {
        record Lue(ImageRecue image) implements Issue {}

        /** Not a picture that can be read. */
        record PasUneImage() implements Issue {}

        record TropDePoints() implements Issue {}
    }

    static Issue lire(byte[] fichier) {
        try {
            if (fichier.length > 4 && fichier[0] == (byte) 0xFF && fichier[1] == (byte) 0xD8) {
                var passes = PassesDeJpeg.de(fichier);
                return passes.nombre() > PASSES_MAXIMUM
                        ? new Issue.TropDePoints()
                        : lire("jpeg", fichier, passes.progressif() ? POINTS_MAXIMUM_COUTEUX : POINTS_MAXIMUM);
            }
            if (fichier.length > Long.BYTES && ByteBuffer.wrap(fichier).getLong() == SIGNATURE_PNG) {
                return lire("png", depouille(fichier), POINTS_MAXIMUM_COUTEUX);
            }
            return new Issue.PasUneImage();
        } catch (IOException | RuntimeException _) {
            // Whatever a decoder says of a file that was made to hurt it.
            return new Issue.PasUneImage();
        }
    }

    private static Issue lire(String format, byte[] fichier, int maximum) throws IOException {
        ImageReader lecteur = ImageIO.getImageReadersByFormatName(format).next();
        // Not through ImageIO, which keeps what it reads in a file.
        try (var flux = new MemoryCacheImageInputStream(new ByteArrayInputStream(fichier))) {
            lecteur.setInput(flux, true, true);
            int largeur = lecteur.getWidth(0);
            int hauteur = lecteur.getHeight(0);
            long points = (long) largeur * hauteur;
            if (largeur > COTE_MAXIMUM || hauteur > COTE_MAXIMUM || points > maximum) {
                return new Issue.TropDePoints();
            }
            int pas = (int) Math.ceil(Math.sqrt((double) points / POINTS_GARDES));
            var parametres = lecteur.getDefaultReadParam();
            parametres.setSourceSubsampling(Math.max(1, pas), Math.max(1, pas), 0, 0);
            return new Issue.Lue(de(lecteur.read(0, parametres)));
        } finally {
            lecteur.dispose();
        }
    }

    private static ImageRecue de(BufferedImage image) {
        int largeur = image.getWidth();
        int hauteur = image.getHeight();
        byte[] gris = new byte[largeur * hauteur];
        int[] rangee = new int[largeur];
        for (int y = 0; y < hauteur; y++) {
            image.getRGB(0, y, largeur, 1, rangee, 0, largeur);
            for (int x = 0; x < largeur; x++) {
                gris[y * largeur + x] = (byte) gris(rangee[x]);
            }
        }
        return new ImageRecue(largeur, hauteur, gris);
    }

    /** On white paper, where the picture is transparent. */
    private static int gris(int argb) {
        int alpha = argb >>> 24;
        int clarte = (((argb >> 16) & 0xFF) * 306 + ((argb >> 8) & 0xFF) * 601 + (argb & 0xFF) * 117) >> 10;
        return (clarte * alpha + 255 * (255 - alpha)) / 255;
    }

    private static byte[] depouille(byte[] png) {
        var garde = new ByteArrayOutputStream(png.length);
        garde.write(png, 0, Long.BYTES);
        var lu = ByteBuffer.wrap(png);
        int debut = Long.BYTES;
        while (png.length - debut >= 12) {
            int longueur = lu.getInt(debut);
            if (longueur < 0 || longueur > png.length - debut - 12) {
                break;
            }
            String genre = new String(png, debut + 4, 4, StandardCharsets.ISO_8859_1);
            if (MORCEAUX_PNG.contains(genre)) {
                garde.write(png, debut, longueur + 12);
            }
            debut += longueur + 12;
        }
        return garde.toByteArray();
    }

    /** How a JPEG is made up (ITU T.81, annex B), without unpacking it. */
    private record PassesDeJpeg(boolean progressif, int nombre) {
        private static final int SOF2 = 0xC2;
        private static final int RST0 = 0xD0;
        private static final int SOI = 0xD8;
        private static final int EOI = 0xD9;
        private static final int SOS = 0xDA;

        static PassesDeJpeg de(byte[] jpeg) {
            boolean progressif = false;
            int passes = 0;
            int i = 2;
            while (i + 3 < jpeg.length) {
                int marque = jpeg[i + 1] & 0xFF;
                if (jpeg[i] != (byte) 0xFF || marque == 0xFF) {
                    i++;
                } else if (marque <= 1 || (marque >= RST0 && marque <= SOI)) {
                    i += 2;
                } else if (marque == EOI) {
                    break;
                } else {
                    progressif |= marque == SOF2;
                    passes += marque == SOS ? 1 : 0;
                    i += 2 + Math.max(2, ((jpeg[i + 2] & 0xFF) << 8) | (jpeg[i + 3] & 0xFF));
                }
            }
            return new PassesDeJpeg(progressif, passes);
        }
    }

    /** The same with its longer side at most so long, each point the mean of those it stands for. */
    ImageRecue reduite(int cote) {
        int pas = Math.ceilDiv(Math.max(largeur, hauteur), cote);
        if (pas <= 1) {
            return this;
        }
        int moins = largeur / pas;
        int bas = hauteur / pas;
        if (moins == 0 || bas == 0) {
            return this;
        }
        byte[] moyens = new byte[moins * bas];
        for (int y = 0; y < bas; y++) {
            for (int x = 0; x < moins; x++) {
                moyens[y * moins + x] = (byte) moyenne(x * pas, y * pas, pas);
            }
        }
        return new ImageRecue(moins, bas, moyens);
    }

    private int moyenne(int gauche, int haut, int pas) {
        int somme = 0;
        for (int y = haut; y < haut + pas; y++) {
            for (int x = gauche; x < gauche + pas; x++) {
                somme += point(x, y);
            }
        }
        return somme / (pas * pas);
    }

    /** Twice as large, each new point the mean of those around it: a square of two points a module is read so. */
    ImageRecue doublee() {
        int large = 2 * largeur;
        byte[] agrandis = new byte[large * 2 * hauteur];
        for (int y = 0; y < 2 * hauteur; y++) {
            for (int x = 0; x < large; x++) {
                int gauche = Math.max(0, (x - 1) / 2);
                int haut = Math.max(0, (y - 1) / 2);
                int droite = Math.min(largeur - 1, (x + 1) / 2);
                int bas = Math.min(hauteur - 1, (y + 1) / 2);
                agrandis[y * large + x] = (byte)
                        ((point(gauche, haut) + point(droite, haut) + point(gauche, bas) + point(droite, bas)) / 4);
            }
        }
        return new ImageRecue(large, 2 * hauteur, agrandis);
    }

    private int point(int x, int y) {
        return gris[y * largeur + x] & 0xFF;
    }

    /** Each point the mean of nine: what speckles a picture goes. */
    ImageRecue adoucie() {
        byte[] doux = gris.clone();
        for (int y = 1; y < hauteur - 1; y++) {
            for (int x = 1; x < largeur - 1; x++) {
                doux[y * largeur + x] = (byte) moyenne(x - 1, y - 1, 3);
            }
        }
        return new ImageRecue(largeur, hauteur, doux);
    }

    /** Turned by an eighth, on white. */
    ImageRecue tournee() {
        int cote = (int) Math.ceil(Math.hypot(largeur, hauteur));
        byte[] tourne = new byte[cote * cote];
        double huitieme = Math.sqrt(0.5);
        for (int y = 0; y < cote; y++) {
            for (int x = 0; x < cote; x++) {
                double dx = x - cote / 2.0;
                double dy = y - cote / 2.0;
                int sx = (int) Math.floor(huitieme * (dx + dy) + largeur / 2.0);
                int sy = (int) Math.floor(huitieme * (dy - dx) + hauteur / 2.0);
                boolean dedans = sx >= 0 && sy >= 0 && sx < largeur && sy < hauteur;
                tourne[y * cote + x] = dedans ? gris[sy * largeur + sx] : (byte) 0xFF;
            }
        }
        return new ImageRecue(cote, cote, tourne);
    }
}
