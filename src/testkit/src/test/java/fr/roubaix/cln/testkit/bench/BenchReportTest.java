package fr.roubaix.cln.testkit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

import org.junit.jupiter.api.Test;

class BenchReportTest {

    private final BenchReport report =
            new BenchReport("tirage", Clock.fixed(Instant.parse("2027-01-02T03:04:05Z"), ZoneOffset.UTC));

    @Test
    void figures_are_written_with_the_machine_they_were_measured_on() {
        report.figure("un \"deux\"", 1234.56789, "ms").figure("trois", 100, "s");
        assertThat(report.json())
                .startsWith("{\n  \"bench\": \"tirage\",\n  \"date\": \"2027-01-02T03:04:05Z\",\n  \"cores\": ")
                .contains("\"jdk\": \"" + Runtime.version() + "\"")
                .endsWith("""
                        figures": [
                            {"name": "un \\"deux\\"", "value": 1234.568, "unit": "ms"},
                            {"name": "trois", "value": 100, "unit": "s"}
                          ]
                        }
                        """);
    }

    @Test
    void the_table_does_not_depend_on_the_locale() {
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
            assertThat(report.figure("a", 0.5, "ms").table()).contains("0.5 ms");
        } finally {
            Locale.setDefault(locale);
        }
    }
}
