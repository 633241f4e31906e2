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

    /** Cell of font B. */
    private static final int SMALL_WIDTH = 9;

    private static final int SMALL_HEIGHT = 17;

    /** Where the power-on tabs stand, in characters. */
    private static final int TAB = 8;

    /** Six lines per inch at 180 motion units, the power-on value of {@code ESC 2} as dots. */
    static final int USUAL_LINE = 30;

    /** A printer feeds no more than this by itself; a hostile stream must not fill the memory. */
    private static final int LONGEST_STRIP = 20_000;

    private final int width;
    private final int stride;
    private final ByteArrayOutputStream rows = new ByteArrayOutputStream();
    private final List<Cell> line = new ArrayList<>();
    private final Map<Glyph, BufferedImage> glyphs = new HashMap<>();

    private int alignment;
    private Look look = Look.PLAIN;
    private int wide = 1;
    private int tall = 1;
    private int spacing = USUAL_LINE;
    private int letterSpacing;
    private int leftMargin;

    ThermalPaper(int width) {
        this.width = width;
        this.stride = (width + 7) / 8;
    }

    /** How a letter is drawn. */
    private record Look(boolean bold, boolean small, int underline, boolean reversed) {
        private static final Look PLAIN = new Look(false, false, 0, false);

        int cellWidth() {
            return small ? SMALL_WIDTH : CELL_WIDTH;
        }

        int cellHeight() {
            return small ? SMALL_HEIGHT : CELL_HEIGHT;
        }
    }

    /** What stands on a line: a letter, a gap, or a strip of picture. */
    private record Cell(BufferedImage picture, int width, int height) {}

    private record Glyph(String character, Look look) {
        BufferedImage picture() {
            var picture = new BufferedImage(look.cellWidth(), look.cellHeight(), BufferedImage.TYPE_BYTE_BINARY);
            var pen = picture.createGraphics();
            pen.setColor(Color.WHITE);
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
            pen.setFont(new Font(Font.MONOSPACED, look.bold() ? Font.BOLD : Font.PLAIN, look.cellHeight() * 5 / 6));
            int baseline = look.cellHeight() * 4 / 5;
            pen.drawString(character, 0, baseline);
            if (look.underline() > 0) {
                pen.fillRect(0, look.cellHeight() - look.underline(), look.cellWidth(), look.underline());
            }
            if (look.reversed()) {
                pen.setXORMode(Color.BLACK);
                pen.fillRect(0, 0, look.cellWidth(), look.cellHeight());
            }
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
        look = Look.PLAIN;
        wide = 1;
        tall = 1;
        spacing = USUAL_LINE;
        letterSpacing = 0;
        leftMargin = 0;
    }

    void align(int where) {
        alignment = Math.min(where, 2);
    }

    void bold(boolean on) {
        look = new Look(on, look.small(), look.underline(), look.reversed());
    }

    void smallFace(boolean on) {
        look = new Look(look.bold(), on, look.underline(), look.reversed());
    }

    void underline(int dots) {
        look = new Look(look.bold(), look.small(), dots, look.reversed());
    }

    void reversed(boolean on) {
        look = new Look(look.bold(), look.small(), look.underline(), on);
    }

    void letterSpacing(int dots) {
        letterSpacing = dots;
    }

    void leftMargin(int dots) {
        leftMargin = Math.min(dots, width - 1);
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
        // Larger characters are the same dots, each repeated.
        var glyph = glyphs.computeIfAbsent(new Glyph(character, look), Glyph::picture);
        add(new Cell(glyph, look.cellWidth() * wide, look.cellHeight() * tall));
        if (letterSpacing > 0) {
            add(gap(letterSpacing * wide));
        }
    }

    /** To the next power-on tab. */
    void tab() {
        int column = TAB * CELL_WIDTH;
        moveTo((lineWidth() / column + 1) * column);
    }

    /** To this distance from the left edge, if the line is not there yet. */
    void moveTo(int dots) {
        if (dots > lineWidth() && dots < room()) {
            add(gap(dots - lineWidth()));
        }
    }

    /** A strip of picture on the line of text. */
    void place(Bitmap strip) {
        var picture = new BufferedImage(strip.width(), strip.height(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < strip.height(); y++) {
            for (int x = 0; x < strip.width(); x++) {
                if (strip.black(x, y)) {
                    picture.setRGB(x, y, Color.WHITE.getRGB());
                }
            }
        }
        add(new Cell(picture, strip.width(), strip.height()));
    }

    private static Cell gap(int dots) {
        return new Cell(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_BINARY), dots, 1);
    }

    private void add(Cell cell) {
        if (lineWidth() + cell.width() > room()) {
            endLine();
        }
        line.add(cell);
    }

    /** A whole picture, row by row. */
    void burnAll(Bitmap picture) {
        for (int y = 0; y < picture.height(); y++) {
            burn(picture.rows(y, 1, picture.stride()), picture.width());
        }
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
        burn(picture, picture.length * 8);
    }

    private void burn(byte[] picture, int dots) {
        byte[] row = new byte[stride];
        int shift = shift(dots);
        for (int x = 0; x < dots && x + shift < width; x++) {
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

    private int room() {
        return width - leftMargin;
    }

    private int shift(int dots) {
        int left = Math.max(0, room() - dots);
        return leftMargin + (alignment == 0 ? 0 : alignment == 1 ? left / 2 : left);
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
        int x = shift(lineWidth());
        for (Cell cell : line) {
            pen.drawImage(cell.picture(), x, height - cell.height(), cell.width(), cell.height(), null);
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
