package fr.roubaix.cln.hardware.decode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture that a stranger sent, in shades of grey. It is read in memory alone, after its size was read in its header, and
 * made smaller while it is read: whatever the file promises, it takes no more than a few tens of megabytes.
 *
 * @param grey one byte per point, row after row
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Picture(int width, int height, byte[] grey) {

    public Picture {
        if (width < 1 || height < 1 || (long) width * height != grey.length) {
            throw new IllegalArgumentException("the points do not fill the picture");
        }
    }

    /** More points than the camera of a telephone makes. */
    public static final int MOST_POINTS = 64_000_000;

    /** Where all the points must be held, or unpacked, before the first one is known. */
    public static final int MOST_COSTLY_POINTS = 24_000_000;

    private static final int LONGEST_SIDE = 20_000;

    /** What is kept of the points. */
    private static final int KEPT_POINTS = 12_000_000;

    /** A photograph that appears step by step has ten; each one may cost as much as the whole picture. */
    private static final int MOST_PASSES = 20;

    private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;

    /** What the points are made of; whatever else a PNG carries may unpack to anything, and is not read. */
    private static final Set<String> PNG_CHUNKS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    /** What came of a file. */
    public sealed interface Outcome {
        record Read(Picture image) implements Outcome {}

        /** Not a picture that can be read. */
        record NotAPicture() implements Outcome {}

        record TooManyPoints() implements Outcome {}
    }

    /** A JPEG or PNG file. */
    public static Outcome of(byte[] file) {
        try {
            if (file.length > 4 && file[0] == (byte) 0xFF && file[1] == (byte) 0xD8) {
                var passes = JpegPasses.from(file);
                return passes.count() > MOST_PASSES
                        ? new Outcome.TooManyPoints()
                        : read("jpeg", file, passes.progressive() ? MOST_COSTLY_POINTS : MOST_POINTS);
            }
            if (file.length > Long.BYTES && ByteBuffer.wrap(file).getLong() == PNG_SIGNATURE) {
                return read("png", stripped(file), MOST_COSTLY_POINTS);
            }
            return new Outcome.NotAPicture();
        } catch (IOException | RuntimeException _) {
            // Whatever a decoder says of a file that was made to hurt it.
            return new Outcome.NotAPicture();
        }
    }

    private static Outcome read(String format, byte[] file, int maximum) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        // Not through ImageIO, which keeps what it reads in a file.
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(stream, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            long points = (long) width * height;
            if (width > LONGEST_SIDE || height > LONGEST_SIDE || points > maximum) {
                return new Outcome.TooManyPoints();
            }
            int step = (int) Math.ceil(Math.sqrt((double) points / KEPT_POINTS));
            var parameters = reader.getDefaultReadParam();
            parameters.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
            return new Outcome.Read(of(reader.read(0, parameters)));
        } finally {
            reader.dispose();
        }
    }

    /** A picture already in memory. */
    public static Picture of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] grey = new byte[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                grey[y * width + x] = (byte) grey(row[x]);
            }
        }
        return new Picture(width, height, grey);
    }

    /** On white paper, where the picture is transparent. */
    private static int grey(int argb) {
        int alpha = argb >>> 24;
        int light = (((argb >> 16) & 0xFF) * 306 + ((argb >> 8) & 0xFF) * 601 + (argb & 0xFF) * 117) >> 10;
        return (light * alpha + 255 * (255 - alpha)) / 255;
    }

    private static byte[] stripped(byte[] png) {
        var kept = new ByteArrayOutputStream(png.length);
        kept.write(png, 0, Long.BYTES);
        var buffer = ByteBuffer.wrap(png);
        int start = Long.BYTES;
        while (png.length - start >= 12) {
            int length = buffer.getInt(start);
            if (length < 0 || length > png.length - start - 12) {
                break;
            }
            String kind = new String(png, start + 4, 4, StandardCharsets.ISO_8859_1);
            if (PNG_CHUNKS.contains(kind)) {
                kept.write(png, start, length + 12);
            }
            start += length + 12;
        }
        return kept.toByteArray();
    }

    /** How a JPEG is made up (ITU T.81, annex B), without unpacking it. */
    private record JpegPasses(boolean progressive, int count) {
        private static final int SOF2 = 0xC2;
        private static final int RST0 = 0xD0;
        private static final int SOI = 0xD8;
        private static final int EOI = 0xD9;
        private static final int SOS = 0xDA;

        static JpegPasses from(byte[] jpeg) {
            boolean progressive = false;
            int passes = 0;
            int i = 2;
            while (i + 3 < jpeg.length) {
                int marker = jpeg[i + 1] & 0xFF;
                if (jpeg[i] != (byte) 0xFF || marker == 0xFF) {
                    i++;
                } else if (marker <= 1 || (marker >= RST0 && marker <= SOI)) {
                    i += 2;
                } else if (marker == EOI) {
                    break;
                } else {
                    progressive |= marker == SOF2;
                    passes += marker == SOS ? 1 : 0;
                    i += 2 + Math.max(2, ((jpeg[i + 2] & 0xFF) << 8) | (jpeg[i + 3] & 0xFF));
                }
            }
            return new JpegPasses(progressive, passes);
        }
    }

    /**
     * White lines along the paper, of up to so many points, closed: what a dead dot of a thermal head leaves. Each point
     * takes the darkest of those beside it, then the lightest of these, so that black keeps its width elsewhere.
     */
    Picture closedAcross(int points) {
        return across(points, true).across(points, false);
    }

    private Picture across(int points, boolean darkest) {
        byte[] out = new byte[grey.length];
        int before = points / 2;
        int from = darkest ? -before : before - points;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int best = darkest ? 255 : 0;
                for (int i = Math.max(0, x + from); i <= Math.min(width - 1, x + from + points); i++) {
                    best = darkest ? Math.min(best, point(i, y)) : Math.max(best, point(i, y));
                }
                out[y * width + x] = (byte) best;
            }
        }
        return new Picture(width, height, out);
    }

    /** Overlapping squares of a long narrow picture, from one end to the other; none of a picture that is not. */
    List<Picture> windows() {
        int side = Math.min(width, height) * 5 / 4;
        int length = Math.max(width, height);
        var windows = new ArrayList<Picture>();
        for (int from = 0; 2 * length > 3 * Math.min(width, height) && from < length; from += side / 2) {
            int to = Math.min(length, from + side);
            windows.add(width >= height ? cut(from, 0, to, height) : cut(0, from, width, to));
        }
        return windows;
    }

    private Picture cut(int left, int top, int right, int bottom) {
        byte[] out = new byte[(right - left) * (bottom - top)];
        for (int y = top; y < bottom; y++) {
            System.arraycopy(grey, y * width + left, out, (y - top) * (right - left), right - left);
        }
        return new Picture(right - left, bottom - top, out);
    }

    /** Black for white. */
    Picture inverted() {
        byte[] out = new byte[grey.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) ~grey[i];
        }
        return new Picture(width, height, out);
    }

    /** The same with its longer side at most so long, each point the mean of those it stands for. */
    Picture reduced(int side) {
        int step = Math.ceilDiv(Math.max(width, height), side);
        if (step <= 1) {
            return this;
        }
        int across = width / step;
        int down = height / step;
        if (across == 0 || down == 0) {
            return this;
        }
        byte[] means = new byte[across * down];
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                means[y * across + x] = (byte) mean(x * step, y * step, step);
            }
        }
        return new Picture(across, down, means);
    }

    private int mean(int left, int top, int step) {
        int sum = 0;
        for (int y = top; y < top + step; y++) {
            for (int x = left; x < left + step; x++) {
                sum += point(x, y);
            }
        }
        return sum / (step * step);
    }

    /** Twice as wide, each new point the mean of those around it: a square of two points a module is read so. */
    Picture doubled() {
        int wide = 2 * width;
        byte[] enlarged = new byte[wide * 2 * height];
        for (int y = 0; y < 2 * height; y++) {
            for (int x = 0; x < wide; x++) {
                int left = Math.max(0, (x - 1) / 2);
                int top = Math.max(0, (y - 1) / 2);
                int right = Math.min(width - 1, (x + 1) / 2);
                int down = Math.min(height - 1, (y + 1) / 2);
                enlarged[y * wide + x] =
                        (byte) ((point(left, top) + point(right, top) + point(left, down) + point(right, down)) / 4);
            }
        }
        return new Picture(wide, 2 * height, enlarged);
    }

    private int point(int x, int y) {
        return grey[y * width + x] & 0xFF;
    }

    /** Each point the mean of nine: what speckles a picture goes. */
    Picture softened() {
        byte[] soft = grey.clone();
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                soft[y * width + x] = (byte) mean(x - 1, y - 1, 3);
            }
        }
        return new Picture(width, height, soft);
    }

    /** Turned by an eighth, on white. */
    Picture turned() {
        int side = (int) Math.ceil(Math.hypot(width, height));
        byte[] turned = new byte[side * side];
        double eighth = Math.sqrt(0.5);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double dx = x - side / 2.0;
                double dy = y - side / 2.0;
                int sx = (int) Math.floor(eighth * (dx + dy) + width / 2.0);
                int sy = (int) Math.floor(eighth * (dy - dx) + height / 2.0);
                boolean inside = sx >= 0 && sy >= 0 && sx < width && sy < height;
                turned[y * side + x] = inside ? grey[sy * width + sx] : (byte) 0xFF;
            }
        }
        return new Picture(side, side, turned);
    }
}
