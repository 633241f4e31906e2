package fr.roubaix.cln.hardware.printer;

/**
 * How a serial line is set: as the printer is, by its switches.
 *
 * @param port as the system names it, {@code /dev/ttyS0} or {@code COM3}
 * @param bitsPerSecond 9600, 19200, 38400, 57600 or 115200 on most printers
 */
public record SerialSettings(String port, int bitsPerSecond, Parity parity, Flow flow) {

    /** A start bit, eight bits, a stop bit, and the parity if there is one. */
    public int bytesPerSecond() {
        return bitsPerSecond / (parity == Parity.NONE ? 10 : 11);
    }

    /** The ninth bit, if any. */
    public enum Parity {
        NONE,
        ODD,
        EVEN
    }

    /** How a printer asks for a pause. */
    public enum Flow {
        NONE,
        RTS_CTS,
        DTR_DSR,
        XON_XOFF
    }
}
