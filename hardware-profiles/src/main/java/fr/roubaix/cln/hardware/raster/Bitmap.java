package fr.roubaix.cln.hardware.raster;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** A picture in pure black and white, as a thermal head burns it. Immutable. */
public final class Bitmap {

    // Grey at or under the middle burns: outlines drawn smoothly keep their weight.
    private static final int DARK = 128;

    private final int width;
    private final int height;
    private final int stride;
    private final byte[] dots;

    private Bitmap(int width, int height, byte[] dots) {
        this.width = width;
        this.height = height;
        this.stride = (width + 7) / 8;
        this.dots = dots;
    }

    /**
     * A picture from packed rows.
     *
     * @param dots rows from top to bottom, each padded to whole bytes, leftmost dot in the highest bit, 1 is black
     */
    public static Bitmap ofRows(int width, int height, byte[] dots) {
        if (width < 1 || height < 0 || dots.length != (width + 7) / 8 * height) {
            throw new IllegalArgumentException("the rows do not fill the picture");
        }
        return new Bitmap(width, height, dots.clone());
    }

    /** Cuts a grey picture to black and white. */
    static Bitmap ofGrey(BufferedImage grey) {
        if (grey.getType() != BufferedImage.TYPE_BYTE_GRAY) {
            throw new IllegalArgumentException("a grey picture is expected");
        }
        int width = grey.getWidth();
        int height = grey.getHeight();
        int stride = (width + 7) / 8;
        byte[] levels = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        byte[] dots = new byte[stride * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if ((levels[y * width + x] & 0xff) < DARK) {
                    dots[y * stride + x / 8] |= (byte) (0x80 >>> x % 8);
                }
            }
        }
        return new Bitmap(width, height, dots);
    }

    /** Dots from left to right. */
    public int width() {
        return width;
    }

    /** Dots from top to bottom. */
    public int height() {
        return height;
    }

    /** Whether a dot burns. */
    public boolean black(int x, int y) {
        if (x < 0 || x >= width || y < 0 || y >= height) {
            throw new IndexOutOfBoundsException("no dot at " + x + ", " + y);
        }
        return (dots[y * stride + x / 8] & (0x80 >>> x % 8)) != 0;
    }

    /** Bytes of one row. */
    public int stride() {
        return stride;
    }

    /** How many bytes of a row, from the left, hold all the black of these rows: at least 1. */
    public int inkedBytes(int fromRow, int rows) {
        int inked = 1;
        for (int y = fromRow; y < fromRow + rows; y++) {
            int last = stride;
            while (last > inked && dots[y * stride + last - 1] == 0) {
                last--;
            }
            inked = Math.max(inked, last);
        }
        return inked;
    }

    /** Packed rows, only their leftmost bytes. */
    public byte[] rows(int fromRow, int rows, int bytesPerRow) {
        byte[] band = new byte[rows * bytesPerRow];
        for (int y = 0; y < rows; y++) {
            System.arraycopy(dots, (fromRow + y) * stride, band, y * bytesPerRow, bytesPerRow);
        }
        return band;
    }

    /** This picture, then another of the same width below it. */
    Bitmap above(Bitmap below) {
        if (below.width != width) {
            throw new IllegalArgumentException("two pictures of one paper are as wide");
        }
        byte[] both = Arrays.copyOf(dots, dots.length + below.dots.length);
        System.arraycopy(below.dots, 0, both, dots.length, below.dots.length);
        return new Bitmap(width, height + below.height, both);
    }

    /** As a picture for screens. */
    public BufferedImage image() {
        var image = new BufferedImage(width, Math.max(1, height), BufferedImage.TYPE_BYTE_BINARY);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        Arrays.fill(pixels, (byte) 0xff);
        for (int i = 0; i < dots.length; i++) {
            pixels[i] = (byte) ~dots[i];
        }
        return image;
    }

    /** As a PNG file of one bit per pixel. */
    public byte[] png() {
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image(), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bitmap that
                && width == that.width
                && height == that.height
                && Arrays.equals(dots, that.dots);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(dots);
    }

    @Override
    public String toString() {
        return "Bitmap " + width + " × " + height;
    }
}
