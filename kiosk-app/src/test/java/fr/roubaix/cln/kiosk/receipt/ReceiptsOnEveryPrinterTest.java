package fr.roubaix.cln.kiosk.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hardware.decode.QrReader;
import fr.roubaix.cln.hardware.printer.EscPos;
import fr.roubaix.cln.hardware.printer.VirtualPrinter;
import fr.roubaix.cln.hardware.profile.PrinterProfile;
import fr.roubaix.cln.hardware.profile.Profiles;
import fr.roubaix.cln.hardware.raster.Bitmap;
import fr.roubaix.cln.hardware.raster.QrCode;
import fr.roubaix.cln.hardware.raster.Typeface;
import fr.roubaix.cln.web.language.Language;

/** The square of a receipt, read from the bytes that each shipped printer is sent. */
class ReceiptsOnEveryPrinterTest {

    private static final String TOKEN =
            "CLN1:W50000M.0+6TPNH4H0*90CEK200000000000:VFO L5JGATT7RQZ1CJVMQ+7W+1Z81$E09SU*+PB5FLNQ48R933L8E3AS942E"
                    + " GCFCR 5Z/6Z6P9590WFW-27:3XO2*US9KH";

    private static final Typeface FACE = Typeface.installed();

    @TempDir
    private Path folder;

    static Collection<PrinterProfile> models() {
        return Profiles.shipped().printers().values();
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_square_is_read_from_the_bytes_of_every_model_by_our_reader_and_by_another(PrinterProfile model)
            throws IOException, InterruptedException {
        var paper = printed(model, Language.ARABIC);
        assertThat(QrCode.of(TOKEN).dotsPerModule(model.widthInDots())).isGreaterThanOrEqualTo(5);
        assertThat(QrReader.read(paper.image())).contains(TOKEN);
        // The launcher installs it; a build by Maven alone says here that this half was left out.
        assumeTrue(zbarimg(), "zbarimg (package zbar-tools) is not installed");
        assertThat(readByZbar(paper)).isEqualTo(TOKEN);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_has_letters_and_stays_between_the_margins(Language language) {
        for (int width : List.of(384, 576)) {
            var paper = ReceiptLayout.in(language.locale(), FACE).lay(content(), width);
            for (int y = 0; y < paper.height(); y++) {
                for (int x = 0; x < 10; x++) {
                    assertThat(paper.black(x, y) || paper.black(width - 1 - x, y))
                            .as("%s, %d, row %d", language, width, y)
                            .isFalse();
                }
            }
            assertThat(QrReader.read(paper.image())).contains(TOKEN);
        }
        assertThat(Typeface.installedFor(new ReceiptTexts(language.locale()).every()))
                .isPresent();
    }

    private static Bitmap printed(PrinterProfile model, Language language) {
        var printer = new VirtualPrinter(model.widthInDots());
        printer.print(new EscPos(model.codePage())
                .initialise()
                .raster(ReceiptLayout.in(language.locale(), FACE).lay(content(), model.widthInDots()))
                .cut(model.cut())
                .bytes());
        printer.print(new EscPos(model.codePage()).cut(EscPos.Cut.FULL).bytes());
        return printer.printouts().getLast().picture();
    }

    private static ReceiptContent content() {
        return new ReceiptContent(
                new ReceiptContent.Paper.Duplicate(2),
                TOKEN,
                new ReceiptCode(0x778e69b8a9dL),
                LocalDateTime.of(2025, 5, 27, 14, 6),
                Secteur.NORD,
                "03 20 00 00 03",
                Optional.of("07 88 95 77 06"),
                Optional.of(new ReceiptContent.Draw(
                        LocalDate.of(2025, 6, 13), "Salle Pierre-Mendès-France de l’Hôtel de ville de Roubaix")));
    }

    private static boolean zbarimg() {
        for (String folder : List.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")) {
            if (Files.isExecutable(Path.of(folder, "zbarimg"))) {
                return true;
            }
        }
        return false;
    }

    private String readByZbar(Bitmap paper) throws IOException, InterruptedException {
        var file = Files.write(folder.resolve("recu.png"), paper.png());
        var answer = folder.resolve("lu.txt");
        var process = new ProcessBuilder("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file.toString())
                .redirectOutput(answer.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return Files.readString(answer, StandardCharsets.UTF_8).stripTrailing();
    }
}
