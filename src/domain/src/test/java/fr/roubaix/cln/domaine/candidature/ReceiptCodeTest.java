package fr.roubaix.cln.domaine.candidature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.domaine.habitant.Saisie;
import fr.roubaix.cln.domaine.habitant.Saisie.Motif;

class ReceiptCodeTest {

    private static final long SEED = 7;

    @Test
    void a_code_is_read_back_however_it_is_typed() {
        var random = new Random(SEED);
        for (int i = 0; i < 1_000; i++) {
            var code = new ReceiptCode(random.nextLong() & ((1L << 45) - 1));
            assertThat(ReceiptCode.lire(code.texte()))
                    .as("random seed %d", SEED)
                    .isEqualTo(new Saisie.Lue<>(code));
            assertThat(ReceiptCode.lire(" " + code.affiche().toLowerCase(Locale.ROOT) + " "))
                    .isEqualTo(new Saisie.Lue<>(code));
            assertThat(ReceiptCode.lire(code.texte().replace('0', 'O').replace('1', 'l')))
                    .isEqualTo(new Saisie.Lue<>(code));
        }
    }

    @Test
    void every_error_of_one_character_is_detected() {
        var random = new Random(SEED);
        for (int i = 0; i < 100; i++) {
            String juste = new ReceiptCode(random.nextLong() & ((1L << 45) - 1)).texte();
            for (int place = 0; place < juste.length(); place++) {
                for (char c : ReceiptCode.ALPHABET.toCharArray()) {
                    if (c != juste.charAt(place)) {
                        String faux = juste.substring(0, place) + c + juste.substring(place + 1);
                        assertThat(ReceiptCode.lire(faux))
                                .as("random seed %d, %s for %s", SEED, faux, juste)
                                .isEqualTo(new Saisie.Refusee<>(Motif.CODE_MAL_FORME));
                    }
                }
            }
        }
    }

    @Test
    void what_cannot_be_a_code_is_refused() {
        assertThat(ReceiptCode.lire(" - ")).isEqualTo(new Saisie.Refusee<>(Motif.VIDE));
        assertThat(ReceiptCode.lire("7F3K9")).isEqualTo(new Saisie.Refusee<>(Motif.CODE_MAL_FORME));
        assertThat(ReceiptCode.lire("UUUUUUUUUU")).isEqualTo(new Saisie.Refusee<>(Motif.CODE_MAL_FORME));
        assertThatThrownBy(() -> new ReceiptCode(1L << 45)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReceiptCode(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_bounds_are_written_with_ten_characters() {
        assertThat(new ReceiptCode(0).texte()).isEqualTo("0000000000");
        assertThat(new ReceiptCode((1L << 45) - 1).texte())
                .startsWith("ZZZZZZZZZ")
                .hasSize(10);
    }
}
