package fr.roubaix.cln.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published draws come out byte for byte, whatever the machine. */
class VectorsTest {

    @TempDir
    Path folder;

    @Test
    void there_are_fifteen_published_draws() {
        assertThat(Vector.all()).hasSize(15);
    }

    @ParameterizedTest
    @MethodSource("fr.roubaix.cln.verifier.Vector#all")
    void the_command_writes_the_published_bytes(Vector vector) throws Exception {
        Run run = Run.in(folder, draw(vector));

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(Files.readString(folder.resolve("pv.json")))
                .isEqualTo(new String(vector.pv(), StandardCharsets.UTF_8));
        assertThat(folder.toFile().list()).containsExactly("pv.json");
    }

    @ParameterizedTest
    @MethodSource("fr.roubaix.cln.verifier.Vector#all")
    void the_verifier_accepts_the_published_bytes(Vector vector) {
        assertThat(Verification.verifier(vector.pv(), vector.listBytes())).isInstanceOf(Verdict.Conforme.class);
    }

    @ParameterizedTest
    @MethodSource("fr.roubaix.cln.verifier.Vector#all")
    void locale_and_time_zone_change_nothing(Vector vector) throws Exception {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar-SA-u-nu-arab", "th-TH-u-nu-thai")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                assertThat(Run.in(folder, draw(vector)).code()).isZero();
                assertThat(Files.readAllBytes(folder.resolve("pv.json"))).isEqualTo(vector.pv());
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static String[] draw(Vector vector) {
        List<String> args = new ArrayList<>(List.of("tirage", vector.list().toString()));
        args.addAll(vector.options());
        return args.toArray(String[]::new);
    }
}
