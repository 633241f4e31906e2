package fr.roubaix.cln.hardware.printer;

import java.io.IOException;
import java.util.OptionalInt;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;

/** A printer on a serial port: 8 data bits, one stop bit. */
record SerialWire(SerialSettings settings) implements Wire {

    private static final int DATA_BITS = 8;

    @Override
    public Line open() throws IOException {
        try {
            var serial = SerialPort.getCommPort(settings.port());
            serial.setComPortParameters(
                    settings.bitsPerSecond(), DATA_BITS, SerialPort.ONE_STOP_BIT, parity(settings.parity()));
            serial.setFlowControl(flow(settings.flow()));
            serial.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING | SerialPort.TIMEOUT_WRITE_BLOCKING, 0, 0);
            if (!serial.openPort()) {
                throw new IOException(
                        "the serial port " + settings.port() + " does not open: " + serial.getLastErrorCode());
            }
            // What an earlier question left there is no answer to the next one.
            serial.flushIOBuffers();
            return new Open(serial);
        } catch (SerialPortInvalidPortException | LinkageError e) {
            throw new IOException("there is no serial port " + settings.port(), e);
        }
    }

    @Override
    public OptionalInt bytesPerSecond() {
        return OptionalInt.of(settings.bytesPerSecond());
    }

    private static int parity(SerialSettings.Parity parity) {
        return switch (parity) {
            case NONE -> SerialPort.NO_PARITY;
            case ODD -> SerialPort.ODD_PARITY;
            case EVEN -> SerialPort.EVEN_PARITY;
        };
    }

    private static int flow(SerialSettings.Flow flow) {
        return switch (flow) {
            case NONE -> SerialPort.FLOW_CONTROL_DISABLED;
            case RTS_CTS -> SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED;
            case DTR_DSR -> SerialPort.FLOW_CONTROL_DTR_ENABLED | SerialPort.FLOW_CONTROL_DSR_ENABLED;
            case XON_XOFF -> SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED | SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED;
        };
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
