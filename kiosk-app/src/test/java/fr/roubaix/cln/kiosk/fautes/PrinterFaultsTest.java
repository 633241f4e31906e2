package fr.roubaix.cln.kiosk.fautes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sample of the bytes of a receipt; {@code ./cln bench imprimante} takes every one of them. */
class PrinterFaultsTest {

    private static final long SEED = 8;

    @TempDir
    Path folder;

    @Test
    void whatever_byte_the_printer_stops_at_nothing_is_lost_and_no_second_paper_goes_unmarked() throws Exception {
        var random = new Random(SEED);
        try (var fire = PrinterUnderFire.overTcp(folder, 384, SEED)) {
            assertThat(fire.length()).isGreaterThan(5_000);
            for (var trouble : PrinterUnderFire.troubles()) {
                fire.before(trouble);
                fire.at(0, trouble);
                fire.at(fire.length() - 1, trouble);
                for (int i = 0; i < 8; i++) {
                    int offset = random.nextInt(fire.length());
                    assertThatCode(() -> fire.at(offset, trouble))
                            .as("seed %d", SEED)
                            .doesNotThrowAnyException();
                }
            }
            fire.goesAndComesBack();
        }
    }
}
