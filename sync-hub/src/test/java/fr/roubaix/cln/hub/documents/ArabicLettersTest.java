package fr.roubaix.cln.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters join as the charts of Unicode show them. */
class ArabicLettersTest {

    private final ArabicLetters letters = new ArabicLetters();

    @ParameterizedTest
    @CsvSource({
        // four letters that join, from the first to the last
        "\u0628\u064a\u062a, \ufe91\ufef4\ufe96",
        // none joins the next
        "\u062f\u0627\u0631, \ufea9\ufe8d\ufead",
        // a letter that does not join the next parts a word in two
        "\u0645\u062f\u0631\u0633\u0629, \ufee3\ufeaa\ufead\ufeb3\ufe94",
        // lam and alef are one sign, joined or not
        "\u0644\u0627, \ufefb",
        "\u0633\u0644\u0627\u0645, \ufeb3\ufefc\ufee1",
        // a mark above a letter does not part it from the next
        "\u0628\u064e\u064a\u0652\u062a, \ufe91\u064e\ufef4\u0652\ufe96",
        // letters of Persian
        "\u0686\u067e, \ufb7c\ufb57",
        // hamza joins nothing
        "\u0645\u0627\u0621, \ufee3\ufe8e\ufe80",
        // not Arabic
        "Samira 12, Samira 12",
    })
    void each_letter_takes_the_form_that_its_neighbours_ask_for(String typed, String shaped) {
        assertThat(letters.shapeText(typed)).isEqualTo(shaped);
        assertThat(letters.deshapeText(shaped)).isEqualTo(typed);
    }

    @Test
    void a_run_is_laid_from_the_right_its_marks_behind_their_letters_and_its_brackets_turned() {
        assertThat(letters.reorderRTLTextToLTR("\u0628\u064e\u064a (\u062a)")).isEqualTo("(\u062a) \u064a\u0628\u064e");
        assertThat(letters.reorderRTLTextToLTR("")).isEmpty();
    }

    @Test
    void a_number_inside_a_run_is_read_from_left_to_right() {
        assertThat(letters.reorderRTLTextToLTR("\u0628\u064a\u062a 12")).isEqualTo("12 \u062a\u064a\u0628");
    }

    @Test
    void laid_twice_a_run_is_what_was_read() {
        String run = "\u0627\u0644\u0633\u0644\u0627\u0645 \u00ab\u0628\u064e\u064a\u0652\u062a\u00bb";
        assertThat(letters.reorderRTLTextToLTR(letters.reorderRTLTextToLTR(run)))
                .isEqualTo(run);
    }
}
