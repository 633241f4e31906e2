package fr.roubaix.cln.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.hub.fleet.CodeDAgent.Defaut;
import fr.roubaix.cln.sync.AgentId;

class CodeDAgentTest {

    @ParameterizedTest
    @ValueSource(strings = {"000000", "121212", "111222", "123456", "654321", "789012", "210987", "0123456789"})
    void what_everybody_tries_first_is_refused(String digits) {
        assertThat(CodeDAgent.defaut(digits)).contains(Defaut.DEVINABLE);
    }

    @ParameterizedTest
    @CsvSource({"12345, LONGUEUR", "'', LONGUEUR", "1234567890123, LONGUEUR", "12a456, PAS_DES_CHIFFRES"})
    void a_code_has_six_to_twelve_digits(String typed, Defaut defaut) {
        assertThat(CodeDAgent.defaut(typed)).contains(defaut);
    }

    @ParameterizedTest
    @ValueSource(strings = {"246813", "579024", "123455", "100200300"})
    void other_digits_make_a_code_that_no_log_shows(String digits) {
        assertThat(CodeDAgent.defaut(digits)).isEmpty();
        assertThat(new CodeDAgent(digits).toString()).doesNotContain(digits);
    }

    @Test
    void a_code_made_at_random_is_never_one_that_would_be_refused() {
        var random = new Random(20_270_520);
        assertThat(Stream.generate(() -> CodeDAgent.auHasard(random)).limit(2_000))
                .allMatch(code -> CodeDAgent.defaut(code.chiffres()).isEmpty())
                .allMatch(code -> code.chiffres().length() == 6)
                .extracting(CodeDAgent::chiffres)
                .satisfies(codes -> assertThat(Set.copyOf(codes)).hasSizeGreaterThan(1_900));
    }

    @ParameterizedTest
    @CsvSource({
        "Mariam Diallo, m.diallo2",
        "Élodie Œuvrard-Çelik, e.celik",
        "Aïcha, aicha",
        "Ng X, n.x",
        "李, ''",
        "X, x.",
        "'  ', ''"
    })
    void an_identifier_is_put_forward_from_the_name(String name, String expected) {
        assertThat(AgentDeMairie.idPropose(name, Set.of(new AgentId("m.diallo")))
                        .map(AgentId::valeur)
                        .orElse(""))
                .isEqualTo(expected);
    }
}
