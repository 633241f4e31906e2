package fr.roubaix.cln.hardware.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.hardware.raster.Typeface.Style;

class PaperTest {

    private static final Typeface FACE = Typeface.installed();

    @ParameterizedTest
    @ValueSource(ints = {384, 576})
    void nothing_is_ever_printed_in_the_margins(int width) {
        String endless = "Wwwww".repeat(40);
        var picture = new Paper(width, 16, FACE)
                .text(
                        "Un deux trois quatre cinq six sept huit neuf dix onze douze treize " + endless,
                        Style.regular(25))
                .centred(endless + " fin", Style.bold(30))
                .centredInOneLine(endless, Style.bold(90))
                .entry("Nom bien trop long pour sa colonne", Style.regular(25), endless, Style.bold(25), 120)
                .step(1, endless, List.of("Des mots et " + endless), 25)
                .rule(4)
                .bitmap();

        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < 14; x++) {
                assertThat(picture.black(x, y)).as("dot %d, %d", x, y).isFalse();
                assertThat(picture.black(width - 1 - x, y))
                        .as("right dot %d, %d", x, y)
                        .isFalse();
            }
        }
    }

    @Test
    void a_no_break_space_holds_and_a_plain_space_breaks() {
        int oneLine = height("aaaa", 400);
        assertThat(height("aaaa aaaa", 2 * 16 + 100)).isEqualTo(2 * oneLine);
        assertThat(height("a\u00a0:", 400)).isEqualTo(oneLine);
    }

    @Test
    void letters_leave_ink_and_blanks_leave_none() {
        assertThat(ink(new Paper(200, 10, FACE).text("É", Style.bold(40)).bitmap()))
                .isPositive();
        assertThat(ink(new Paper(200, 10, FACE)
                        .text(" ", Style.bold(40))
                        .space(30)
                        .bitmap()))
                .isZero();
    }

    @Test
    void a_receipt_token_makes_a_version_8_code_at_whole_dots_per_module() {
        var code = QrCode.of("CLN1:" + "A".repeat(132));

        assertThat(code.version()).isEqualTo(8);
        assertThat(code.modules()).isEqualTo(49);
        assertThat(code.dotsPerModule(576)).isEqualTo(9);
        assertThat(code.dotsPerModule(384)).isEqualTo(6);
    }

    @Test
    void a_code_has_its_quiet_zone_on_every_side() {
        var picture = new Paper(384, 10, FACE)
                .qr(QrCode.of("CLN1:" + "7".repeat(132)))
                .bitmap();

        assertThat(picture.height()).isEqualTo((49 + 8) * 6);
        int left = (384 - 49 * 6) / 2;
        assertThat(left).isGreaterThanOrEqualTo(4 * 6);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < 384; x++) {
                boolean inside = x >= left && x < left + 49 * 6 && y >= 24 && y < 24 + 49 * 6;
                assertThat(inside || !picture.black(x, y))
                        .as("dot %d, %d", x, y)
                        .isTrue();
            }
        }
        assertThat(picture.black(left, 24)).isTrue();
    }

    private static int height(String text, int width) {
        return new Paper(width, 16, FACE).text(text, Style.regular(40)).bitmap().height();
    }

    private static int ink(Bitmap picture) {
        int ink = 0;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                ink += picture.black(x, y) ? 1 : 0;
            }
        }
        return ink;
    }
}
