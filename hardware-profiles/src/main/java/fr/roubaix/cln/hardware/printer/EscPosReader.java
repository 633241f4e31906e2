package fr.roubaix.cln.hardware.printer;

import static fr.roubaix.cln.hardware.printer.CommandFrame.DLE;
import static fr.roubaix.cln.hardware.printer.CommandFrame.ESC;
import static fr.roubaix.cln.hardware.printer.CommandFrame.FS;
import static fr.roubaix.cln.hardware.printer.CommandFrame.GS;
import static fr.roubaix.cln.hardware.printer.CommandFrame.octet;
import static fr.roubaix.cln.hardware.printer.CommandFrame.unsigned16;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Understands ESC/POS the way a printer does, one byte at a time, and burns it on a {@link ThermalPaper}. Written from
 * the command reference, on purpose without a look at {@link EscPos}: a mistake in one shows in the other.
 *
 * <p>Not read: page mode, bar codes, letters of one's own, macros. Such a command is skipped whole, and reported.
 */
final class EscPosReader {

    /** What the reference allows is far less; a hostile stream must not fill the memory. */
    private static final int LONGEST_COMMAND = 256 * 1024;

    private static final int AT_FIRST = 64;

    /** Epson's numbers of the character tables, as far as Java has them. */
    private static final Map<Integer, String> TABLES = Map.ofEntries(
            Map.entry(0, "IBM437"),
            Map.entry(2, "IBM850"),
            Map.entry(3, "IBM860"),
            Map.entry(4, "IBM863"),
            Map.entry(5, "IBM865"),
            Map.entry(13, "IBM857"),
            Map.entry(14, "IBM737"),
            Map.entry(15, "ISO-8859-7"),
            Map.entry(16, "windows-1252"),
            Map.entry(17, "IBM866"),
            Map.entry(18, "IBM852"),
            Map.entry(19, "IBM00858"),
            Map.entry(33, "IBM775"),
            Map.entry(34, "IBM855"),
            Map.entry(36, "IBM862"),
            Map.entry(37, "IBM864"),
            Map.entry(39, "ISO-8859-2"),
            Map.entry(40, "ISO-8859-15"),
            Map.entry(45, "windows-1250"),
            Map.entry(46, "windows-1251"),
            Map.entry(47, "windows-1253"),
            Map.entry(48, "windows-1254"),
            Map.entry(49, "windows-1255"),
            Map.entry(50, "windows-1256"),
            Map.entry(51, "windows-1257"));

    private final ThermalPaper paper;
    private final Listener listener;
    private final StoredPictures stored;
    private final List<String> complaints = new ArrayList<>();

    private byte[] command = new byte[AT_FIRST];
    private int length;
    private long skip;
    private RasterRows raster = RasterRows.NONE;
    private Charset table = Charset.forName("IBM437");

    EscPosReader(ThermalPaper paper, Listener listener) {
        this.paper = paper;
        this.listener = listener;
        this.stored = new StoredPictures(paper);
    }

    /** What a printer does besides printing. */
    interface Listener {
        /** The blade. */
        void cut();

        /** A question that prints nothing, and is answered as it arrives ({@code DLE EOT}). */
        default void asked() {}

        /** A question that is answered in its turn ({@code GS r}). */
        default void askedInTurn() {}
    }

    /** What was not understood since the last call. */
    List<String> takeComplaints() {
        var taken = List.copyOf(complaints);
        complaints.clear();
        return taken;
    }

    /** Whether the next byte begins something new. */
    boolean betweenCommands() {
        return length == 0 && skip == 0 && raster.done();
    }

    /** Forgets a command begun and not ended, and every setting: what switching off does. */
    void reset() {
        length = 0;
        skip = 0;
        raster = RasterRows.NONE;
        initialise();
    }

    /** Takes the next byte. */
    void accept(byte octet) {
        if (!raster.done()) {
            raster.accept(octet);
            return;
        }
        if (skip > 0) {
            skip--;
            return;
        }
        if (length == 0 && !CommandFrame.begins(octet)) {
            character(octet);
            return;
        }
        if (length == command.length) {
            command = Arrays.copyOf(command, 2 * length);
        }
        command[length++] = octet;
        long whole = CommandFrame.length(command, length);
        if (whole > LONGEST_COMMAND) {
            complain(command, 3);
            skip = whole - length;
            length = 0;
        } else if (whole == length) {
            byte[] complete = Arrays.copyOf(command, length);
            length = 0;
            command = new byte[AT_FIRST];
            obey(complete);
        }
    }

    private void character(byte octet) {
        switch (octet) {
            case '\n' -> paper.endLine();
            case '\t' -> paper.tab();
            // The left edge and no new line; and the filling that some programs send.
            case '\r', 0 -> {}
            default -> {
                if (Byte.toUnsignedInt(octet) < 0x20) {
                    complain(new byte[] {octet}, 1);
                } else {
                    paper.type(new String(new byte[] {octet}, table));
                }
            }
        }
    }

