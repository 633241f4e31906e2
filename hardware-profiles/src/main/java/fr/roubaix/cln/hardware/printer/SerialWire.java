package fr.roubaix.cln.hardware.printer;

import java.io.IOException;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;

/**
 * A printer on a serial port, 8 data bits, no parity, one stop bit.
 *
 * @param port as the system names it, {@code /dev/ttyS0} or {@code COM3}
 * @param bitsPerSecond 9600, 19200, 38400, 57600 or 115200 on most printers
 */
record SerialWire(String port, int bitsPerSecond, Flow flow) implements Wire {

    private static final int DATA_BITS = 8;

    /** How a printer asks for a pause. */
    enum Flow {
        /** By two wires: DTR/DSR or RTS/CTS. */
        HARDWARE,
        /** By two characters. */
        XON_XOFF
    }

    @Override
    public Line open() throws IOException {
        try {
            var serial = SerialPort.getCommPort(port);
            serial.setComPortParameters(bitsPerSecond, DATA_BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
            serial.setFlowControl(switch (flow) {
                case HARDWARE -> SerialPort.FLOW_CONTROL_CTS_ENABLED | SerialPort.FLOW_CONTROL_RTS_ENABLED;
                case XON_XOFF ->
                    SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED | SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED;
            });
            serial.setComPortTimeouts(
                    SerialPort.TIMEOUT_READ_SEMI_BLOCKING | SerialPort.TIMEOUT_WRITE_BLOCKING, 0, 0);
            if (!serial.openPort()) {
                throw new IOException("the serial port " + port + " does not open: " + serial.getLastErrorCode());
            }
            // What an earlier question left there is no answer to the next one.
            serial.flushIOBuffers();
            return new Open(serial);
        } catch (SerialPortInvalidPortException | LinkageError e) {
            throw new IOException("there is no serial port " + port, e);
        }
    }

    private record Open(SerialPort serial) implements Line {

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int written = 0;
            while (written < length) {
                int taken = serial.writeBytes(bytes, length - written, from + written);
                if (taken <= 0) {
                    throw new IOException("the serial port takes nothing: " + serial.getLastErrorCode());
                }
                written += taken;
            }
        }

        @Override
        public int read() {
            byte[] octet = new byte[1];
            return serial.readBytes(octet, 1) < 1 ? -1 : octet[0] & 0xff;
        }

        @Override
        public void close() throws IOException {
            if (!serial.closePort()) {
                throw new IOException("the serial port " + serial.getSystemPortPath() + " does not close");
            }
        }
    }
}
