package fr.roubaix.cln.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.sync.Hash;

class ReadEditionTest {

    private static final Hash CONTENT = Hash.of(new byte[] {1});
    private static final Hash OTHER = Hash.of(new byte[] {2});

    @Test
    void what_the_hub_gives_with_an_edition_is_what_it_reads_back() {
        var read = ReadEdition.parse(ReadEdition.tag(1_790_000_001L, CONTENT)).orElseThrow();
        assertThat(read.serial()).isEqualTo(1_790_000_001L);
        assertThat(ReadEdition.parse("W/" + ReadEdition.tag(1_790_000_001L, CONTENT)))
                .contains(read);
    }

    @Test
    void an_edition_outweighs_the_lower_ones_and_another_of_the_same_serial() {
        var read = ReadEdition.parse(ReadEdition.tag(10, CONTENT)).orElseThrow();
        assertThat(read.outweighs(9, CONTENT)).isTrue();
        assertThat(read.outweighs(10, OTHER)).isTrue();
        assertThat(read.outweighs(10, CONTENT)).isFalse();
        assertThat(read.outweighs(11, OTHER)).isFalse();
    }

    @Test
    void of_an_edition_that_came_without_a_tag_the_serial_alone_counts() {
        var read = ReadEdition.parse("\"10\"").orElseThrow();
        assertThat(read.outweighs(9, OTHER)).isTrue();
        assertThat(read.outweighs(10, OTHER)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"\"",
                "*",
                "10",
                "\"-1-0123456789abcdef\"",
                "\"1099511627776-0123456789abcdef\"",
                "\"9223372036854775807-0123456789abcdef\"",
                "\"10-xyz\"",
                "\"10-0123456789abcdef\", \"11-0123456789abcdef\""
            })
    void what_names_no_edition_or_a_number_that_no_clock_gives_is_not_followed(String header) {
        assertThat(ReadEdition.parse(header)).isEmpty();
    }
}
