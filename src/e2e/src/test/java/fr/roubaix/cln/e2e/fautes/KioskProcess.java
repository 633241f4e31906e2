package fr.roubaix.cln.e2e.fautes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A kiosk that obeys orders, in a process of its own; what it says is read line by line. */
final class KioskProcess implements AutoCloseable {

    static final String UNDER_ORDERS = "fr.roubaix.cln.kiosk.fautes.KioskUnderOrders";
    static final String APPLICATION = "fr.roubaix.cln.kiosk.KioskApplication";
    static final String UNDER_FIRE = "fr.roubaix.cln.kiosk.sync.JournalUnderFire";

    private static final Path ROOT =
            Path.of(System.getProperty("cln.racine", ".")).toAbsolutePath();
    private static final int PATIENCE_SECONDS = 300;
    private static final String END = "\0end";

    private final Process process;
    private final Path log;
    private final Writer orders;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    private KioskProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofVirtual().name("kiosk-output").start(this::listen);
    }

    /** Starts a main class of the kiosk's tests. What it logs goes to a file, beside its folder. */
    static KioskProcess start(String main, Path log, String... arguments) {
        return start(List.of(), main, log, arguments);
    }

    /** The same through a command that puts it somewhere else, for example in another mount namespace. */
    static KioskProcess start(List<String> through, String main, Path log, String... arguments) {
        var command = new ArrayList<>(through);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Dstdout.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath(main),
                main));
        command.addAll(List.of(arguments));
        try {
            Files.createDirectories(log.getParent());
            return new KioskProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The product alone for the product itself; with the pieces of its tests for one under orders. */
    private static String classPath(String main) {
        String modules = ROOT.resolve("kiosk-app/target") + "/";
        String product = modules + "kiosk-app.jar:" + modules + "lib/*";
        return main.equals(APPLICATION)
                ? product
                : product + ":" + modules + "test-classes:" + ROOT.resolve("src/testkit/target/classes");
    }

    private void listen() {
        try (var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
                var kept = Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                kept.write(line + "\n");
                kept.flush();
            }
        } catch (IOException e) {
            // The pipe of a killed process: what it said before is in the queue.
        }
        said.add(END);
    }

    /** Waits for the first word of a kiosk under orders. */
    KioskProcess awaitReady() {
        until("pret");
        return this;
    }

    /** Gives an order and waits until it is done; gives what was said meanwhile. */
    List<String> order(String order) {
        give(order);
        return answer();
    }

    /** Gives an order and does not wait. */
    void give(String order) {
        try {
            orders.write(order + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was said until the order given is done. The last line is {@code fait} or {@code refus …}. */
    List<String> answer() {
        var lines = new ArrayList<String>();
        do {
            lines.add(next());
            if (lines.getLast().equals(END)) {
                throw new AssertionError("the kiosk stopped speaking: see " + log);
            }
        } while (!lines.getLast().equals("fait") && !lines.getLast().startsWith("refus "));
        return lines;
    }

    /** Everything said up to a line, without it. */
    List<String> until(String line) {
        var lines = new ArrayList<String>();
        for (String said = next(); !said.equals(line); said = next()) {
            if (said.equals(END)) {
                throw new AssertionError("the kiosk stopped speaking: see " + log);
            }
            lines.add(said);
        }
        return lines;
    }

    /** Everything said until the process ended by itself, or said something with these words. */
    List<String> untilEndOr(String words) {
        var lines = new ArrayList<String>();
        for (String line = next(); !line.equals(END); line = next()) {
            lines.add(line);
            if (line.contains(words)) {
                break;
            }
        }
        return lines;
    }

    /** Everything said until the process ended by itself. */
    List<String> untilEnd() {
        return until(END);
    }

    /** The next line. */
    String next() {
        try {
            String line = said.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("the kiosk is silent: see " + log);
            }
            if (line.equals(END)) {
                said.add(END);
            }
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL; gives whole lines that were said before and not yet read. */
    List<String> kill() {
        process.destroyForcibly();
        var rest = new ArrayList<String>();
        try {
            process.waitFor();
            for (String line = said.take(); !line.equals(END); line = said.take()) {
                rest.add(line);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return rest;
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Waits for the end of a process that is expected to stop by itself; gives its exit code. */
    int awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the kiosk did not stop");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }
}
