package fr.roubaix.cln.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The hub of the kiosk's own tests, in a process: it is there within a second, and knows nothing but a call and a kiosk. */
final class StandInHub implements AutoCloseable {

    private static final Path ROOT =
            Path.of(System.getProperty("cln.racine", ".")).toAbsolutePath();

    private final Process process;
    private final List<String> said;

    StandInHub() throws IOException {
        String kiosk = ROOT.resolve("kiosk-app/target") + "/";
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        kiosk + "kiosk-app.jar:" + kiosk + "lib/*:" + kiosk + "test-classes:"
                                + ROOT.resolve("src/testkit/target/classes"),
                        "fr.roubaix.cln.kiosk.fautes.StandInHub")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        String line = lines.readLine();
        if (line == null) {
            throw new IllegalStateException("the hub of the tests did not start");
        }
        said = List.of(line.split(" ", -1));
    }

    String address() {
        return said.getFirst();
    }

    /** What a kiosk enrols with. */
    String code() {
        return said.getLast();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
