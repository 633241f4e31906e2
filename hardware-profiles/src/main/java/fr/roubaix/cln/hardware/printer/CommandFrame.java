package fr.roubaix.cln.hardware.printer;

/**
 * Where a command of ESC/POS ends. A reader that does not know a command must still know that, or it prints its arguments.
 * Lengths from Epson's command reference; a command that is not in it is taken for one of a single argument, as most are.
 */
final class CommandFrame {

    static final int DLE = 0x10;
    static final int ESC = 0x1b;
    static final int FS = 0x1c;
    static final int GS = 0x1d;

    private CommandFrame() {}

    /** Whether this byte begins a command of several bytes. */
    static boolean begins(int octet) {
        return octet == DLE || octet == ESC || octet == FS || octet == GS;
    }

    /**
     * The length of the command that begins so, its data included; one more than is there while that cannot be told.
     * The rows of {@code GS v 0} are left out: they are burnt as they come.
     */
    static long length(byte[] c, int there) {
        if (there < 2) {
            return there + 1L;
        }
        return switch (c[0]) {
            case DLE -> realTime(c, there);
            case ESC -> escape(c, there);
            case FS -> kanji(c, there);
            default -> group(c, there);
        };
    }

    private static long realTime(byte[] c, int there) {
        if (there < 3) {
            return c[1] == 4 || c[1] == 5 || c[1] == 0x14 ? 3 : 2;
        }
        return switch (c[1]) {
            case 4 -> c[2] == 7 || c[2] == 8 ? 4 : 3;
            case 0x14 -> c[2] == 8 ? 10 : 5;
            default -> 3;
        };
    }

    private static long escape(byte[] c, int there) {
        return switch (c[1]) {
            case '@', '2', '<', 'i', 'm', 'L', 'S', 'v', 0x0c -> 2;
            case '$', '\\', 'c', 'B' -> 4;
            case 'p' -> 5;
            case 'W' -> 10;
            case 'D' -> upToZero(c, there, 2, 2 + 32);
            case '*' -> there < 5 ? there + 1L : 5 + (long) columnHeight(c[2]) * unsigned16(c, 3);
            case '&' -> ownLetters(c, there);
            case '(' -> counted(c, there);
            default -> 3;
        };
    }

    private static long kanji(byte[] c, int there) {
        return switch (c[1]) {
            case '&', '.' -> 2;
            case 'S', 'p' -> 4;
            case '(' -> counted(c, there);
            default -> 3;
        };
    }

    private static long group(byte[] c, int there) {
        return switch (c[1]) {
            case ':', 'c' -> 2;
            case 'L', 'W', 'P', '$', '\\' -> 4;
            case '^' -> 5;
            case 'g' -> 6;
            case 'v' -> 8;
            case 'V' -> there < 3 ? 3 : feedsBeforeCut(c[2]) ? 4 : 3;
            case 'k' -> barcode(c, there);
            case '*' -> there < 4 ? there + 1L : 4 + 8L * octet(c, 2) * octet(c, 3);
            case '(' -> counted(c, there);
            case '8' -> there < 7 ? there + 1L : 7 + unsigned32(c, 3);
            default -> 3;
        };
    }

    static boolean feedsBeforeCut(int mode) {
        return mode == 65 || mode == 66 || mode == 97 || mode == 98 || mode == 103 || mode == 104;
    }

    /** Bytes of one column of {@code ESC *}: 8 dots in two of its modes, 24 in the others. */
    static int columnHeight(int mode) {
        return mode == 32 || mode == 33 ? 3 : 1;
    }

    static int octet(byte[] c, int at) {
        return c[at] & 0xff;
    }

    static int unsigned16(byte[] c, int at) {
        return octet(c, at) | (octet(c, at + 1) << 8);
    }

    static long unsigned32(byte[] c, int at) {
        return unsigned16(c, at) | ((long) unsigned16(c, at + 2) << 16);
    }

    /** {@code ESC ( x pL pH …} and its like. */
    private static long counted(byte[] c, int there) {
        return there < 5 ? there + 1L : 5L + unsigned16(c, 3);
    }

    private static long barcode(byte[] c, int there) {
        if (there < 3) {
            return 3;
        }
        if (c[2] >= 65) {
            return there < 4 ? 4 : 4L + octet(c, 3);
        }
        return upToZero(c, there, 3, 3 + 256);
    }

    private static long upToZero(byte[] c, int there, int from, int longest) {
        if (there <= from) {
            return there + 1L;
        }
        return c[there - 1] == 0 || there >= longest ? there : there + 1L;
    }

    /** {@code ESC & y c1 c2 [x d…] …}: one width and its columns for each letter. */
    private static long ownLetters(byte[] c, int there) {
        if (there < 5) {
            return there + 1L;
        }
        int at = 5;
        for (int letter = octet(c, 3); letter <= octet(c, 4); letter++) {
            if (there <= at) {
                return there + 1L;
            }
            at += 1 + octet(c, 2) * octet(c, at);
        }
        return Math.max(at, there);
    }
}
