package fr.roubaix.cln.kiosk.bench;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A kiosk in a process of its own, started as the launcher starts it, so that its memory is its own. */
final class KioskApart implements AutoCloseable {

    private final Process process;
    private final int port;

    private KioskApart(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static KioskApart start(Path folder, URI hub, String code) throws IOException {
        int port = freePort();
        Path log = folder.resolve("console.log");
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                productAlone(),
                "fr.roubaix.cln.kiosk.KioskApplication",
                "--cln.kiosk.dossier=" + folder,
                "--cln.kiosk.mairie=nord",
                "--cln.kiosk.imprimante=virtuelle",
                "--cln.kiosk.hub=" + hub,
                "--cln.kiosk.code=" + code,
                "--server.port=" + port);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // As the launcher does: one arena per thread would keep what each thread gave back.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        var process = builder.start();
        return new KioskApart(process, port).awaitCall();
    }

    /** Without the tests, whose pieces an application would take for its own. */
    private static String productAlone() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("test-classes") && !entry.contains("testkit"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The first screen. */
    String address() {
        return "http://localhost:" + port + "/borne/";
    }

    private KioskApart awaitCall() throws IOException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address())).build();
            long patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            while (!answers(client, request) || !open()) {
                if (System.nanoTime() > patience || !process.isAlive()) {
                    close();
                    throw new IllegalStateException("the kiosk never took its call");
                }
            }
        }
        return this;
    }

    private static boolean answers(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean open() {
        try (var tablet = new Tablette(address())) {
            tablet.ouvrir("candidature");
            return tablet.montre("Avant de commencer");
        }
    }

    /** Mebibytes that the system keeps in memory for it. */
    double resident() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024.0;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
