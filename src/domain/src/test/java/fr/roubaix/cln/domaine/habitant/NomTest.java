package fr.roubaix.cln.domaine.habitant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.domaine.habitant.Saisie.Motif;

class NomTest {

    private static final String ZWJ = "\u200D";
    private static final String ZWNJ = "\u200C";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "Ng",
                "O'Brien",
                "O’Connor",
                "N’Diaye",
                "D'Hondt-Van den Broeck",
                "Jean-Noël",
                "Łukasz",
                "Nguyễn Thị Minh",
                "M. Saint-Léger",
                "محمد علي",
                "فاطمة الزهراء",
                "שָׂרָה כהן",
                "李小龍",
                "Ольга",
                "Αθηνά",
                "சரவணன்",
                "ქეთევან",
                "می\u200Cخواهم",
                "ක්\u200Dරිස්ටි"
            })
    void names_of_every_script_are_accepted_as_written(String nom) {
        assertThat(Nom.lire(nom)).isEqualTo(new Saisie.Lue<>(new Nom(nom)));
    }

    @Test
    void one_hundred_characters_are_accepted_and_one_more_is_refused() {
        assertThat(Nom.lire("a".repeat(100))).isInstanceOf(Saisie.Lue.class);
        assertThat(Nom.lire("a".repeat(101))).isEqualTo(refus(Motif.TROP_LONG));
    }

    @Test
    void length_is_counted_in_characters_not_in_units_of_the_encoding() {
        assertThat(Nom.lire("𠮷".repeat(100))).isInstanceOf(Saisie.Lue.class);
        assertThat(Nom.lire("e\u0301".repeat(100))).isInstanceOf(Saisie.Lue.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u00A0\u3000\u2003"})
    void blank_is_nothing(String blanc) {
        assertThat(Nom.lire(blanc)).isEqualTo(refus(Motif.VIDE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoé 😀",
                "😀",
                "Zoé\uFE0F",
                "👩\u200D🚀",
                "Zoé♥",
                "1er",
                "Zoé2",
                "<b>",
                "Zoé;",
                "a/b",
                "a_b",
                "a@b",
                "Zoé\u0000",
                "Zoé\u202E",
                "\u202Dabc",
                "\u2066abc\u2069",
                "\u200Fمحمد",
                "\u061Cabc",
                "Zoé\uFEFF",
                "\u3164",
                "a\u115Fb",
                "\u0301abc"
            })
    void symbols_digits_and_invisible_characters_are_refused(String texte) {
        assertThat(Nom.lire(texte)).isEqualTo(refus(Motif.CARACTERE_INTERDIT));
    }

    @ParameterizedTest
    @ValueSource(strings = {ZWJ, ZWJ + "abc", "abc" + ZWJ, "a " + ZWJ + "b", "a" + ZWJ + ZWJ + "b", "a-" + ZWNJ + "b"})
    void a_joiner_is_tolerated_between_letters_only(String texte) {
        assertThat(Nom.lire(texte)).isEqualTo(refus(Motif.CARACTERE_INTERDIT));
    }

    @Test
    void a_name_has_at_least_one_letter() {
        assertThat(Nom.lire("-.'")).isEqualTo(refus(Motif.SANS_LETTRE));
    }

    @Test
    void text_is_composed_and_its_spaces_folded() {
        assertThat(Nom.lire("  Zoe\u0301\u00A0\u3000 Le\tGall ")).isEqualTo(new Saisie.Lue<>(new Nom("Zoé Le Gall")));
    }

    @Test
    void a_name_that_was_not_read_cannot_exist() {
        assertThatThrownBy(() -> new Nom("Zoe\u0301")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Nom(" Zoé")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Saisie<Nom> refus(Motif motif) {
        return new Saisie.Refusee<>(motif);
    }
}
