package fr.roubaix.cln.domaine.tirage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is copied from drand: the round announced, and a randomness that its signature gives. */
class PreuveDrandTest {

    private static final AnnonceDrand ROUND = new AnnonceDrand(ChaineDrand.QUICKNET, 1_000);
    private static final String SIGNATURE = "0f".repeat(48);
    private static final String RANDOMNESS = Sha256.hex(HexFormat.of().parseHex(SIGNATURE));

    @ParameterizedTest
    @EnumSource(ChaineDrand.class)
    void the_first_round_from_an_instant_on_is_published_then_and_not_before(ChaineDrand chain) {
        var round = new AnnonceDrand(chain, 7_248_606);
        assertThat(AnnonceDrand.aPartirDe(chain, round.publieLe())).isEqualTo(round);
        assertThat(AnnonceDrand.aPartirDe(chain, round.publieLe().minusMillis(1)))
                .isEqualTo(round);
        assertThat(AnnonceDrand.aPartirDe(chain, round.publieLe().plusMillis(1)).tour())
                .isEqualTo(round.tour() + 1);
        assertThat(AnnonceDrand.aPartirDe(chain, Instant.EPOCH).tour()).isEqualTo(1);
    }

    @Test
    void what_drand_published_is_read_in_any_case_and_with_spaces_around() {
        assertThat(PreuveDrand.lire(
                        ROUND,
                        " 1000 ",
                        RANDOMNESS.toUpperCase(Locale.ROOT),
                        "\t" + SIGNATURE.toUpperCase(Locale.ROOT) + "\n"))
                .isEqualTo(new Resultat.Accepte<>(new PreuveDrand(ROUND, RANDOMNESS, SIGNATURE)));
        assertThat(new PreuveDrand(ROUND, RANDOMNESS, SIGNATURE).drand().texte())
                .isEqualTo("1000:" + RANDOMNESS);
    }

    @ParameterizedTest
    @CsvSource({
        "1001, r, s, DRAND_AUTRE_TOUR",
        "01000, r, s, DRAND_AUTRE_TOUR",
        "1000, 00, s, DRAND_ALEA_MAL_FORME",
        "1000, r, 0f0f, DRAND_SIGNATURE_MAL_FORMEE",
        "1000, other, s, DRAND_ALEA_AUTRE_QUE_SIGNATURE"
    })
    void anything_else_is_refused_with_its_reason(
            String round, String randomness, String signature, DefautDeGraine why) {
        String given = switch (randomness) {
            case "r" -> RANDOMNESS;
            case "other" -> "a".repeat(64);
            default -> randomness;
        };
        assertThat(PreuveDrand.lire(ROUND, round, given, signature.equals("s") ? SIGNATURE : signature))
                .isEqualTo(new Resultat.Refuse<PreuveDrand>(why));
    }

    @Test
    void one_digit_changed_in_either_is_found() {
        for (int i = 0; i < SIGNATURE.length(); i++) {
            String changed = SIGNATURE.substring(0, i) + "5" + SIGNATURE.substring(i + 1);
            assertThat(PreuveDrand.lire(ROUND, "1000", RANDOMNESS, changed))
                    .isEqualTo(new Resultat.Refuse<PreuveDrand>(DefautDeGraine.DRAND_ALEA_AUTRE_QUE_SIGNATURE));
        }
        assertThatThrownBy(() -> new PreuveDrand(ROUND, "a".repeat(64), SIGNATURE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_round_is_known_from_the_instant_of_its_publication() {
        var first = new AnnonceDrand(ChaineDrand.QUICKNET, 1);
        assertThat(first.publieLe()).isEqualTo(Instant.parse("2023-08-23T15:09:27Z"));
        assertThat(new AnnonceDrand(ChaineDrand.DEFAULT, 1).publieLe())
                .isEqualTo(Instant.parse("2020-07-22T15:17:30Z"));
        assertThat(ROUND.publieLe()).isEqualTo(first.publieLe().plusSeconds(999 * 3));
        assertThat(ROUND.connueLe(ROUND.publieLe().minusMillis(1))).isFalse();
        assertThat(ROUND.connueLe(ROUND.publieLe())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, AnnonceDrand.TOUR_MAXIMAL + 1})
    void a_round_out_of_bounds_cannot_exist(long tour) {
        assertThatThrownBy(() -> new AnnonceDrand(ChaineDrand.DEFAULT, tour))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "x", "\uFF17", "\u0667", " 7", "7\n", "-"})
    void a_throw_is_one_digit_of_ascii(String typed) {
        assertThat(Des.lireUnChiffre(typed)).isEqualTo(new Resultat.Refuse<Integer>(DefautDeGraine.CHIFFRE_ATTENDU));
    }
}
