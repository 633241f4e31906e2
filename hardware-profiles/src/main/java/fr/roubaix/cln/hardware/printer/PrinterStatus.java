package fr.roubaix.cln.hardware.printer;

/** What a printer says of itself, or that it says nothing. */
public sealed interface PrinterStatus {

    /** A receipt can be tried. */
    sealed interface Usable extends PrinterStatus {}

    /** No receipt can come out until someone has acted. */
    sealed interface Fault extends PrinterStatus {}

    /** On line, with paper. */
    record Ready() implements Usable {}

    /** Prints, and the roll will soon end. */
    record PaperLow() implements Usable {}

    /** Takes bytes and answers no question about its state: not the same as one that is down. */
    record Unknown() implements Usable {}

    /** The cover is open. */
    record CoverOpen() implements Fault {}

    /** The roll has ended. */
    record NoPaper() implements Fault {}

    /** Reports an error. */
    record InError(ErrorKind kind) implements Fault {}

    /** Switched off, unplugged, or on a network that does not lead to it. */
    record Unreachable() implements Fault {}

    /** The causes that ESC/POS tells apart ({@code DLE EOT 3}). */
    enum ErrorKind {
        /** The paper cutter is jammed. */
        CUTTER,
        /** Goes away by itself: the head is too hot. */
        TEMPORARY,
        /** Goes away once someone has acted and the printer is told. */
        RECOVERABLE,
        /** Needs to be switched off, or repaired. */
        UNRECOVERABLE
    }
}
