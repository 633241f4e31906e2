package fr.roubaix.cln.hardware.printer;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Understands ESC/POS the way a printer does, one byte at a time, and burns it on a {@link ThermalPaper}. Written from
 * the command reference, on purpose without a look at {@link EscPos}: a mistake in one shows in the other.
 */
final class EscPosReader {

    private static final int DLE = 0x10;
    private static final int ESC = 0x1b;
    private static final int GS = 0x1d;
    private static final int LONGEST_HEADER = 8;

    /** Epson's numbers of the tables that carry French. */
    private static final Map<Integer, String> TABLES =
            Map.of(0, "IBM437", 2, "IBM850", 16, "windows-1252", 19, "IBM00858");

    private final ThermalPaper paper;
    private final Runnable onCut;
    private final List<String> complaints = new ArrayList<>();

    private byte[] command = new byte[LONGEST_HEADER];
    private int length;
    private int rasterBytesPerRow;
    private int rasterRowsLeft;
    private byte[] rasterRow = new byte[0];
    private int rasterFilled;
    private Charset table = Charset.forName("IBM437");

    EscPosReader(ThermalPaper paper, Runnable onCut) {
        this.paper = paper;
        this.onCut = onCut;
    }

    /** What was not understood since the last call. */
    List<String> takeComplaints() {
        var taken = List.copyOf(complaints);
        complaints.clear();
        return taken;
    }

    /** Forgets a command begun and not ended, and every setting: what switching off does. */
    void reset() {
        length = 0;
        rasterRowsLeft = 0;
        rasterFilled = 0;
        initialise();
    }

    /** Takes the next byte. */
    void accept(byte octet) {
        if (rasterRowsLeft > 0) {
            raster(octet);
            return;
        }
        if (length == 0 && Byte.toUnsignedInt(octet) >= 0x20) {
            paper.type(new String(new byte[] {octet}, table));
            return;
        }
        command[length++] = octet;
        if (length == lengthOf(command, length)) {
            length = 0;
            obey(command);
        }
    }

    /** How long the command is that begins so; more than is there when that cannot be told yet. */
    private static int lengthOf(byte[] c, int there) {
        int first = c[0];
        if (first != ESC && first != GS && first != DLE) {
            return 1;
        }
        if (there < 2) {
            return 2;
        }
        return switch (first) {
            case DLE -> c[1] == 4 ? 3 : 2;
            case ESC -> "@2".indexOf(c[1]) >= 0 ? 2 : 3;
            default -> c[1] == 'v' ? LONGEST_HEADER : c[1] == 'V' ? (there < 3 || c[2] < 65 ? 3 : 4) : 3;
        };
    }

    private void obey(byte[] c) {
        int n = Byte.toUnsignedInt(c[2]);
        switch (c[0]) {
            case '\n' -> paper.endLine();
            case ESC -> escape(c[1], n);
            case GS -> group(c, n);
            case DLE -> {
                // A status request prints nothing; the answer travels on another wire.
                if (c[1] != 4) {
                    complain(c, 2);
                }
            }
            default -> complain(c, 1);
        }
    }

    private void escape(byte function, int n) {
        switch (function) {
            case '@' -> initialise();
            case 't' -> selectTable(n);
            case 'a' -> paper.align(n % 48);
            case 'E' -> paper.bold((n & 1) == 1);
            case 'd' -> paper.feedLines(n);
            case 'J' -> paper.feedDots(n);
            case '2' -> paper.lineSpacing(30);
            case '3' -> paper.lineSpacing(n);
            default -> complain(new byte[] {ESC, function}, 2);
        }
    }

    private void group(byte[] c, int n) {
        switch (c[1]) {
            case '!' -> paper.size((n >>> 4 & 7) + 1, (n & 7) + 1);
            case 'V' -> cut(n);
            case 'v' -> beginRaster(c);
            default -> complain(c, 2);
        }
    }

    private void cut(int mode) {
        if (mode > 1 && mode != 48 && mode != 49 && mode != 65 && mode != 66) {
            complaints.add("GS V " + mode);
            return;
        }
        onCut.run();
    }

    private void beginRaster(byte[] c) {
        if (c[2] != '0' || c[3] != 0) {
            complain(c, 4);
        }
        rasterBytesPerRow = Byte.toUnsignedInt(c[4]) + 256 * Byte.toUnsignedInt(c[5]);
        rasterRowsLeft = Byte.toUnsignedInt(c[6]) + 256 * Byte.toUnsignedInt(c[7]);
        if (rasterBytesPerRow == 0) {
            rasterRowsLeft = 0;
        }
        rasterRow = new byte[rasterBytesPerRow];
        rasterFilled = 0;
        if (!paper.lineIsEmpty()) {
            complaints.add("GS v 0 in the middle of a line");
        }
        if (rasterBytesPerRow * 8 > paper.widthInWholeBytes()) {
            complaints.add("a picture wider than the paper");
        }
    }

    /** A head burns a row as soon as it has it whole: what came before a broken cable is on the paper. */
    private void raster(byte octet) {
        rasterRow[rasterFilled++] = octet;
        if (rasterFilled == rasterBytesPerRow) {
            paper.burn(rasterRow);
            rasterFilled = 0;
            rasterRowsLeft--;
        }
    }

    private void selectTable(int number) {
        String name = TABLES.get(number);
        if (name == null) {
            complaints.add("ESC t " + number);
        } else {
            table = Charset.forName(name);
        }
    }

    private void initialise() {
        table = Charset.forName("IBM437");
        paper.initialise();
    }

    private void complain(byte[] c, int octets) {
        var hex = new StringBuilder();
        for (byte octet : Arrays.copyOf(c, octets)) {
            hex.append(String.format("%02X ", octet));
        }
        complaints.add(hex.toString().trim());
    }
}
