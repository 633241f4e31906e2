package fr.roubaix.cln.hardware.raster;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fr.roubaix.cln.hardware.raster.Typeface.Style;

/**
 * A strip of paper that is filled from top to bottom, then turned into a {@link Bitmap}. Everything is in dots. Text
 * never leaves the margins: it wraps, and a word too long for a line is broken.
 */
public final class Paper {

    /** How far apart two baselines are, in ems. */
    private static final double LEADING = 1.28;

    /** Where the baseline stands in its line, in ems from the top. */
    private static final double BASELINE = 0.98;

    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

    private final int width;
    private final int margin;
    private final Typeface typeface;
    private final boolean rightToLeft;
    private final List<Mark> marks = new ArrayList<>();
    private final Map<Piece, Integer> advances = new HashMap<>();
    private int y;

    /** Blank paper of a printable width, with the same margin left and right. */
    public Paper(int width, int margin, Typeface typeface) {
        this(width, margin, typeface, false);
    }

    private Paper(int width, int margin, Typeface typeface, boolean rightToLeft) {
        if (margin < 0 || width <= 2 * margin) {
            throw new IllegalArgumentException("no room between the margins");
        }
        this.width = width;
        this.margin = margin;
        this.typeface = typeface;
        this.rightToLeft = rightToLeft;
    }

    /** Blank paper that begins at the right, for Arabic; {@code left} in what follows is then right. */
    public static Paper rightToLeft(int width, int margin, Typeface typeface) {
        return new Paper(width, margin, typeface, true);
    }

    /** The picture of everything so far, then another below it. */
    public Bitmap bitmapAbove(Bitmap below) {
        return bitmap().above(below);
    }

    private interface Mark {
        void draw(Graphics2D pen);
    }

    /** Room between the margins. */
    public int room() {
        return width - 2 * margin;
    }

    /** Leaves white. */
    public Paper space(int dots) {
        y += dots;
        return this;
    }

    /** A line from margin to margin. */
    public Paper rule(int thickness) {
        int top = y;
        marks.add(pen -> pen.fillRect(margin, top, room(), thickness));
        y += thickness;
        return this;
    }

    /** A paragraph from the left margin. */
    public Paper text(String text, Style style) {
        y += paragraph(text, style, margin, room(), y, false);
        return this;
    }

    /** A paragraph whose lines are centred. */
    public Paper centred(String text, Style style) {
        y += paragraph(text, style, margin, room(), y, true);
        return this;
    }

    /** One line, as large as fits, centred: never broken. */
    public Paper centredInOneLine(String text, Style largest) {
        return centred(text, fitting(text, largest));
    }

    /** One line from the left margin, as large as fits. */
    public Paper inOneLine(String text, Style largest) {
        return text(text, fitting(text, largest));
    }

    /** Several pieces of text side by side on one line. */
    public Paper run(Piece... pieces) {
        int x = margin;
        int height = 0;
        for (Piece piece : pieces) {
            int advance = advance(piece.text(), piece.style());
            place(piece.text(), piece.style(), mirrored(x, advance), y);
            x += advance;
            height = Math.max(height, lineHeight(piece.style()));
        }
        y += height;
        return this;
    }

    /** A name on the left and what it is on the right. */
    public Paper entry(String name, Style nameStyle, String value, Style valueStyle, int column) {
        int left = paragraph(name, nameStyle, mirrored(margin, column), column, y, false);
        int rest = room() - column;
        int right = paragraph(value, valueStyle, mirrored(margin + column, rest), rest, y, false);
        y += Math.max(left, right);
        return this;
    }

    /** A numbered step: the number in a circle, a bold title, then lines of text. */
    public Paper step(int number, String title, List<String> lines, int size) {
        int circle = size * 42 / 25;
        int indent = margin + circle + size * 16 / 25;
        circle(Integer.toString(number), Style.bold(size - 1), mirrored(margin, circle), y, circle);
        int text = width - margin - indent;
        int left = mirrored(indent, text);
        int top = y;
        int height = paragraph(title, Style.bold(size), left, text, top + 2, false) + 2;
        for (String line : lines) {
            height += paragraph(line, Style.regular(size), left, text, top + height, false);
        }
        y += Math.max(height, circle);
        return this;
    }

    /** A QR code in the middle, its quiet zone above and below included, at the largest whole module that fits. */
    public Paper qr(QrCode code) {
        int module = code.dotsPerModule(width);
        int side = code.modules() * module;
        int left = (width - side) / 2;
        int top = y + QrCode.QUIET_ZONE * module;
        marks.add(pen -> {
            for (int row = 0; row < code.modules(); row++) {
                for (int column = 0; column < code.modules(); column++) {
                    if (code.black(column, row)) {
                        pen.fillRect(left + column * module, top + row * module, module, module);
                    }
                }
            }
        });
        y += side + 2 * QrCode.QUIET_ZONE * module;
        return this;
    }

