package fr.roubaix.cln.hub.limites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

import io.github.bucket4j.TimeMeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortierTest {

    private static final String HERE = "203.0.113.1";

    private final HandMeter time = new HandMeter();
    private final Portier portier = new Portier(limits(new Debit(10, 60)), time);

    @Test
    void so_many_pass_together_then_one_by_one_at_the_pace_of_the_door() {
        for (int i = 0; i < 10; i++) {
            assertThat(portier.attente(Porte.PAGES, HERE)).isEmpty();
        }
        assertThat(portier.attente(Porte.PAGES, HERE)).contains(Duration.ofSeconds(1));
        time.advance(Duration.ofMillis(400));
        assertThat(portier.attente(Porte.PAGES, HERE)).contains(Duration.ofMillis(600));
        time.advance(Duration.ofMillis(600));
        assertThat(portier.attente(Porte.PAGES, HERE)).isEmpty();
        assertThat(portier.attente(Porte.PAGES, HERE)).isPresent();
        time.advance(Duration.ofHours(5));
        for (int i = 0; i < 10; i++) {
            assertThat(portier.attente(Porte.PAGES, HERE)).isEmpty();
        }
        assertThat(portier.attente(Porte.PAGES, HERE)).as("nothing is saved up").isPresent();
    }

    @Test
    void each_door_and_each_visitor_is_counted_apart() {
        portier.alourdir(Porte.ENTREES, HERE, 10);
        assertThat(portier.attente(Porte.ENTREES, HERE)).isPresent();
        assertThat(portier.attente(Porte.PAGES, HERE)).isEmpty();
        assertThat(portier.attente(Porte.ENTREES, "203.0.113.2")).isEmpty();
    }

    @Test
    void what_is_held_against_a_visitor_never_shuts_the_door_for_longer_than_it_takes_to_fill() {
        portier.alourdir(Porte.BORNES, HERE, 1_000_000);
        assertThat(portier.attente(Porte.BORNES, HERE)).contains(Duration.ofSeconds(1));
    }

    @Test
    void a_crowd_of_addresses_makes_it_forget_and_never_grow() {
        var small = new Portier(new Limites(1_000, limits(new Debit(10, 60)).portes()), time);
        for (int i = 0; i < 50_000; i++) {
            small.attente(Porte.PAGES, "visiteur-" + i);
        }
        assertThat(small.connus()).isLessThanOrEqualTo(1_000);
        time.advance(Debit.OUBLI.plusSeconds(1));
        assertThat(small.connus()).isZero();
    }

    @Test
    void a_door_without_a_limit_or_a_limit_without_end_is_refused_at_the_start() {
        assertThatThrownBy(() -> new Limites(10, Map.of(Porte.PAGES, new Debit(1, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ENTREES");
        assertThatThrownBy(() -> new Debit(0, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Debit(10, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Debit(11, 1))
                .as("forgotten before it is paid")
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::1, 20010db800010002",
        "0:0:0:0:0:0:0:1, 0000000000000000",
        "nimporte-quoi, nimporte-quoi"
    })
    void a_house_has_one_address_however_many_its_provider_gave_it(String address, String network) {
        assertThat(Adresse.reseau(address)).isEqualTo(network);
        assertThat(Adresse.reseau("x".repeat(10_000))).hasSizeLessThan(100);
    }

    private static Limites limits(Debit everywhere) {
        var doors = new EnumMap<Porte, Debit>(Porte.class);
        EnumSet.allOf(Porte.class).forEach(door -> doors.put(door, everywhere));
        return new Limites(1_000, doors);
    }

    private static final class HandMeter implements TimeMeter {
        private long nanos;

        void advance(Duration by) {
            nanos += by.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
