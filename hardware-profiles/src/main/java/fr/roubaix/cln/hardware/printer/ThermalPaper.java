package fr.roubaix.cln.hardware.printer;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fr.roubaix.cln.hardware.raster.Bitmap;

/** The strip of paper under a thermal head: rows of dots, and the line of text being composed. */
final class ThermalPaper {

    /** Cell of ESC/POS font A. */
    private static final int CELL_WIDTH = 12;

    private static final int CELL_HEIGHT = 24;

    /** Six lines per inch at 180 motion units, the power-on value of {@code ESC 2} as dots. */
    private static final int USUAL_LINE = 30;

    /** A printer feeds no more than this by itself; a hostile stream must not fill the memory. */
    private static final int LONGEST_STRIP = 20_000;

    private final int width;
    private final int stride;
    private final ByteArrayOutputStream rows = new ByteArrayOutputStream();
    private final List<Cell> line = new ArrayList<>();
    private final Map<Glyph, BufferedImage> glyphs = new HashMap<>();

    private int alignment;
    private boolean bold;
    private int wide = 1;
    private int tall = 1;
    private int spacing = USUAL_LINE;

    ThermalPaper(int width) {
        this.width = width;
        this.stride = (width + 7) / 8;
    }

    private record Cell(String character, boolean bold, int wide, int tall) {
        int width() {
            return CELL_WIDTH * wide;
        }

        int height() {
            return CELL_HEIGHT * tall;
        }
    }

    private record Glyph(String character, boolean bold) {
        BufferedImage picture() {
            var picture = new BufferedImage(CELL_WIDTH, CELL_HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
            var pen = picture.createGraphics();
            pen.setColor(Color.WHITE);
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
            pen.setFont(new Font(Font.MONOSPACED, bold ? Font.BOLD : Font.PLAIN, 20));
            pen.drawString(character, 0, 19);
            pen.dispose();
            return picture;
        }
    }

    int widthInWholeBytes() {
        return stride * 8;
    }

    boolean lineIsEmpty() {
        return line.isEmpty();
    }

    void initialise() {
        line.clear();
        alignment = 0;
        bold = false;
        wide = 1;
        tall = 1;
        spacing = USUAL_LINE;
    }

    void align(int where) {
        alignment = Math.min(where, 2);
    }

    void bold(boolean on) {
        bold = on;
    }

    void size(int horizontally, int vertically) {
        wide = horizontally;
        tall = vertically;
    }

    void lineSpacing(int dots) {
        spacing = dots;
    }

    /** One more character; a full line ends by itself. */
    void type(String character) {
        var cell = new Cell(character, bold, wide, tall);
        if (lineWidth() + cell.width() > width) {
            endLine();
        }
        line.add(cell);
    }

    void endLine() {
        int height = line.stream().mapToInt(Cell::height).max().orElse(0);
        if (height > 0) {
            burnText(height);
        }
        blank(Math.max(0, spacing - height));
    }

    void feedLines(int lines) {
        if (!line.isEmpty()) {
            endLine();
        }
        blank(lines * spacing);
    }

    void feedDots(int dots) {
        blank(dots);
    }

    /** One row of a picture, at the current alignment; what exceeds the paper is lost, as on paper. */
    void burn(byte[] picture) {
        byte[] row = new byte[stride];
        int room = Math.max(0, width - picture.length * 8);
        int shift = alignment == 0 ? 0 : alignment == 1 ? room / 2 : room;
        for (int x = 0; x < picture.length * 8 && x + shift < width; x++) {
            if ((picture[x / 8] & (0x80 >>> x % 8)) != 0) {
                row[(x + shift) / 8] |= (byte) (0x80 >>> (x + shift) % 8);
            }
        }
        append(row);
    }

    boolean isBlank() {
        return rows.size() == 0 && line.isEmpty();
    }

    /** Takes what is out of the printer; the next row begins a new strip. */
    Bitmap tear() {
        if (!line.isEmpty()) {
            endLine();
        }
        byte[] dots = rows.toByteArray();
        rows.reset();
        return Bitmap.ofRows(width, dots.length / stride, dots);
    }

    private int lineWidth() {
        return line.stream().mapToInt(Cell::width).sum();
    }

    private void blank(int count) {
        for (int i = 0; i < count; i++) {
            append(new byte[stride]);
        }
    }

    private void append(byte[] row) {
        if (rows.size() / stride < LONGEST_STRIP) {
            rows.writeBytes(row);
        }
    }

    private void burnText(int height) {
        var image = new BufferedImage(stride * 8, height, BufferedImage.TYPE_BYTE_BINARY);
        var pen = image.createGraphics();
        int room = width - lineWidth();
        int x = alignment == 0 ? 0 : alignment == 1 ? room / 2 : room;
        for (Cell cell : line) {
            // Larger characters are the same dots, each repeated.
            var glyph = glyphs.computeIfAbsent(new Glyph(cell.character(), cell.bold()), Glyph::picture);
            pen.drawImage(glyph, x, height - cell.height(), cell.width(), cell.height(), null);
            x += cell.width();
        }
        pen.dispose();
        line.clear();
        byte[] dots = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < height; y++) {
            append(Arrays.copyOfRange(dots, y * stride, (y + 1) * stride));
        }
    }
}
