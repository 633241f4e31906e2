package fr.roubaix.cln.hardware.printer;

import java.util.Arrays;

import fr.roubaix.cln.hardware.raster.Bitmap;

/** The shapes in which pictures come to a printer, put into rows. */
final class Pictures {

    private Pictures() {}

    /** Every dot twice, side by side. */
    static byte[] widened(byte[] row) {
        byte[] wide = new byte[2 * row.length];
        for (int x = 0; x < row.length * 8; x++) {
            if ((row[x / 8] & (0x80 >>> x % 8)) != 0) {
                wide[x / 4] |= (byte) (0b1100_0000 >>> (x % 4 * 2));
            }
        }
        return wide;
    }

    /** Every row and every dot so many times. */
    static Bitmap scaled(Bitmap picture, int wide, int tall) {
        if (wide == 1 && tall == 1) {
            return picture;
        }
        int width = picture.width() * wide;
        int stride = (width + 7) / 8;
        byte[] rows = new byte[stride * picture.height() * tall];
        for (int y = 0; y < picture.height() * tall; y++) {
            for (int x = 0; x < width; x++) {
                if (picture.black(x / wide, y / tall)) {
                    rows[y * stride + x / 8] |= (byte) (0x80 >>> x % 8);
                }
            }
        }
        return Bitmap.ofRows(width, picture.height() * tall, rows);
    }

    /**
     * The columns of {@code ESC *}: 8 or 24 dots each, top in the highest bit. The modes of low density print every column
     * twice; 8 dots fill the same height as 24.
     */
    static Bitmap columns(int mode, byte[] c, int from) {
        int height = CommandFrame.columnHeight(mode);
        int columns = Math.max(1, (c.length - from) / height);
        int stride = (columns + 7) / 8;
        byte[] rows = new byte[stride * height * 8];
        for (int at = from; at < c.length; at++) {
            int x = (at - from) / height;
            for (int bit = 0; bit < 8; bit++) {
                if ((c[at] & (0x80 >>> bit)) != 0) {
                    int y = (at - from) % height * 8 + bit;
                    rows[y * stride + x / 8] |= (byte) (0x80 >>> x % 8);
                }
            }
        }
        var picture = Bitmap.ofRows(columns, height * 8, rows);
        return scaled(picture, mode == 0 || mode == 32 ? 2 : 1, height == 1 ? 3 : 1);
    }

    /** Rows of a picture that came whole; none if they do not fill it. */
    static java.util.Optional<Bitmap> rows(int width, int height, byte[] c, int from) {
        int size = (width + 7) / 8 * height;
        if (width < 1 || height < 1 || c.length - from < size) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(Bitmap.ofRows(width, height, Arrays.copyOfRange(c, from, from + size)));
    }
}
