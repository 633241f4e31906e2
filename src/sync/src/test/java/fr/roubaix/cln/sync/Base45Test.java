package fr.roubaix.cln.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base45Test {

    @ParameterizedTest
    @CsvSource({"AB, BB8", "Hello!!, %69 VD92EX0", "base-45, UJCLQE7W581", "ietf!, QED8WEX0"})
    void the_examples_of_rfc_9285_come_out(String plain, String encoded) {
        assertThat(Base45.encode(plain.getBytes(UTF_8))).isEqualTo(encoded);
        assertThat(Base45.decode(encoded)).hasValue(plain.getBytes(UTF_8));
    }

    @Test
    void nothing_stays_nothing() {
        assertThat(Base45.encode(new byte[0])).isEmpty();
        assertThat(Base45.decode("")).hasValue(new byte[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GGW", ":::", "::", "U6", "A", "BB8A", "bb8", "BB_", "BB\u00e9", "BB8\n0"})
    void what_rfc_9285_forbids_is_refused(String text) {
        assertThat(Base45.decode(text)).isEmpty();
    }

    @Test
    void the_largest_groups_are_read() {
        assertThat(Base45.decode("FGW")).hasValue(new byte[] {-1, -1});
        assertThat(Base45.decode("U5")).hasValue(new byte[] {-1});
    }

    @Test
    void random_bytes_come_back() {
        long seed = 9285;
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[random.nextInt(100)];
            random.nextBytes(bytes);
            assertThat(Base45.decode(Base45.encode(bytes)))
                    .as("seed %d, round %d", seed, i)
                    .hasValue(bytes);
        }
    }
}