    private void obey(byte[] c) {
        switch (c[0]) {
            case ESC -> escape(c);
            case GS -> group(c);
            case DLE -> {
                if (c[1] == 4) {
                    listener.asked();
                } else if (c[1] != 5 && c[1] != 0x14) {
                    complain(c, 2);
                }
            }
            default -> {
                // Chinese characters on or off, which no table here has.
                if (c[0] != FS || (c[1] != '.' && c[1] != '&' && c[1] != 'C' && c[1] != 'S')) {
                    complain(c, 2);
                }
            }
        }
    }

    private void escape(byte[] c) {
        int n = c.length > 2 ? octet(c, 2) : 0;
        switch (c[1]) {
            case '@' -> initialise();
            case 't' -> selectTable(n);
            case 'a' -> paper.align(n % 48);
            case 'E', 'G' -> paper.bold((n & 1) == 1);
            case '-' -> paper.underline(Math.min(n % 48, 2));
            case 'M' -> paper.smallFace(n % 48 % 2 == 1);
            case '!' -> printMode(n);
            case ' ' -> paper.letterSpacing(n);
            case 'd' -> paper.feedLines(n);
            case 'J' -> paper.feedDots(n);
            case '2' -> paper.lineSpacing(ThermalPaper.USUAL_LINE);
            case '3' -> paper.lineSpacing(n);
            case '$' -> paper.moveTo(unsigned16(c, 2));
            case '*' -> paper.place(Pictures.columns(c[2], c, 5));
            case 'i', 'm' -> listener.cut();
            // The drawer, the buttons, the sensors, a turn of direction, accents of another country: nothing on this
            // paper.
            case 'p', 'c', 'U', '=', 'R', 'D', 'r', 'v', '<' -> {}
            default -> complain(c, 2);
        }
    }

    private void printMode(int n) {
        paper.smallFace((n & 1) != 0);
        paper.bold((n & (1 << 3)) != 0);
        paper.size((n & (1 << 5)) == 0 ? 1 : 2, (n & (1 << 4)) == 0 ? 1 : 2);
        paper.underline((n & (1 << 7)) == 0 ? 0 : 1);
    }

    private void group(byte[] c) {
        int n = c.length > 2 ? octet(c, 2) : 0;
        switch (c[1]) {
            case '!' -> paper.size(((n >>> 4) & 7) + 1, (n & 7) + 1);
            case 'B' -> paper.reversed((n & 1) == 1);
            case 'L' -> paper.leftMargin(unsigned16(c, 2));
            case 'V' -> cut(n);
            case 'v' -> beginRaster(c);
            case 'r' -> listener.askedInTurn();
            case '(' -> complainUnless(stored.accept(c, 5), c, 3);
            case '8' -> complainUnless(stored.accept(c, 7), c, 3);
            // Bar code settings, motion units, print area, unasked states, model: nothing on this paper.
            case 'h', 'w', 'H', 'f', 'P', 'W', 'a', 'I', 'b' -> {}
            default -> complain(c, 2);
        }
    }

    private void cut(int mode) {
        if (mode > 1 && mode != 48 && mode != 49 && !CommandFrame.feedsBeforeCut(mode)) {
            complaints.add("GS V " + mode);
            return;
        }
        listener.cut();
    }

    private void beginRaster(byte[] c) {
        int mode = octet(c, 3) % 48;
        if (c[2] != '0' || mode > 3) {
            complain(c, 4);
        }
        raster = new RasterRows(paper, unsigned16(c, 4), unsigned16(c, 6), 1 + (mode & 1), 1 + ((mode >>> 1) & 1));
        if (!paper.lineIsEmpty()) {
            complaints.add("GS v 0 in the middle of a line");
        }
        if (raster.widthInDots() > paper.widthInWholeBytes()) {
            complaints.add("a picture wider than the paper");
        }
    }

    private void selectTable(int number) {
        String name = TABLES.get(number);
        if (name == null || !Charset.isSupported(name)) {
            complaints.add("ESC t " + number);
        } else {
            table = Charset.forName(name);
        }
    }

    private void initialise() {
        table = Charset.forName("IBM437");
        paper.initialise();
        stored.forget();
    }

    private void complainUnless(boolean understood, byte[] c, int octets) {
        if (!understood) {
            complain(c, octets);
        }
    }

    private void complain(byte[] c, int octets) {
        var hex = new StringBuilder();
        for (byte octet : Arrays.copyOf(c, Math.min(octets, c.length))) {
            hex.append(String.format("%02X ", octet));
        }
        complaints.add(hex.toString().trim());
    }
}
