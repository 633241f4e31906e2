package fr.roubaix.cln.domaine.calendrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelaiDUnMoisTest {

    @ParameterizedTest
    @CsvSource({
        "2027-04-01, 2027-05-03",
        "2027-04-06, 2027-05-07",
        "2027-02-28, 2027-03-30",
        "2027-04-16, 2027-05-18",
        "2027-01-31, 2027-03-01",
        "2028-01-31, 2028-02-29",
        "2026-11-23, 2026-12-23",
        "2026-12-01, 2027-01-04"
    })
    void a_month_ends_on_the_same_day_or_the_last_one_and_on_a_working_day(LocalDate received, LocalDate last) {
        assertThat(new DelaiDUnMois(received).echeance()).isEqualTo(last);
    }

    @Test
    void an_extension_adds_two_months_to_the_first() {
        assertThat(new DelaiDUnMois(LocalDate.of(2027, 4, 1)).echeanceProlongee())
                .isEqualTo(LocalDate.of(2027, 7, 1));
        assertThat(new DelaiDUnMois(LocalDate.of(2027, 4, 14)).echeanceProlongee())
                .as("14 July")
                .isEqualTo(LocalDate.of(2027, 7, 15));
    }

    @ParameterizedTest
    @CsvSource({"1961, 1961-04-02", "2000, 2000-04-23", "2026, 2026-04-05", "2027, 2027-03-28", "2038, 2038-04-25"})
    void easter_is_where_the_calendars_print_it(int year, LocalDate easter) {
        assertThat(JoursOuvres.paques(year)).isEqualTo(easter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-29", "2027-05-06", "2027-05-17", "2027-05-01", "2027-07-14", "2027-11-11"})
    void public_holidays_are_no_working_days(LocalDate day) {
        assertThat(JoursOuvres.estFerie(day)).isTrue();
        assertThat(JoursOuvres.estOuvre(day)).isFalse();
    }
}
