package fr.roubaix.cln.hardware.printer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AbsentPrinterTest {

    @Test
    void nobody_answers_and_the_caller_is_told() {
        var nobody = new PrinterStatus.Unreachable();

        assertThat(new AbsentPrinter().status()).isEqualTo(nobody);
        assertThat(new AbsentPrinter().print(new byte[] {0x1b, '@'}))
                .isEqualTo(new ReceiptPrinter.PrintResult.Refused(nobody));
    }
}
