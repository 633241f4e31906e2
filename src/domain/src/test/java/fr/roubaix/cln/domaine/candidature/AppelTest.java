package fr.roubaix.cln.domaine.candidature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AppelTest {

    private static Appel appel(String ouvreLe, String jusquAu, @Nullable LocalTime heure) {
        LocalDate fin = LocalDate.parse(jusquAu);
        return new Appel(
                new AppelId("2027"), LocalDate.parse(ouvreLe), fin, heure, fin, fin.plusDays(10), "Hôtel de ville");
    }

    private static boolean accepte(Appel appel, String instant) {
        return appel.accepte(Instant.parse(instant));
    }

    @Test
    void the_first_and_last_days_are_included_from_midnight_to_midnight_in_roubaix() {
        Appel hiver = appel("2027-01-04", "2027-02-05", null);
        assertThat(accepte(hiver, "2027-01-03T22:59:59.999999999Z")).isFalse();
        assertThat(accepte(hiver, "2027-01-03T23:00:00Z")).isTrue();
        assertThat(accepte(hiver, "2027-02-05T22:59:59.999999999Z")).isTrue();
        assertThat(accepte(hiver, "2027-02-05T23:00:00Z")).isFalse();
    }

    @Test
    void summer_time_moves_both_midnights() {
        Appel printemps = appel("2027-03-28", "2027-03-28", null);
        assertThat(printemps.ouverture()).isEqualTo("2027-03-27T23:00:00Z");
        assertThat(printemps.fin()).isEqualTo("2027-03-28T22:00:00Z");
        Appel automne = appel("2027-10-31", "2027-10-31", null);
        assertThat(automne.ouverture()).isEqualTo("2027-10-30T22:00:00Z");
        assertThat(automne.fin()).isEqualTo("2027-10-31T23:00:00Z");
    }

    @Test
    void an_hour_ends_the_last_day_before_midnight() {
        Appel appel = appel("2027-06-01", "2027-06-30", LocalTime.of(17, 0));
        assertThat(accepte(appel, "2027-06-30T14:59:59Z")).isTrue();
        assertThat(accepte(appel, "2027-06-30T15:00:00Z")).isFalse();
    }

    @Test
    void dates_out_of_order_make_no_call() {
        assertThatThrownBy(() -> appel("2027-06-02", "2027-06-01", null)).isInstanceOf(IllegalArgumentException.class);
    }
}
