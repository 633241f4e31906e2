package fr.roubaix.cln.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.web.server.PortInUseException;

class StartupRefusalTest {

    /** Where a kiosk of this test may stand. */
    enum Mairie {
        CENTRE,
        NORD
    }

    /** Settings of this test. */
    record Reglages(Mairie mairie, int nombre) {}

    @Test
    void a_refusal_is_told_in_its_own_sentence_however_deep_it_lies() {
        var refusal = new StartupRefusedException("Le coffre manque. Restaurez-le.");
        assertThat(StartupRefusal.sentence(new IllegalStateException(new IllegalStateException(refusal))))
                .contains("Le coffre manque. Restaurez-le.");
        assertThat(StartupRefusal.sentence(new DatabaseRefusedException("La base manque.")))
                .contains("La base manque.");
    }

    @Test
    void an_unknown_word_in_a_setting_is_told_with_the_words_that_exist() {
        assertThat(StartupRefusal.sentence(binding("cln.kiosk.mairie", "lyon")))
                .contains("Le réglage cln.kiosk.mairie ne peut pas valoir « lyon »."
                        + " Écrivez l’un de ces mots : centre, nord.");
    }

    @Test
    void a_busy_port_is_told_with_its_number() {
        assertThat(StartupRefusal.sentence(new PortInUseException(8080)))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("8080"));
    }

    @Test
    void what_only_a_programmer_understands_keeps_its_stack_trace() {
        assertThat(StartupRefusal.sentence(new IllegalStateException("bug"))).isEmpty();
        assertThat(StartupRefusal.sentence(binding("cln.kiosk.nombre", "beaucoup")))
                .isEmpty();
    }

    private static Throwable binding(String name, String value) {
        var binder = new Binder(new MapConfigurationPropertySource(Map.of(name, value)));
        return catchThrowable(() -> binder.bind("cln.kiosk", Reglages.class));
    }
}
