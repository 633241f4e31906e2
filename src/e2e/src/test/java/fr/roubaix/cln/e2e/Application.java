package fr.roubaix.cln.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The hub or a kiosk, run as the launcher runs it: a process of its own, on a port of its own. */
public final class Application implements AutoCloseable {

    private static final Path ROOT =
            Path.of(System.getProperty("cln.racine", ".")).toAbsolutePath();
    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-Djava.awt.headless=true",
            "-Dstdout.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** In tests a hub ends before what the second compiler made of it has paid for itself. */
    private static final boolean SHORT_LIVED = Boolean.getBoolean("cln.essais");

    private final Process process;
    private final int port;
    private final Path log;

    private Application(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts the hub on a data folder; returns at once. */
    public static Application hub(Path folder, int port, String... arguments) {
        return start(
                "sync-hub", "512m", "fr.roubaix.cln.hub.HubApplication", folder, port, "--cln.hub.dossier=", arguments);
    }

    /** Starts a kiosk on a data folder; returns at once. */
    public static Application kiosk(Path folder, int port, String... arguments) {
        return start(
                "kiosk-app",
                "256m",
                "fr.roubaix.cln.kiosk.KioskApplication",
                folder,
                port,
                "--cln.kiosk.dossier=",
                arguments);
    }

    /** A port that was free a moment ago. */
    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Application start(
            String module,
            String memory,
            String main,
            Path folder,
            int port,
            String folderOption,
            String... arguments) {
        String demo = Stream.of(arguments).anyMatch("--spring.profiles.active=demo"::equals)
                ? ":" + ROOT.resolve("src/demo/target/cln-demo.jar")
                : "";
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + memory);
        command.addAll(JVM);
        if (module.equals("kiosk-app") || SHORT_LIVED) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        // Beside the data, so that what is written there can be looked at, and is left on nobody's machine.
        command.add("-Djava.io.tmpdir=" + temporary(folder));
        command.addAll(List.of(
                "-cp",
                ROOT.resolve(module + "/target/" + module + ".jar") + ":" + ROOT.resolve(module + "/target/lib") + "/*"
                        + demo,
                main,
                folderOption + folder,
                "--server.port=" + port));
        command.addAll(List.of(arguments));
        try {
            Files.createDirectories(folder);
            Path log = folder.resolve("console.log");
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new Application(process, port, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary(Path folder) {
        try {
            return Files.createDirectories(folder.resolve("tmp"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The data folder. */
    public Path folder() {
        return log.getParent();
    }

    /** The number of the process. */
    public long pid() {
        return process.pid();
    }

    /** The address of a path on this application. */
    public String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** Waits until a page answers 200, at most a minute and a half. */
    public Application awaitReady(String path) {
        var request = HttpRequest.newBuilder(URI.create(url(path)))
                .timeout(Duration.ofSeconds(20))
                .build();
        try (var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            Waiting.until(Duration.ofSeconds(90), () -> "no answer from " + url(path) + "\n" + log(), () -> {
                if (!process.isAlive()) {
                    throw new AssertionError("the application stopped\n" + log());
                }
                return answers(client, request);
            });
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

    /** What the process printed so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first group of the first match of an expression in what is printed, waited for. */
    public String awaitInLog(String expression) {
        var pattern = Pattern.compile(expression);
        Waiting.until(Duration.ofMinutes(2), () -> "never printed: " + expression + "\n" + log(), () -> {
            boolean dead = !process.isAlive();
            if (pattern.matcher(log()).find()) {
                return true;
            }
            if (dead) {
                throw new AssertionError("the application stopped\n" + log());
            }
            return false;
        });
        var matcher = pattern.matcher(log());
        if (!matcher.find()) {
            throw new AssertionError("vanished from the log: " + expression);
        }
        return matcher.group(1);
    }

    /** Resident memory of the process in bytes, from the kernel. */
    public long residentBytes() {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(l -> l.startsWith("VmRSS:"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("[^0-9]", "")) * 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process without letting it say goodbye, as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
