package fr.roubaix.cln.hardware.printer;

import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code GS v 0} as they arrive. A head burns a row as soon as it has it whole: what came before a broken cable is
 * on the paper.
 */
final class RasterRows {

    /** No picture is expected. */
    static final RasterRows NONE = new RasterRows(null, 0, 0, 1, 1);

    private final @Nullable ThermalPaper paper;
    private final byte[] row;
    private final int wide;
    private final int tall;
    private int rowsLeft;
    private int filled;

    RasterRows(@Nullable ThermalPaper paper, int bytesPerRow, int rows, int wide, int tall) {
        this.paper = paper;
        this.row = new byte[bytesPerRow];
        this.rowsLeft = bytesPerRow == 0 ? 0 : rows;
        this.wide = wide;
        this.tall = tall;
    }

    boolean done() {
        return rowsLeft == 0;
    }

    int widthInDots() {
        return row.length * 8 * wide;
    }

    void accept(byte octet) {
        row[filled++] = octet;
        if (filled < row.length) {
            return;
        }
        filled = 0;
        rowsLeft--;
        if (paper != null) {
            byte[] dots = wide == 1 ? row : Pictures.widened(row);
            for (int i = 0; i < tall; i++) {
                paper.burn(dots);
            }
        }
    }
}
