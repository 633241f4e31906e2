package fr.roubaix.cln.hardware.scanner;

import java.io.IOException;
import java.time.Duration;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;

import fr.roubaix.cln.hardware.profile.Connection;

/** The lines of this machine, through jSerialComm, whose library is loaded with the first line that is opened. */
final class SystemSerialLines implements SerialLines {

    @Override
    public Line open(Connection.Serial port) throws IOException {
        try {
            var device = SerialPort.getCommPort(port.port());
            device.setComPortParameters(port.baud(), 8, SerialPort.ONE_STOP_BIT, parity(port));
            device.setFlowControl(flow(port));
            if (!device.openPort()) {
                throw new IOException(
                        "the serial port " + port.port() + " cannot be opened: error " + device.getLastErrorCode());
            }
            return new Open(device);
        } catch (SerialPortInvalidPortException | LinkageError e) {
            throw new IOException("there is no serial port " + port.port(), e);
        }
    }

    private static int parity(Connection.Serial port) {
        return switch (port.parity()) {
            case NONE -> SerialPort.NO_PARITY;
            case ODD -> SerialPort.ODD_PARITY;
            case EVEN -> SerialPort.EVEN_PARITY;
        };
    }

    private static int flow(Connection.Serial port) {
        return switch (port.flow()) {
            case NONE -> SerialPort.FLOW_CONTROL_DISABLED;
            case RTS_CTS -> SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED;
            case DTR_DSR -> SerialPort.FLOW_CONTROL_DTR_ENABLED | SerialPort.FLOW_CONTROL_DSR_ENABLED;
            case XON_XOFF -> SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED | SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED;
        };
    }

    private static final class Open implements Line {

        private final SerialPort device;
        private long waits = -1;

        Open(SerialPort device) {
            this.device = device;
        }

        @Override
        public int read(byte[] into, Duration atMost) throws IOException {
            long millis = atMost.toMillis();
            if (millis != waits) {
                device.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, (int) millis, 0);
                waits = millis;
            }
            long before = System.nanoTime();
            int count = device.readBytes(into, into.length);
            // A device that was unplugged answers "nothing" at once, for ever.
            boolean waited = System.nanoTime() - before >= atMost.toNanos() / 2;
            if (count < 0 || (count == 0 && !waited)) {
                throw new IOException("the serial port " + device.getSystemPortPath() + " is gone: error "
                        + device.getLastErrorCode());
            }
            return count;
        }

        @Override
        public void close() {
            device.closePort();
        }
    }
}