    /** The picture of everything so far. */
    public Bitmap bitmap() {
        var image = new BufferedImage(width, Math.max(1, y), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, width, image.getHeight());
            pen.setColor(Color.BLACK);
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            marks.forEach(mark -> mark.draw(pen));
        } finally {
            pen.dispose();
        }
        return Bitmap.ofGrey(image);
    }

    /** A text and its look. */
    public record Piece(String text, Style style) {}

    private int paragraph(String text, Style style, int left, int room, int top, boolean centred) {
        int height = 0;
        for (String line : centred ? evenLines(text, style, room) : lines(text, style, room)) {
            int spare = room - advance(line, style);
            int x = centred ? left + spare / 2 : rightToLeft ? left + spare : left;
            place(line, style, x, top + height);
            height += lineHeight(style);
        }
        return height;
    }

    private void place(String text, Style style, int x, int top) {
        if (!text.isBlank()) {
            var layout = layout(text, style);
            float baseline = top + Math.round(style.size() * BASELINE);
            marks.add(pen -> layout.draw(pen, x, baseline));
        }
    }

    /** Where something so wide begins that would begin there on paper read from the left. */
    private int mirrored(int left, int wide) {
        return rightToLeft ? width - left - wide : left;
    }

    /** Joined and ordered by the whole line (UAX #9), whatever script its first letter is of. */
    private TextLayout layout(String text, Style style) {
        // A number or an address alone reads from left to right wherever it stands.
        boolean fromTheRight = rightToLeft && Bidi.requiresBidi(text.toCharArray(), 0, text.length());
        return new TextLayout(
                text,
                Map.of(
                        TextAttribute.FONT,
                        typeface.font(style),
                        TextAttribute.RUN_DIRECTION,
                        fromTheRight ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR),
                METRICS);
    }

    private void circle(String text, Style style, int left, int top, int diameter) {
        float thickness = Math.max(3f, diameter / 11f);
        var ring = new Ellipse2D.Float(
                left + thickness / 2, top + thickness / 2, diameter - thickness, diameter - thickness);
        var layout = new TextLayout(text, typeface.font(style), METRICS);
        var bounds = layout.getBounds();
        float x = (float) (left + (diameter - bounds.getWidth()) / 2 - bounds.getX());
        float baseline = (float) (top + (diameter - bounds.getHeight()) / 2 - bounds.getY());
        marks.add(pen -> {
            pen.setStroke(new BasicStroke(thickness));
            pen.draw(ring);
            layout.draw(pen, x, Math.round(baseline));
        });
    }

    private Style fitting(String text, Style largest) {
        int size = largest.size();
        while (size > 1 && advance(text, new Style(size, largest.bold())) > room()) {
            size--;
        }
        return new Style(size, largest.bold());
    }

    /** As few lines as possible, as even as possible: no word alone on a centred last line. */
    private List<String> evenLines(String text, Style style, int room) {
        var best = lines(text, style, room);
        int tooNarrow = room / 2;
        int enough = room;
        while (best.size() > 1 && enough - tooNarrow > 8) {
            int middle = (tooNarrow + enough) / 2;
            var tried = lines(text, style, middle);
            if (tried.size() == best.size()) {
                best = tried;
                enough = middle;
            } else {
                tooNarrow = middle;
            }
        }
        return best;
    }

    private List<String> lines(String text, Style style, int room) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        // Only the plain space may end a line: a no-break space holds a number or a colon to its word.
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (advance(longer, style) <= room) {
                line.setLength(0);
                line.append(longer);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
            }
            line.setLength(0);
            line.append(breakWord(word, style, room, lines));
        }
        lines.add(line.toString());
        return lines;
    }

    /** Puts the full lines of a word too long for one into {@code lines} and gives what is left. */
    private String breakWord(String word, Style style, int room, List<String> lines) {
        String rest = word;
        while (advance(rest, style) > room && rest.length() > 1) {
            int length = rest.length() - 1;
            while (length > 1 && advance(rest.substring(0, length), style) > room) {
                length--;
            }
            lines.add(rest.substring(0, length));
            rest = rest.substring(length);
        }
        return rest;
    }

    private int advance(String text, Style style) {
        return text.isEmpty() ? 0 : advances.computeIfAbsent(new Piece(text, style), this::measure);
    }

    private int measure(Piece piece) {
        return (int) Math.ceil(layout(piece.text(), piece.style()).getAdvance());
    }

    private static int lineHeight(Style style) {
        return (int) Math.round(style.size() * LEADING);
    }
}
