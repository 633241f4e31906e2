package fr.roubaix.cln.hardware.scanner;

/**
 * Where a scanner is, and how fast it talks: eight bits, no parity, one stop bit, as all of them are delivered. A scanner
 * on USB that passes for a serial line takes any speed.
 *
 * @param name of the device, as the system names it: {@code /dev/ttyACM0}, {@code COM3}
 * @param baud bits a second, 1200 to 921600
 */
public record SerialPort(String name, int baud) {

    /** What scanners are delivered with. */
    public static final int USUAL_BAUD = 9_600;

    /** The slowest that there is. */
    public static final int LEAST_BAUD = 1_200;

    /** The fastest that there is. */
    public static final int MOST_BAUD = 921_600;

    public SerialPort {
        if (name.isBlank() || baud < LEAST_BAUD || baud > MOST_BAUD) {
            throw new IllegalArgumentException("not a serial port: " + name + " at " + baud);
        }
    }
}
