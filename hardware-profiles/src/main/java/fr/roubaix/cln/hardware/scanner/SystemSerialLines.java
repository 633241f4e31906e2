package fr.roubaix.cln.hardware.scanner;

import java.io.IOException;
import java.time.Duration;

import com.fazecast.jSerialComm.SerialPortInvalidPortException;

/** The lines of this machine, through jSerialComm, whose library is loaded with the first line that is opened. */
final class SystemSerialLines implements SerialLines {

    @Override
    public Line open(SerialPort port) throws IOException {
        try {
            var device = com.fazecast.jSerialComm.SerialPort.getCommPort(port.name());
            device.setComPortParameters(
                    port.baud(),
                    8,
                    com.fazecast.jSerialComm.SerialPort.ONE_STOP_BIT,
                    com.fazecast.jSerialComm.SerialPort.NO_PARITY);
            if (!device.openPort()) {
                throw new IOException(
                        "the serial port " + port.name() + " cannot be opened: error " + device.getLastErrorCode());
            }
            return new Open(device);
        } catch (SerialPortInvalidPortException | LinkageError e) {
            throw new IOException("there is no serial port " + port.name(), e);
        }
    }

    private static final class Open implements Line {

        private final com.fazecast.jSerialComm.SerialPort device;
        private long waits = -1;

        Open(com.fazecast.jSerialComm.SerialPort device) {
            this.device = device;
        }

        @Override
        public int read(byte[] into, Duration atMost) throws IOException {
            long millis = atMost.toMillis();
            if (millis != waits) {
                device.setComPortTimeouts(
                        com.fazecast.jSerialComm.SerialPort.TIMEOUT_READ_SEMI_BLOCKING, (int) millis, 0);
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
