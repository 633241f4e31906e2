package fr.roubaix.cln.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import fr.roubaix.cln.hub.security.ChangementDeCompte;
import fr.roubaix.cln.hub.security.DeuxVoix;
import fr.roubaix.cln.hub.security.ReinitialisationDuSecondFacteur;
import fr.roubaix.cln.hub.security.Role;
import fr.roubaix.cln.testkit.translation.TranslationKeys;

class TranslationsTest {

    private final TranslationKeys keys = TranslationKeys.of(
            List.of(
                    Path.of("src/main/resources/vaadin-i18n/translations_fr.properties"),
                    Path.of("../src/web/src/main/resources/cln-i18n/mots_fr.properties")),
            List.of(Path.of("src/main/java"), Path.of("../src/web/src/main/java")));

    @Test
    void every_text_is_shown_somewhere() {
        assertThat(keys.unused()).isEmpty();
    }

    @Test
    void every_key_has_its_french_text() {
        assertThat(keys.missing()).isEmpty();
    }

    @Test
    void every_text_is_a_pattern_that_can_be_filled() {
        assertThat(keys.unfillable()).isEmpty();
    }

    /** Keys made from a name at run time are not seen by the search of the code. */
    @ParameterizedTest
    @MethodSource
    void every_name_that_makes_a_key_has_its_french_text(String key) {
        assertThat(keys.texts().get(key)).isNotBlank();
    }

    static Stream<String> every_name_that_makes_a_key_has_its_french_text() {
        return Stream.of(
                        Stream.of(Role.values()).map(role -> "role." + role),
                        Stream.of(Role.values()).map(role -> "role." + role + ".aide"),
                        Stream.of(DeuxVoix.Refus.values()).map(refus -> "voix.refus." + refus),
                        Stream.of(ChangementDeCompte.Refus.values()).map(refus -> "comptes.refus." + refus),
                        Stream.of(ReinitialisationDuSecondFacteur.Issue.values())
                                .map(issue -> "comptes.telephone-retire." + issue))
                .flatMap(keys -> keys);
    }
}
