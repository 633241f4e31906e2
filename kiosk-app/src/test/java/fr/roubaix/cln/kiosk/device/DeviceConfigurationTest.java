package fr.roubaix.cln.kiosk.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.vaadin.flow.server.VaadinServiceInitListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hardware.printer.ListeningPrinter;
import fr.roubaix.cln.hardware.printer.PrinterStatus;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter.PrintResult;
import fr.roubaix.cln.hardware.printer.VirtualPrinter;
import fr.roubaix.cln.hardware.printer.WatchedPrinter;
import fr.roubaix.cln.hardware.profile.PrinterProfile;
import fr.roubaix.cln.hardware.profile.SiteProfile;
import fr.roubaix.cln.hardware.profile.TerminalProfile;
import fr.roubaix.cln.hardware.scanner.Scanner;
import fr.roubaix.cln.hardware.scanner.ScannerStatus;

class DeviceConfigurationTest {

    @TempDir
    Path folder;

    private final ApplicationContextRunner kiosk =
            new ApplicationContextRunner().withUserConfiguration(DeviceConfiguration.class, PrintoutFiles.class);

    @Test
    void the_mairie_chooses_the_site_and_the_demonstration_gets_the_virtual_printer_and_its_page() {
        kiosk.withPropertyValues("cln.kiosk.mairie=nord", "cln.kiosk.imprimante=virtuelle")
                .run(context -> {
                    assertThat(context.getBean(SiteProfile.class).mairie()).isEqualTo(Secteur.NORD);
                    assertThat(context.getBean(ReceiptPrinter.class).print("Reçu\n".getBytes(UTF_8)))
                            .isEqualTo(new PrintResult.Printed());
                    assertThat(context.getBean(VirtualPrinter.class).printouts())
                            .hasSize(1);
                    assertThat(context)
                            .hasSingleBean(PrintoutFiles.class)
                            .hasSingleBean(VaadinServiceInitListener.class);
                });
    }

