package fr.roubaix.cln.hardware.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.hardware.profile.Connection;

class SerialScannerTest extends ScannerContract {

    private static final Connection.Serial PORT = line("/dev/essai");

    private final FakeLines lines = new FakeLines();

    @Override
    Scanner scanner() {
        return new SerialScanner(lines, PORT, Duration.ofMillis(5));
    }

    @Override
    void read(String text) {
        send(text + "\r\n");
    }

    @Override
    void unplug() {
        lines.plugged = false;
        lines.sent.clear();
    }

    @Override
    void plugBack() {
        lines.plugged = true;
    }

    @Test
    void a_code_that_comes_in_pieces_is_one() throws Exception {
        start();
        send("CLN1:");
        send("ABC");
        send("\r");
        assertThat(next()).isEqualTo(new Scan("CLN1:ABC", Scan.Source.SERIAL, true));
    }

    @Test
    void half_a_code_then_silence_is_given_up_and_never_runs_into_the_next() throws Exception {
        start();
        send("CLN1:HALF");
        assertThat(next()).isEqualTo(new Scan("CLN1:HALF", Scan.Source.SERIAL, false));
        read("CLN1:WHOLE");
        assertThat(next()).isEqualTo(new Scan("CLN1:WHOLE", Scan.Source.SERIAL, true));
    }

    @Test
    void a_card_of_several_lines_is_one_thing() throws Exception {
        start();
        send("BEGIN:VCARD\r\nN:X\r\nEND:VCARD\r\n");
        assertThat(next().text()).isEqualTo("BEGIN:VCARD\r\nN:X\r\nEND:VCARD");
        nothingElse();
    }

    @Test
    void half_a_code_of_a_device_that_disappears_is_lost_with_it() throws Exception {
        start();
        send("CLN1:HALF");
        unplug();
        await(ScannerStatus.UNREACHABLE);
        plugBack();
        await(ScannerStatus.READY);
        read("CLN1:WHOLE");
        assertThat(next().text()).isEqualTo("CLN1:WHOLE");
    }

    @Test
    void line_ends_alone_are_nothing() throws Exception {
        start();
        send("\r\n\r\n");
        read("then");
        assertThat(next().text()).endsWith("then");
        nothingElse();
    }

    @Test
    void without_a_device_it_is_unreachable_and_closing_ends_the_wait() throws Exception {
        lines.plugged = false;
        var scanner = new SerialScanner(lines, PORT, Duration.ofHours(1));
        scanner.start(_ -> {});
        assertThat(lines.asked.poll(SOON.toMillis(), TimeUnit.MILLISECONDS)).isEqualTo(PORT);
        assertThat(scanner.status()).isEqualTo(ScannerStatus.UNREACHABLE);
        scanner.close();
        assertThat(thread().stream().noneMatch(Thread::isAlive) || ended()).isTrue();
    }

    @Test
    void the_lines_of_this_machine_say_that_a_port_is_not_there() {
        var nowhere = line("/dev/cln-nulle-part");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new SystemSerialLines().open(nowhere))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/dev/cln-nulle-part");
    }

    private static Connection.Serial line(String port) {
        return new Connection.Serial(port, 9_600, Connection.Parity.NONE, Connection.FlowControl.NONE);
    }

    private static java.util.List<Thread> thread() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("lecteur-serie"))
                .toList();
    }

    private static boolean ended() throws InterruptedException {
        for (var thread : thread()) {
            if (!thread.join(SOON)) {
                return false;
            }
        }
        return true;
    }

    private void send(String text) {
        lines.sent.add(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A line whose other end the test holds. */
    private static final class FakeLines implements SerialLines {

        final LinkedBlockingQueue<byte[]> sent = new LinkedBlockingQueue<>();
        final LinkedBlockingQueue<Connection.Serial> asked = new LinkedBlockingQueue<>();
        volatile boolean plugged = true;

        @Override
        public Line open(Connection.Serial port) throws IOException {
            asked.add(port);
            if (!plugged) {
                throw new IOException("nothing there");
            }
            return new FakeLine();
        }

        private final class FakeLine implements Line {

            private byte[] rest = new byte[0];

            @Override
            public int read(byte[] into, Duration atMost) throws IOException {
                if (rest.length == 0) {
                    rest = awaited(atMost);
                }
                int count = Math.min(rest.length, into.length);
                System.arraycopy(rest, 0, into, 0, count);
                rest = Arrays.copyOfRange(rest, count, rest.length);
                return count;
            }

            /** Looks at the plug now and then, as the driver of a real line does. */
            private byte[] awaited(Duration atMost) throws IOException {
                long end = System.nanoTime() + atMost.toNanos();
                try {
                    while (System.nanoTime() < end) {
                        if (!plugged) {
                            throw new IOException("unplugged");
                        }
                        byte[] came = sent.poll(5, TimeUnit.MILLISECONDS);
                        if (came != null) {
                            return came;
                        }
                    }
                    return new byte[0];
                } catch (InterruptedException e) {
                    throw new IOException("closed", e);
                }
            }

            @Override
            public void close() {}
        }
    }
}
