package fr.roubaix.cln.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import fr.roubaix.cln.web.Measures.Reader;

class MeasuresTest {

    private static final double CAPITAL_OF_INSTRUMENT_SANS = 0.72;

    @Test
    void the_usual_kiosk_has_the_pixels_of_the_pictures() {
        var usual = Measures.usual();

        assertThat(IntStream.rangeClosed(1, 4).map(usual::body)).containsExactly(24, 28, 34, 40);
        assertThat(usual.target()).isEqualTo(72);
        assertThat(usual.gap()).isEqualTo(14);
        assertThat(usual.smallest()).isEqualTo(20);
    }

    @Test
    void a_tablet_for_residents_has_letters_of_thirty_pixels_and_an_agents_may_be_smaller() {
        assertThat(new Measures(Reader.RESIDENT_TABLET, 5.88, 450).body(1)).isEqualTo(30);
        assertThat(new Measures(Reader.AGENT_TABLET, 5.88, 450).body(1)).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({"KIOSK, 2.1", "KIOSK, 4.03", "KIOSK, 7.77", "RESIDENT_TABLET, 5.88", "RESIDENT_TABLET, 11.3"})
    void whatever_the_screen_fingers_and_letters_keep_their_millimetres(Reader reader, double density) {
        var measures = new Measures(reader, density, 450);

        assertThat(measures.target() / density).isGreaterThanOrEqualTo(Measures.LEAST_TARGET);
        assertThat(measures.gap() / density).isGreaterThanOrEqualTo(Measures.LEAST_GAP);
        assertThat(measures.smallest() * CAPITAL_OF_INSTRUMENT_SANS / density)
                .isGreaterThanOrEqualTo(Measures.LEAST_CAPITAL);
        assertThat(measures.body(1)).isGreaterThanOrEqualTo(measures.smallest());
    }

    @ParameterizedTest
    @EnumSource
    void each_text_size_is_larger_than_the_one_before(Reader reader) {
        var measures = new Measures(reader, 4.03, 600);

        assertThat(IntStream.rangeClosed(1, 4).map(measures::body).boxed())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void who_stands_farther_reads_larger_letters_within_reason() {
        int usual = new Measures(Reader.KIOSK, 4.03, 600).body(1);

        assertThat(new Measures(Reader.KIOSK, 4.03, 700).body(1)).isGreaterThan(usual);
        assertThat(new Measures(Reader.KIOSK, 4.03, 400).body(1)).isEqualTo(usual);
        assertThat(new Measures(Reader.KIOSK, 4.03, 1_500).body(1)).isLessThanOrEqualTo(usual * 5 / 4 + 1);
    }

    @Test
    void the_document_learns_every_size_in_its_style() {
        assertThat(Measures.usual().css())
                .contains("--cln-mm:4.030px;", "--cln-target:72px;", "--cln-body-4:40px;")
                .contains("[data-size=\"3\"]{--cln-body:34px;--aura-base-font-size:34;}")
                .doesNotContain(",");
    }

    @Test
    void a_screen_without_pixels_is_no_screen() {
        assertThatThrownBy(() -> new Measures(Reader.KIOSK, 0, 600)).isInstanceOf(IllegalArgumentException.class);
    }
}
