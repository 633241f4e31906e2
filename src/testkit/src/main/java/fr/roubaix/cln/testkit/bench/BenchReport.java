package fr.roubaix.cln.testkit.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The figures of one benchmark: printed as a table, and written as {@code NAME.json} with the machine they were measured
 * on, {@code {"bench", "date", "cores", "jdk", "figures": [{"name", "value", "unit"}]}}.
 */
public final class BenchReport {

    /** System property that names the folder of the reports; {@code target/bench} without it. */
    public static final String FOLDER_PROPERTY = "cln.bench.dossier";

    private final String bench;
    private final Clock clock;
    private final List<Figure> figures = new ArrayList<>();

    /** @param bench the name given to {@code ./cln bench} */
    public BenchReport(String bench, Clock clock) {
        if (!bench.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("the name of a bench is made of a-z 0-9 -");
        }
        this.bench = bench;
        this.clock = clock;
    }

    private record Figure(String name, BigDecimal value, String unit) {}

    /** Adds a figure, kept to three decimals. */
    public BenchReport figure(String name, double value, String unit) {
        figures.add(new Figure(
                name,
                BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros(),
                unit));
        return this;
    }

    /** The figures as a table for people. */
    public String table() {
        int width = figures.stream().mapToInt(f -> f.name.length()).max().orElse(0);
        return figures.stream()
                .map(f -> String.format(
                        Locale.ROOT, "%-" + (width + 2) + "s%12s %s%n", f.name, f.value.toPlainString(), f.unit))
                .collect(Collectors.joining("", bench + System.lineSeparator(), ""));
    }

    /** Writes {@code NAME.json} in the folder of {@value #FOLDER_PROPERTY}, and gives its path. */
    public Path write() throws IOException {
        Path folder = Path.of(System.getProperty(FOLDER_PROPERTY, "target/bench"));
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(bench + ".json"), json());
    }

    String json() {
        String list = figures.stream()
                .map(f -> "    {\"name\": " + quoted(f.name) + ", \"value\": " + f.value.toPlainString()
                        + ", \"unit\": " + quoted(f.unit) + "}")
                .collect(Collectors.joining(",\n"));
        return "{\n  \"bench\": " + quoted(bench)
                + ",\n  \"date\": " + quoted(clock.instant().toString())
                + ",\n  \"cores\": " + Runtime.getRuntime().availableProcessors()
                + ",\n  \"jdk\": " + quoted(Runtime.version().toString())
                + ",\n  \"figures\": [\n" + list + "\n  ]\n}\n";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
