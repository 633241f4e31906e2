package fr.roubaix.cln.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.junit.jupiter.api.Test;

class WordsTest {

    private final Words words = new Words(Locale.FRENCH);

    @Test
    void an_application_has_its_own_words_before_the_shared_ones() {
        assertThat(words.getTranslation("essai.application", Locale.FRENCH)).isEqualTo("De l’application");
        assertThat(words.getTranslation("saisie.jour.libelle", Locale.FRENCH)).isEqualTo("Jour");
    }

    @Test
    void parameters_are_filled_in() {
        assertThat(words.getTranslation("essai.parametre", Locale.FRANCE, 3)).isEqualTo("Étape 3");
    }

    @Test
    void a_key_without_text_is_seen() {
        assertThat(words.getTranslation("essai.absent", Locale.FRENCH)).isEqualTo("!essai.absent!");
    }

    @Test
    void a_name_or_a_number_keeps_its_own_direction_in_arabic() {
        var spoken = new Words(Locale.forLanguageTag("ar"), Locale.FRENCH);
        assertThat(spoken.getTranslation("parcours.fin.numero.epele", Locale.forLanguageTag("ar"), "7F3K9", "Q2MXE"))
                .contains("\u20687F3K9\u2069");
        assertThat(spoken.getTranslation("saisie.etape", Locale.forLanguageTag("ar"), 2, 6))
                .isEqualTo("الخطوة 2 من 6");
    }
}
