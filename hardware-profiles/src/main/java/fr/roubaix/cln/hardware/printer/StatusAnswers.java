package fr.roubaix.cln.hardware.printer;

import fr.roubaix.cln.hardware.printer.PrinterStatus.CoverOpen;
import fr.roubaix.cln.hardware.printer.PrinterStatus.ErrorKind;
import fr.roubaix.cln.hardware.printer.PrinterStatus.InError;
import fr.roubaix.cln.hardware.printer.PrinterStatus.NoPaper;
import fr.roubaix.cln.hardware.printer.PrinterStatus.PaperLow;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Ready;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Reason;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Unknown;

/**
 * The four bytes that answer {@code DLE EOT 1} to {@code DLE EOT 4} (Epson's ESC/POS reference; Bixolon and Partner give the
 * same table). Every bit that the reference fixes is checked: what does not hold is no status.
 */
final class StatusAnswers {

    /** How many questions there are. */
    static final int QUESTIONS = 4;

    private static final int FIXED = 0b1001_0011;
    private static final int FIXED_AS = 0b0001_0010;

    private static final int OFFLINE = 1 << 3;
    private static final int COVER = 1 << 2;
    private static final int FEED_BUTTON = 1 << 3;
    private static final int STOPPED_BY_PAPER = 1 << 5;
    private static final int ERROR = 1 << 6;
    private static final int MECHANICAL = 1 << 2;
    private static final int CUTTER = 1 << 3;
    private static final int UNRECOVERABLE = 1 << 5;
    private static final int TEMPORARY = 1 << 6;
    private static final int NEAR_END = 0b0000_1100;
    private static final int PAPER_END = 0b0110_0000;

    private StatusAnswers() {}

    /** Whether a byte has the shape that all four answers share. */
    static boolean isOne(int octet) {
        return (octet & FIXED) == FIXED_AS;
    }

    /**
     * What the answers say together.
     *
     * @param a four bytes, in the order of the questions
     */
    static PrinterStatus read(int[] a) {
        for (int answer : a) {
            if (!isOne(answer)) {
                return new Unknown(Reason.GARBLED);
            }
        }
        if (!whole(a[3], NEAR_END) || !whole(a[3], PAPER_END)) {
            return new Unknown(Reason.GARBLED);
        }
        if (has(a[1], COVER)) {
            return new CoverOpen();
        }
        if (has(a[1], STOPPED_BY_PAPER) || has(a[3], PAPER_END)) {
            return new NoPaper();
        }
        if (has(a[2], UNRECOVERABLE)) {
            return new InError(ErrorKind.UNRECOVERABLE);
        }
        if (has(a[2], CUTTER)) {
            return new InError(ErrorKind.CUTTER);
        }
        if (has(a[2], TEMPORARY) || has(a[1], FEED_BUTTON)) {
            return new InError(ErrorKind.TEMPORARY);
        }
        if (has(a[2], MECHANICAL) || has(a[1], ERROR) || has(a[0], OFFLINE)) {
            return new InError(ErrorKind.RECOVERABLE);
        }
        return has(a[3], NEAR_END) ? new PaperLow() : new Ready();
    }

    /** The answers of a printer in this state, as a stand-in gives them; {@code Unreachable} and unknown have none. */
    static int[] of(PrinterStatus status) {
        return switch (status) {
            case Ready _ -> answers(0, 0, 0, 0);
            case PaperLow _ -> answers(0, 0, 0, NEAR_END);
            case CoverOpen _ -> answers(OFFLINE, COVER, 0, 0);
            case NoPaper _ -> answers(OFFLINE, STOPPED_BY_PAPER, 0, NEAR_END | PAPER_END);
            case InError(var kind) ->
                answers(
                        OFFLINE,
                        ERROR,
                        switch (kind) {
                            case CUTTER -> CUTTER;
                            case TEMPORARY -> TEMPORARY;
                            case RECOVERABLE -> MECHANICAL;
                            case UNRECOVERABLE -> UNRECOVERABLE;
                        },
                        0);
            case PrinterStatus.Unreachable _, Unknown _ ->
                throw new IllegalArgumentException("a printer that says nothing has no answer");
        };
    }

    private static int[] answers(int... bits) {
        int[] answers = bits.clone();
        for (int i = 0; i < answers.length; i++) {
            answers[i] |= FIXED_AS;
        }
        return answers;
    }

    private static boolean has(int answer, int bits) {
        return (answer & bits) != 0;
    }

    /** Two wires report each sensor of a roll: they agree, or one of them is cut. */
    private static boolean whole(int answer, int bits) {
        return (answer & bits) == 0 || (answer & bits) == bits;
    }
}
