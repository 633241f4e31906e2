package fr.roubaix.cln.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line does not end behind an apostrophe. */
class LineBreaksTest {

    @ParameterizedTest
    @ValueSource(strings = {"la Ville l’en informe", "la Ville l'en informe"})
    void an_elided_word_stays_with_the_next(String text) {
        var breaks = new LineBreaks();
        breaks.setText(text);
        var found = new ArrayList<String>();
        int from = 0;
        for (int to = breaks.next(); to >= 0; to = breaks.next()) {
            found.add(text.substring(from, to));
            from = to;
        }
        assertThat(found).hasSize(4).element(2).asString().endsWith("en ");
    }

    @Test
    void nothing_has_no_place_to_break() {
        var breaks = new LineBreaks();
        breaks.setText("");
        assertThat(breaks.next()).isLessThanOrEqualTo(0);
    }
}
