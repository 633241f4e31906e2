package fr.roubaix.cln.e2e.screens;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/**
 * A picture in at most 256 colours: those that are seen most, and for any other the nearest of them. A screen has few colours
 * and many shades at the edges of its letters, which nobody misses; the file is a third of what it was.
 */
final class PalettePng {

    private static final int COLOURS = 256;
    private static final int OPAQUE = 0xFF000000;

    /** Shades nearer than this in each of red, green and blue are counted as one. */
    private static final int COARSE = 0xF8F8F8;

    private PalettePng() {}

    static byte[] of(byte[] png) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(png));
            int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            return write(reduced(pixels, image.getWidth(), image.getHeight()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage reduced(int[] pixels, int width, int height) {
        int[] palette = palette(pixels);
        var model = new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
        var reduced = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        var raster = reduced.getRaster();
        Map<Integer, Integer> known = new HashMap<>();
        for (int i = 0; i < pixels.length; i++) {
            int index = known.computeIfAbsent(pixels[i] | OPAQUE, colour -> nearest(palette, colour));
            raster.setSample(i % width, i / width, 0, index);
        }
        return reduced;
    }

    /** Of each group of near shades the one seen most; groups by how often they are seen, then by their number. */
    private static int[] palette(int[] pixels) {
        Map<Integer, Map<Integer, Integer>> groups = new HashMap<>();
        for (int pixel : pixels) {
            groups.computeIfAbsent(pixel & COARSE, _ -> new HashMap<>()).merge(pixel | OPAQUE, 1, Integer::sum);
        }
        List<Map<Integer, Integer>> most = groups.entrySet().stream()
                .sorted(Comparator.comparingInt(
                                (Map.Entry<Integer, Map<Integer, Integer>> group) -> -total(group.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .limit(COLOURS)
                .map(Map.Entry::getValue)
                .toList();
        int[] palette = most.stream().mapToInt(PalettePng::commonest).toArray();
        Arrays.sort(palette);
        return palette;
    }

    private static int total(Map<Integer, Integer> group) {
        return group.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static int commonest(Map<Integer, Integer> group) {
        return group.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    private static int nearest(int[] palette, int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int distance = square(palette[i] >> 16, colour >> 16)
                    + square(palette[i] >> 8, colour >> 8)
                    + square(palette[i], colour);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private static int square(int one, int other) {
        int difference = (one & 0xFF) - (other & 0xFF);
        return difference * difference;
    }

    private static byte[] write(BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        var options = writer.getDefaultWriteParam();
        options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        options.setCompressionQuality(0);
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), options);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