    @Test
    void a_terminal_in_service_shows_nothing_of_the_demonstration() {
        kiosk.withPropertyValues("cln.kiosk.mairie=sud").run(context -> {
            assertThat(context.getBean(ReceiptPrinter.class).status()).isEqualTo(new PrinterStatus.Unreachable());
            assertThat(context)
                    .doesNotHaveBean(VirtualPrinter.class)
                    .doesNotHaveBean(PrintoutFiles.class)
                    .doesNotHaveBean(VaadinServiceInitListener.class);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "site, UNKNOWN, true, false",
        "clavier, UNKNOWN, true, false",
        "virtuel, READY, true, true",
        "aucun, ABSENT, false, false"
    })
    void the_scanner_is_the_one_of_the_site_unless_somebody_says_otherwise(
            String written, ScannerStatus status, boolean available, boolean tells) {
        kiosk.withPropertyValues("cln.kiosk.mairie=nord", "cln.kiosk.lecteur=" + written)
                .run(context -> {
                    assertThat(context.getBean(Scanner.class).status()).isEqualTo(status);
                    assertThat(context.getBean(Scans.class).available()).isEqualTo(available);
                    assertThat(context.getBean(Scans.class).tell()).isEqualTo(tells);
                });
    }

    @Test
    void a_site_that_names_a_printer_on_the_network_prints_on_it(@TempDir Path folder) throws IOException {
        try (var printer = new ListeningPrinter(576)) {
            Files.createDirectories(folder.resolve("sites"));
            Files.writeString(folder.resolve("sites").resolve("sud.yaml"), """
                    mairie: SUD
                    contact: 07 87 25 07 09
                    terminal: generique-21-pouces
                    printer:
                      profile: generique-80mm
                      transport: tcp
                      host: 127.0.0.1
                      port: %d
                    """.formatted(printer.port()));
            kiosk.withPropertyValues("cln.kiosk.mairie=sud", "cln.kiosk.materiel=" + folder)
                    .run(context -> {
                        byte[] job = {0x1b, '@', 'C', 'L', 'N', '\n', 0x1d, 'V', 66, 0};
                        var driver = context.getBean(WatchedPrinter.class);
                        assertThat(driver.print(job)).isEqualTo(new PrintResult.Printed());
                        assertThat(printer.taken()).isEqualTo(job);

                        printer.become(new PrinterStatus.Unreachable());
                        driver.look();
                        assertThat(driver.seen().status()).isEqualTo(new PrinterStatus.Unreachable());
                        printer.become(new PrinterStatus.Ready());
                        driver.look();
                        assertThat(driver.seen().status()).isEqualTo(new PrinterStatus.Ready());
                    });
        }
    }

    @Test
    void a_wrong_or_missing_setting_stops_the_start_and_says_what_to_write() {
        kiosk.withPropertyValues("cln.kiosk.mairie=lille")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessage("La mairie « lille » n’existe pas. Écrivez centre, est, nord, ouest ou sud."));
        kiosk.run(context -> assertThat(context.getStartupFailure())
                .hasMessage("Dites de quelle mairie est la borne : cln.kiosk.mairie=centre, est, nord, ouest ou sud."));
        kiosk.withPropertyValues("cln.kiosk.mairie=nord", "cln.kiosk.lecteur=fax")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessage("Le lecteur « fax » n’est pas connu. Écrivez cln.kiosk.lecteur=site, clavier,"
                                + " virtuel ou aucun."));
        kiosk.withPropertyValues("cln.kiosk.mairie=nord", "cln.kiosk.imprimante=laser")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessage("L’imprimante « laser » n’est pas connue. Écrivez cln.kiosk.imprimante=site,"
                                + " virtuelle ou aucune."));
    }

    @Test
    void a_demonstration_chooses_its_screen_and_its_printer_by_name() {
        kiosk.withPropertyValues(
                        "cln.kiosk.mairie=nord",
                        "cln.kiosk.imprimante=virtuelle",
                        "cln.kiosk.terminal=elo-2202l",
                        "cln.kiosk.modele=epson-tm-t88vii")
                .run(context -> {
                    assertThat(context.getBean(TerminalProfile.class).name()).isEqualTo("Elo 2202L");
                    assertThat(context.getBean(PrinterProfile.class).widthInDots())
                            .isEqualTo(512);
                });
        kiosk.withPropertyValues("cln.kiosk.mairie=nord", "cln.kiosk.modele=epson-tm-t88v")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageStartingWith("L’imprimante « epson-tm-t88v » n’existe pas. Vouliez-vous dire"
                                + " « epson-tm-t88vi », « epson-tm-t88vii »"));
    }

    @Test
    void a_folder_of_the_machine_goes_before_what_is_shipped() throws IOException {
        write("sites/nord.yaml", """
                mairie: NORD
                contact: 03 20 00 00 03
                terminal: generique-32-pouces-portrait
                """);

        kiosk.withPropertyValues("cln.kiosk.mairie=nord", "cln.kiosk.materiel=" + folder)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    var site = context.getBean(SiteProfile.class);
                    assertThat(site.contact()).isEqualTo("03 20 00 00 03");
                    assertThat(site.printer()).isEmpty();
                    // A code is shown large where nothing is printed; what would be is laid out all the same.
                    assertThat(context.getBean(ReceiptPrinter.class).status())
                            .isEqualTo(new PrinterStatus.Unreachable());
                    assertThat(context.getBean(PrinterProfile.class).widthInDots())
                            .isEqualTo(576);
                });
    }

    @Test
    void a_bad_file_in_that_folder_stops_the_start_with_its_name_and_line() throws IOException {
        write("printers/la-notre.yaml", "name: La nôtre\nlargeur: -576\n");

        kiosk.withPropertyValues("cln.kiosk.mairie=nord", "cln.kiosk.materiel=" + folder)
                .run(context -> assertThat(context.getStartupFailure())
                        .hasMessage("Le dossier de matériel « " + folder
                                + " » est refusé. printers/la-notre.yaml, ligne 1 :" + " il manque la clé « media »."));
    }

    private void write(String file, String yaml) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, yaml);
    }
}
