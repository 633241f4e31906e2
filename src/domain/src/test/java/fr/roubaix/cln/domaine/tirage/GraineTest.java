package fr.roubaix.cln.domaine.tirage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;

class GraineTest {

    private static final ListeDuTirage LISTE = Listes.liste(Listes.groupe(Secteur.NORD, Sexe.F, 3, 1, 0));
    private static final String HEX = "fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd";

    private static Graine graine(String des) {
        return Graine.de(Lecture.PRIORITE_ABSOLUE, LISTE, new Des(des));
    }

    @Test
    void the_text_holds_the_reading_the_list_and_the_dice_and_the_round_when_there_is_one() {
        String debut =
                "CLN-ROUBAIX/1|lecture=SIEGE_RESERVE|liste=" + LISTE.empreinte() + "|des=" + Listes.DES.chiffres();
        var drand = new Drand("1000", HEX);
        assertThat(Graine.de(Lecture.SIEGE_RESERVE, LISTE, Listes.DES).texte()).isEqualTo(debut);
        assertThat(new Graine(Lecture.SIEGE_RESERVE, LISTE.empreinte(), Listes.DES, drand).texte())
                .isEqualTo(debut + "|drand=1000:" + HEX);
    }

    @Test
    void an_adjustment_is_the_first_hash_below_the_largest_multiple_reduced() {
        for (int i = 0; i < 200; i++) {
            Graine graine = graine("%030d".formatted(i));
            for (int n : new int[] {1, 2, 3, 7, 3125}) {
                var premier = new BigInteger(Oracle.sha256(graine.texte() + "|ajustement|0"), 16);
                assertThat(graine.ajustement(n))
                        .isEqualTo(premier.mod(BigInteger.valueOf(n)).intValueExact());
            }
        }
    }

    @Test
    void the_rank_and_the_reserve_are_two_independent_hashes_of_the_same_seed() {
        Graine graine = graine("9".repeat(40));
        var id = new IdDeListe("ABC-123");
        assertThat(graine.rangs().de(id).hex()).isEqualTo(Oracle.sha256(graine.texte() + "|rang|ABC-123"));
        assertThat(graine.rangsDeReserve().de(id).hex()).isEqualTo(Oracle.sha256(graine.texte() + "|reserve|ABC-123"));
    }

    @Test
    void ranks_are_ordered_as_unsigned_numbers() {
        var petit = new Rang(1, -1, -1, -1);
        var grand = new Rang(-1, 0, 0, 0);
        assertThat(List.of(petit, grand)).isSorted();
        assertThat(petit.hex()).isEqualTo("0000000000000001" + "f".repeat(48));
        assertThat(new Rang(1, 2, 3, 4)).isLessThan(new Rang(1, 2, 3, -1)).isLessThan(new Rang(1, 2, -3, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "12345678901234567890123456789"})
    void fewer_than_thirty_digits_are_refused(String des) {
        assertThat(Des.lire(des)).isEqualTo(new Resultat.Refuse<Des>(DefautDeGraine.DES_TROP_COURTS));
    }

    @Test
    void an_upper_case_round_is_lowered_and_one_with_a_leading_zero_refused() {
        assertThat(Drand.lire("7:" + "AB".repeat(32)))
                .isEqualTo(new Resultat.Accepte<>(new Drand("7", "ab".repeat(32))));
        assertThat(Drand.lire("07:" + HEX)).isEqualTo(new Resultat.Refuse<Drand>(DefautDeGraine.DRAND_MAL_FORME));
        assertThat(Drand.lire("7:" + HEX + "0")).isEqualTo(new Resultat.Refuse<Drand>(DefautDeGraine.DRAND_MAL_FORME));
    }
}
