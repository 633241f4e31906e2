package fr.roubaix.cln.adresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sample of what {@code ./cln bench adresses} measures on a whole town. */
class MisspeltQueriesTest {

    private static final long SEED = 7;

    @TempDir
    Path folder;

    @Test
    void the_right_street_is_among_the_first_three_for_19_misspelt_queries_out_of_20() throws IOException {
        var book = Town.fictitious(folder, SEED, 600, 6_000);
        var streets = book.streets();
        var misspelling = new Misspelling(SEED);
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String street = streets.get(i * 5);
            String typed = misspelling.of(street, i);
            if (firstThree(book, typed).noneMatch(street::equals)) {
                missed.add(typed + " → " + street);
            }
        }
        assertThat(missed).as("seed %d", SEED).hasSizeLessThanOrEqualTo(6);
    }

    private static Stream<String> firstThree(AddressBook book, String typed) {
        return book.search(typed, 3) instanceof Answer.Suggestions(var suggestions)
                ? suggestions.stream().map(Suggestion::street)
                : Stream.empty();
    }
}
