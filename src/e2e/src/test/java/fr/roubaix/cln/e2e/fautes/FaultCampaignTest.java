package fr.roubaix.cln.e2e.fautes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import fr.roubaix.cln.e2e.fautes.Finding.NotRun;
import fr.roubaix.cln.e2e.fautes.Finding.Shown;
import fr.roubaix.cln.e2e.fautes.Finding.Tally;

/** The campaign of {@code ./cln bench fautes}, a little of what fits in two minutes. */
class FaultCampaignTest {

    private static final long SEED = 2025;

    @TempDir
    private static Path folder;

    private static Ground ground;

    @BeforeAll
    static void say_the_seed() {
        System.out.println("Graine des fautes : " + SEED);
        ground = new Ground(folder, SEED, true);
    }

    @AfterAll
    static void stop_what_rows_share() {
        ground.close();
    }

    static List<Fault> faults() {
        return Campaign.faults().stream().filter(Fault::everyDay).toList();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatever_goes_wrong_every_promise_is_kept(Fault fault) throws Exception {
        switch (fault.run(ground)) {
            case Shown(var played, var tally) -> assertThat(tally).as(played).isEqualTo(Tally.ZERO);
            case NotRun(var why) -> abort(why);
        }
    }
}
