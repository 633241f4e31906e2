package fr.roubaix.cln.hardware.profile;

import java.nio.file.Path;

/** How the terminal of a mairie reaches one of its devices: written in the site file, never in the device's profile. */
public sealed interface Connection {

    /** The word of the site file for this way. */
    Transport transport();

    /**
     * A printer on the network, by a raw connection (port 9100 on the devices that say nothing else).
     *
     * @param host a name or an address, without scheme
     * @param port 1 to 65535
     */
    record Tcp(String host, int port) implements Connection {

        /** The port of raw printing, which print servers have used since the first of them. */
        public static final int RAW_PRINTING = 9_100;

        public Tcp {
            if (host.isBlank() || port < 1 || port > 65_535) {
                throw new IllegalArgumentException("no address of a device: " + host + ":" + port);
            }
        }

        @Override
        public Transport transport() {
            return Transport.TCP;
        }
    }

    /**
     * A file that the system makes of the device, such as {@code /dev/usb/lp0} for a printer on USB.
     *
     * @param path absolute
     */
    record DeviceFile(Path path) implements Connection {
        public DeviceFile {
            if (!path.isAbsolute()) {
                throw new IllegalArgumentException("the file of a device has an absolute path: " + path);
            }
        }

        @Override
        public Transport transport() {
            return Transport.DEVICE;
        }
    }

    /**
     * A serial line, or a USB device that shows itself as one: 8 bits and one stop bit.
     *
     * @param port as the system names it, such as {@code /dev/ttyUSB0} or {@code COM3}
     * @param baud bits to a second, as the device is set
     */
    record Serial(String port, int baud, Parity parity, FlowControl flow) implements Connection {
        public Serial {
            if (port.isBlank() || baud < 300) {
                throw new IllegalArgumentException("no serial line: " + port + " at " + baud);
            }
        }

        @Override
        public Transport transport() {
            return Transport.SERIAL;
        }
    }

    /** The words of a site file. */
    enum Transport {
        TCP,
        DEVICE,
        SERIAL
    }

    /** The ninth bit, if any. */
    enum Parity {
        NONE,
        ODD,
        EVEN
    }

    /** How the device says that it can take no more. */
    enum FlowControl {
        NONE,
        /** By the wires RTS and CTS. */
        RTS_CTS,
        /** By the wires DTR and DSR: what Epson's printers are set to in the factory. */
        DTR_DSR,
        /** By two characters that it sends. */
        XON_XOFF
    }
}
