package fr.roubaix.cln.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.roubaix.cln.web.language.Language;

class DatesTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 6);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FRENCH      | vendredi 6 juin 2025
            EASY_FRENCH | vendredi 6 juin 2025
            ENGLISH     | Friday 6 June 2025
            ARABIC      | الجمعة 6 يونيو 2025
            PORTUGUESE  | sexta-feira, 6 de junho de 2025
            """)
    void a_day_is_written_with_its_weekday_and_western_digits(Language language, String written) {
        assertThat(Dates.in(language.locale()).fullDay(DAY)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENGLISH    | Friday 6 June 2025 at 18:05
            ARABIC     | الجمعة 6 يونيو 2025 على الساعة 18:05
            PORTUGUESE | sexta-feira, 6 de junho de 2025 às 18:05
            """)
    void an_instant_is_told_on_24_hours_in_roubaix(Language language, String written) {
        assertThat(Dates.in(language.locale()).fullInstant(Instant.parse("2025-06-06T16:05:00Z")))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"FRENCH,18\u00a0h", "ENGLISH,18:00", "ARABIC,18:00"})
    void an_hour_is_short(Language language, String written) {
        assertThat(Dates.in(language.locale()).hour(LocalTime.of(18, 0))).isEqualTo(written);
    }
}
