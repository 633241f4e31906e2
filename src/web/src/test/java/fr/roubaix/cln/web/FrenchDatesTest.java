package fr.roubaix.cln.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;

class FrenchDatesTest {

    private static final LocalDate PREMIER_MAI = LocalDate.of(2027, 5, 1);
    private static final LocalDate QUINZE_DECEMBRE = LocalDate.of(2026, 12, 15);

    @Test
    void the_first_of_a_month_is_1er_and_the_other_days_are_numbers() {
        assertThat(FrenchDates.fullDay(PREMIER_MAI)).isEqualTo("samedi 1er mai 2027");
        assertThat(FrenchDates.day(PREMIER_MAI)).isEqualTo("1er mai 2027");
        assertThat(FrenchDates.shortDay(PREMIER_MAI)).isEqualTo("1er mai");
        assertThat(FrenchDates.fullDay(QUINZE_DECEMBRE)).isEqualTo("mardi 15 décembre 2026");
        assertThat(FrenchDates.day(LocalDate.of(2027, 8, 31))).isEqualTo("31 août 2027");
        assertThat(FrenchDates.shortDay(QUINZE_DECEMBRE)).isEqualTo("15 déc.");
    }

    @Test
    void hours_go_to_24_with_two_digits_of_minutes_and_none_on_the_hour() {
        assertThat(FrenchDates.hour(LocalTime.of(18, 5))).isEqualTo("18\u00a0h\u00a005");
        assertThat(FrenchDates.hour(LocalTime.of(0, 30))).isEqualTo("0\u00a0h\u00a030");
        assertThat(FrenchDates.hour(LocalTime.of(18, 0))).isEqualTo("18\u00a0h");
    }

    @Test
    void an_instant_is_told_as_the_clocks_of_roubaix_show_it_in_summer_and_in_winter() {
        assertThat(FrenchDates.fullInstant(Instant.parse("2027-04-30T22:05:00Z")))
                .isEqualTo("samedi 1er mai 2027 à 0\u00a0h\u00a005");
        assertThat(FrenchDates.instant(Instant.parse("2026-12-15T17:05:59Z")))
                .isEqualTo("15 décembre 2026 à 18\u00a0h\u00a005");
        assertThat(FrenchDates.shortInstant(Instant.parse("2026-12-15T17:00:00Z")))
                .isEqualTo("15 déc. à 18\u00a0h");
    }

    @Test
    void the_end_of_a_call_has_its_hour_when_the_call_has_one() {
        assertThat(FrenchDates.end(appel(null))).isEqualTo("mardi 15 décembre 2026");
        assertThat(FrenchDates.end(appel(LocalTime.of(17, 30)))).isEqualTo("mardi 15 décembre 2026, 17\u00a0h\u00a030");
    }

    private static Appel appel(@Nullable LocalTime heure) {
        return new Appel(
                new AppelId("2027"),
                LocalDate.of(2026, 11, 1),
                QUINZE_DECEMBRE,
                heure,
                LocalDate.of(2027, 1, 1),
                LocalDate.of(2027, 1, 20),
                "Hôtel de ville");
    }
}
