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

    /** Takes bytes and gives no answer about its state that can be understood: not the same as one that is down. */
    record Unknown(Reason reason) implements Usable {
        /** A printer that answers nothing. */
        public Unknown() {
            this(Reason.SILENT);
        }
    }

    /** The cover is open. */
    record CoverOpen() implements Fault {}

    /** The roll has ended. */
    record NoPaper() implements Fault {}

    /** Reports an error. */
    record InError(ErrorKind kind) implements Fault {}

    /** Switched off, unplugged, or on a network that does not lead to it. */
    record Unreachable() implements Fault {}

    /** Why a state is unknown. */
    enum Reason {
        /** No answer came, and its model may well give none. */
        SILENT,
        /** The answer stopped in the middle. */
        PARTIAL,
        /** What came is no answer of the command reference. */
        GARBLED
    }

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
