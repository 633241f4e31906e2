package fr.roubaix.cln.adresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.adresses.Suggestion.House;
import fr.roubaix.cln.domaine.secteur.Secteur;

class SearchTest {

    @TempDir
    static Path folder;

    private static AddressBook book;

    @BeforeAll
    static void import_a_small_town() throws IOException {
        var town = new Town(folder);
        town.done(town.importer().sectors(town.sectors()));
        town.done(town.importer()
                .addresses(
                        town.csv(
                                Town.line("12", "", "Rue de l'Ourdissoir"),
                                Town.line("12", "bis", "Rue de l'Ourdissoir"),
                                Town.line("12", "C", "Rue de l'Ourdissoir"),
                                Town.line("120", "", "Rue de l'Ourdissoir"),
                                Town.line("14", "", "Rue de l'Ourdissoir", "3.1900", "50.7050"),
                                Town.line("3", "", "Boulevard du Général Lefrançois"),
                                Town.line("3", "", "Avenue Jean Lefrançois"),
                                Town.line("8", "", "Rue du 8 Mai Fictif"),
                                Town.line("5", "", "Rue du 8 Mai Fictif"),
                                Town.line("1", "", "Place Sainte-Éléonore"),
                                Town.line("7", "", "Rue de Tourcoing"),
                                Town.line("99999", "", "Cour des Brodeuses"),
                                Town.line("2", "", "Rue de l'Orée", "3.0500", "50.6000"),
                                "1;;Rue Nationale;59200;59599;Tourcoing;3.1580;50.7220"),
                        false));
        book = AddressBook.open(town.book);
    }

    private static List<String> found(String typed) {
        return switch (book.search(typed, 3)) {
            case Answer.Suggestions(var suggestions) ->
                suggestions.stream().map(Suggestion::label).toList();
            case Answer.OutOfTown(var where) -> List.of("hors de Roubaix : " + where);
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12 rue de l'ourdissoir",
                "12 RUE DE L’OURDISSOIR",
                "12, r. ourdissoir 59100 Roubaix",
                "ourdissoir 12",
                "12 rue de lourdissoir",
                "12 ourdisoir",
                "12 rue hourdissoire",
                "12 rue de l'ourdisosir",
                "12 ourdiss",
                "12 avenue de l'ourdissoir",
                "  12   rue   ourdissoir  "
            })
    void a_house_is_found_however_it_is_written(String typed) {
        assertThat(found(typed)).startsWith("12 rue de l’Ourdissoir");
    }

    @ParameterizedTest
    @CsvSource({
        "12 bis rue ourdissoir, 12 bis rue de l’Ourdissoir",
        "12bis rue ourdissoir, 12 bis rue de l’Ourdissoir",
        "12b rue ourdissoir, 12 bis rue de l’Ourdissoir",
        "12 b ourdissoir, 12 bis rue de l’Ourdissoir",
        "rue ourdissoir 12 bis, 12 bis rue de l’Ourdissoir",
        "12 C rue ourdissoir, 12 C rue de l’Ourdissoir"
    })
    void bis_and_letters_are_part_of_the_number(String typed, String expected) {
        assertThat(found(typed)).first().isEqualTo(expected);
    }

    @Test
    void a_number_is_followed_by_those_that_begin_like_it() {
        assertThat(found("12 rue de l’ourdissoir"))
                .containsExactly("12 rue de l’Ourdissoir", "12 bis rue de l’Ourdissoir", "12 C rue de l’Ourdissoir");
        assertThat(found("120 rue de l’ourdissoir")).containsExactly("120 rue de l’Ourdissoir");
    }

    @Test
    void without_a_number_streets_are_found() {
        assertThat(found("ourdis")).containsExactly("Rue de l’Ourdissoir");
        assertThat(found("lefrancois"))
                .containsExactlyInAnyOrder("Boulevard du Général Lefrançois", "Avenue Jean Lefrançois");
    }

    @Test
    void titles_and_kinds_of_ways_tell_namesakes_apart() {
        assertThat(found("3 bd gal lefrancois")).first().isEqualTo("3 boulevard du Général Lefrançois");
        assertThat(found("3 av j lefrancois")).first().isEqualTo("3 avenue Jean Lefrançois");
        assertThat(found("1 pl ste eleonore")).containsExactly("1 place Sainte-Éléonore");
    }

    @Test
    void a_date_is_no_house_number_and_a_house_may_stand_in_a_street_with_a_date() {
        assertThat(found("8 mai")).containsExactly("Rue du 8 Mai Fictif");
        assertThat(found("8 rue du 8 mai")).first().isEqualTo("8 rue du 8 Mai Fictif");
        assertThat(found("5 rue du 8 mai fictif")).first().isEqualTo("5 rue du 8 Mai Fictif");
    }

    @Test
    void the_mistyped_beginning_of_a_last_word_does_not_hide_the_street() {
        assertThat(found("3 bd general lfr")).first().isEqualTo("3 boulevard du Général Lefrançois");
    }

    @Test
    void a_number_that_the_street_has_not_gives_the_nearest_ones() {
        assertThat(found("13 rue de l'ourdissoir")).first().isEqualTo("12 rue de l’Ourdissoir");
    }

    @Test
    void a_place_without_numbers_is_found_as_a_street() {
        assertThat(found("cour brodeuses")).containsExactly("Cour des Brodeuses");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "12", "rue", "12 rue de la", "…", "xkcdqzw", "12 rue zzzzzz"})
    void nothing_near_gives_nothing(String typed) {
        assertThat(found(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "12 rue Nationale 59200 Tourcoing, 59200 Tourcoing",
        "'12 rue Nationale, Tourcoing', Tourcoing",
        "12 rue nationale tourcoing, tourcoing",
        "7 rue de Tourcoing 59000 Lille, 59000 Lille"
    })
    void another_town_is_recognised(String typed, String where) {
        assertThat(found(typed)).containsExactly("hors de Roubaix : " + where);
    }

    @Test
    void a_street_of_roubaix_may_bear_the_name_of_another_town() {
        assertThat(found("7 rue de Tourcoing")).containsExactly("7 rue de Tourcoing");
        assertThat(found("7 rue de Tourcoing, 59100 Roubaix")).containsExactly("7 rue de Tourcoing");
    }

    @Test
    void each_house_has_the_sector_where_it_stands_and_none_outside_all() {
        assertThat(book.housesOf("Rue de l’Ourdissoir"))
                .extracting(House::number, House::secteur)
                .contains(
                        org.assertj.core.api.Assertions.tuple(new HouseNumber(12, "bis"), Optional.of(Secteur.CENTRE)),
                        org.assertj.core.api.Assertions.tuple(new HouseNumber(14, ""), Optional.of(Secteur.NORD)));
        assertThat(book.housesOf("Rue de l’Orée")).extracting(House::secteur).containsExactly(Optional.empty());
    }

    @Test
    void the_same_words_always_give_the_same_suggestions() {
        assertThat(found("lefrancois")).isEqualTo(found("lefrancois"));
        assertThat(found("3 lefrancois")).hasSize(2).isEqualTo(found("3 lefrançois"));
    }

    @Test
    void anything_typed_is_answered() {
        long seed = 20260302;
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String typed = random.ints(random.nextInt(40), 0, 0x2000)
                    .filter(Character::isDefined)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(book.search(typed, 3)).as("seed %d, round %d", seed, i).isNotNull();
        }
        assertThat(book.search("rue ".repeat(50_000), 3)).isNotNull();
    }
}
