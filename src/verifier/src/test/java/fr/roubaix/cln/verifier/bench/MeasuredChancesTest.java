package fr.roubaix.cln.verifier.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.Plan;
import fr.roubaix.cln.domaine.tirage.Resultat;

/** The draw seats people as often as the plan announced. {@code ./cln bench chances} does it with 100,000 seeds. */
class MeasuredChancesTest {

    private static final int SEEDS = 2_000;

    @ParameterizedTest
    @EnumSource(Lecture.class)
    void people_are_seated_as_often_as_their_exact_chance_says(Lecture lecture) throws Exception {
        var groups = MeasuredChances.measure(liste("v06-trois-femmes-critere-3"), lecture, SEEDS, new Random(54));
        assertThat(groups).hasSizeGreaterThan(10);
        assertThat(groups).anySatisfy(group -> assertThat(group.degrees()).isGreaterThan(1));
        assertThat(groups)
                .as("dice of seed 54")
                .allSatisfy(group -> assertThat(group.probability()).isGreaterThan(1e-5));
    }

    /** Chances of one reading do not fit draws under the other: the measure would tell. */
    @Test
    void the_measure_tells_wrong_chances() throws Exception {
        var liste = liste("v06-trois-femmes-critere-3");
        var others = Plan.pour(liste, Lecture.PRIORITE_ABSOLUE).chances();
        var groups = MeasuredChances.measure(liste, Lecture.SIEGE_RESERVE, others, SEEDS, new Random(54));
        assertThat(groups).anyMatch(group -> group.probability() < 1e-12);
    }

    /** Critical values of printed tables. */
    @ParameterizedTest
    @CsvSource({
        "3.841, 1, 0.05",
        "6.635, 1, 0.01",
        "5.991, 2, 0.05",
        "18.307, 10, 0.05",
        "29.588, 10, 0.001",
        "124.342, 100, 0.05",
        "3.940, 10, 0.95"
    })
    void the_distribution_is_that_of_printed_tables(double value, int degrees, double probability) {
        assertThat(ChiSquare.atLeast(value, degrees)).isCloseTo(probability, within(5e-5));
    }

    private static ListeDuTirage liste(String name) throws Exception {
        Path file = Path.of(MeasuredChancesTest.class
                .getResource("/vectors/tirage/" + name + ".csv")
                .toURI());
        if (ListeDuTirage.lire(Files.readAllBytes(file)) instanceof Resultat.Accepte<ListeDuTirage>(var liste)) {
            return liste;
        }
        throw new AssertionError(name);
    }
}
