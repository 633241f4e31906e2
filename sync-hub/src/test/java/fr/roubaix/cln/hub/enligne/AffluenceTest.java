package fr.roubaix.cln.hub.enligne;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

import fr.roubaix.cln.hub.limites.Debit;
import fr.roubaix.cln.hub.limites.Porte;

/** The limits as they are delivered: who must be able to apply, and what a flood may do. */
class AffluenceTest {

    private final Map<Porte, Debit> doors = doors();

    @Test
    void a_family_or_a_library_behind_one_address_may_apply_many_times_an_hour() {
        var door = doors.get(Porte.DEPOTS);
        assertThat(door.rafale()).isGreaterThanOrEqualTo(10);
        assertThat(Duration.ofHours(1).toMinutes() * door.parMinute()).isGreaterThanOrEqualTo(60);
    }

    @Test
    void every_address_together_is_held_at_a_rate_that_a_last_evening_does_not_reach() {
        var door = doors.get(Porte.DEPOTS_EN_TOUT);
        assertThat(door.parMinute()).isBetween(20, 60);
        assertThat(door.rafale()).isGreaterThan(doors.get(Porte.DEPOTS).rafale());
    }

    private static Map<Porte, Debit> doors() {
        try {
            var environment = new StandardEnvironment();
            new YamlPropertySourceLoader()
                    .load("application", new ClassPathResource("application.yml"))
                    .forEach(environment.getPropertySources()::addLast);
            return Binder.get(environment)
                    .bind("cln.hub.limites", fr.roubaix.cln.hub.limites.Limites.class)
                    .get()
                    .portes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
