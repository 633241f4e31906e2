package fr.roubaix.cln.e2e.verification;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import fr.roubaix.cln.testkit.tirage.TirageAuHasard;

/**
 * The jar that citizens download, and nothing else: its classes come from that file alone, loaded once instead of ten
 * thousand processes.
 */
public final class PackagedVerifier implements AutoCloseable {

    private static final Path JAR = Path.of(System.getProperty(
            "cln.verifier.jar",
            Path.of(System.getProperty("cln.racine", "."), "src/verifier/target/verifier.jar")
                    .toString()));

    private final URLClassLoader classes;
    private final MethodHandle run;
    private final Path folder;

    /** @param folder where its files may be written */
    public PackagedVerifier(Path folder) {
        this.folder = folder;
        try {
            classes = new URLClassLoader(new URL[] {JAR.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            run = MethodHandles.publicLookup()
                    .findStatic(
                            classes.loadClass("fr.roubaix.cln.verifier.Main"),
                            "run",
                            MethodType.methodType(
                                    int.class, Path.class, PrintWriter.class, PrintWriter.class, String[].class));
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("no verifier in " + JAR, e);
        }
    }

    /** What a command gave: the bytes of {@code pv.json}, or the line that refuses. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    public record Answer(byte[] pv, String refusal) {}

    public Answer draw(TirageAuHasard tirage) {
        try {
            Path pv = folder.resolve("pv.json");
            Files.deleteIfExists(pv);
            Files.write(folder.resolve("liste.csv"), tirage.octets());
            var arguments = new ArrayList<>(List.of(
                    "tirage",
                    "liste.csv",
                    "--des",
                    tirage.des(),
                    "--lecture",
                    tirage.lecture().name(),
                    "--reglement",
                    tirage.reglement()));
            tirage.drand().ifPresent(drand -> arguments.addAll(List.of("--drand", drand)));
            String said = command(arguments.toArray(String[]::new));
            return Files.exists(pv) ? new Answer(Files.readAllBytes(pv), "") : new Answer(new byte[0], said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line that verifying two files prints. */
    public String verify(byte[] pv, byte[] list) {
        try {
            Files.write(folder.resolve("pv.json"), pv);
            Files.write(folder.resolve("liste.csv"), list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return command("verifier", "pv.json", "liste.csv");
    }

    private String command(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        try {
            int exit = (int) run.invoke(folder, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
            return exit == 2 ? err.toString().strip() : out.toString().strip();
        } catch (Throwable e) { // what a MethodHandle declares
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            classes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
