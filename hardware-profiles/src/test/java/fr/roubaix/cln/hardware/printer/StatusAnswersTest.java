package fr.roubaix.cln.hardware.printer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.roubaix.cln.hardware.printer.PrinterStatus.CoverOpen;
import fr.roubaix.cln.hardware.printer.PrinterStatus.ErrorKind;
import fr.roubaix.cln.hardware.printer.PrinterStatus.InError;
import fr.roubaix.cln.hardware.printer.PrinterStatus.NoPaper;
import fr.roubaix.cln.hardware.printer.PrinterStatus.PaperLow;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Ready;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Reason;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Unknown;

/** Bytes written by hand from the tables of the command reference. */
class StatusAnswersTest {

    @ParameterizedTest
    @CsvSource({
        "12, 12, 12, 12, READY",
        // The drawer's wire is high on half of the printers sold, and the other undefined bits are nobody's business.
        "16, 12, 12, 12, READY",
        "76, 12, 12, 12, READY",
        "12, 12, 12, 1e, LOW",
        "1a, 16, 12, 12, COVER",
        "1a, 36, 12, 7e, COVER",
        "1a, 32, 12, 7e, PAPER",
        "12, 12, 12, 72, PAPER",
        "1a, 52, 1a, 12, CUTTER",
        "1a, 52, 16, 12, RECOVERABLE",
        "1a, 52, 32, 12, UNRECOVERABLE",
        "1a, 52, 52, 12, TEMPORARY",
        "1a, 1a, 12, 12, TEMPORARY",
        "1a, 12, 12, 12, RECOVERABLE"
    })
    void the_tables_are_read_as_they_are_written(String one, String two, String three, String four, String expected) {
        assertThat(read(one, two, three, four))
                .isEqualTo(
                        switch (expected) {
                            case "READY" -> new Ready();
                            case "LOW" -> new PaperLow();
                            case "COVER" -> new CoverOpen();
                            case "PAPER" -> new NoPaper();
                            default -> new InError(ErrorKind.valueOf(expected));
                        });
    }

    @ParameterizedTest
    @CsvSource({"12, 12, 12, 16", "12, 12, 12, 32", "12, 12, 12, 5a"})
    void two_sensors_of_one_roll_that_disagree_are_no_status(String one, String two, String three, String four) {
        assertThat(read(one, two, three, four)).isEqualTo(new Unknown(Reason.GARBLED));
    }

    @Test
    void a_single_wrong_fixed_bit_in_any_answer_makes_no_status_of_it() {
        for (int answer = 0; answer < 4; answer++) {
            for (int bit : new int[] {0, 1, 4, 7}) {
                int[] answers = {0x12, 0x12, 0x12, 0x12};
                answers[answer] ^= 1 << bit;
                assertThat(StatusAnswers.read(answers)).isEqualTo(new Unknown(Reason.GARBLED));
            }
        }
    }

    @Test
    void no_byte_at_all_is_taken_for_something_it_is_not() {
        for (int octet = 0; octet < 256; octet++) {
            boolean fixed = (octet & 1) == 0 && (octet & 2) != 0 && (octet & 16) != 0 && (octet & 128) == 0;
            assertThat(StatusAnswers.isOne(octet)).isEqualTo(fixed);
        }
    }

    private static PrinterStatus read(String... hex) {
        int[] answers = new int[hex.length];
        for (int i = 0; i < hex.length; i++) {
            answers[i] = Integer.parseInt(hex[i], 16);
        }
        return StatusAnswers.read(answers);
    }
}
