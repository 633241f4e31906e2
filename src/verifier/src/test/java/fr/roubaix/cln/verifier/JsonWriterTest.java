package fr.roubaix.cln.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Against what ECMAScript's {@code JSON.stringify(value, null, 2)} gives, and a line feed. */
class JsonWriterTest {

    private final JsonWriter json = new JsonWriter(0);

    private String written() {
        return new String(json.toBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void empty_objects_and_arrays_hold_on_one_line() {
        json.object(() -> {
            json.name("a").array(List.of(), (_, _) -> {});
            json.name("b").object(() -> {});
        });
        assertThat(written()).isEqualTo("{\n  \"a\": [],\n  \"b\": {}\n}\n");
    }

    @Test
    void nested_values_are_indented_by_two_spaces() {
        json.array(List.of(1, 2), (w, n) -> w.object(() -> w.name("n").number(n)));
        assertThat(written()).isEqualTo("[\n  {\n    \"n\": 1\n  },\n  {\n    \"n\": 2\n  }\n]\n");
    }

    @Test
    void only_what_ecmascript_escapes_is_escaped() {
        json.string("\"\\/\b\f\n\r\t\u0000\u001F\u007Fé€😀\u2028\uD800");
        assertThat(written()).isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007Fé€😀\u2028\\ud800\"\n");
    }

    @Test
    void literals_are_written_bare() {
        json.array(List.of(true, false), JsonWriter::bool);
        assertThat(written()).isEqualTo("[\n  true,\n  false\n]\n");
        assertThat(new String(new JsonWriter(0).nothing().toBytes(), StandardCharsets.UTF_8))
                .isEqualTo("null\n");
    }
}
