package fr.roubaix.cln.hardware.printer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * A printer on the network, by raw TCP (port 9100 by custom: "JetDirect").
 *
 * @param reach how long the connection itself may take
 */
record TcpWire(String host, int port, Duration reach) implements Wire {

    /** Small, so that bytes counted as taken are in the printer and not in our own kernel. */
    private static final int SEND_BUFFER = 8 * 1024;

    TcpWire {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("no printer at " + host + ":" + port);
        }
    }

    @Override
    public Line open() throws IOException {
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSendBufferSize(SEND_BUFFER);
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(reach.toMillis()));
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
        return new Connection(socket);
    }

    private record Connection(Socket socket) implements Line {

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            socket.getOutputStream().write(bytes, from, length);
        }

        @Override
        public int read() throws IOException {
            return socket.getInputStream().read();
        }

        @Override
        public void end() throws IOException {
            socket.shutdownOutput();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
