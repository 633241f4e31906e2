package fr.roubaix.cln.kiosk.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinServiceInitListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hardware.printer.AbsentPrinter;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter;
import fr.roubaix.cln.hardware.printer.VirtualPrinter;
import fr.roubaix.cln.hardware.profile.SiteProfile;
import fr.roubaix.cln.hardware.scanner.Scanner;
import fr.roubaix.cln.hardware.scanner.ScannerStatus;

class DeviceConfigurationTest {

    private final ApplicationContextRunner kiosk =
            new ApplicationContextRunner().withUserConfiguration(DeviceConfiguration.class, PrintoutFiles.class);

    @Test
    void the_mairie_chooses_the_site_and_the_demonstration_gets_the_virtual_printer_and_its_page() {
        kiosk.withPropertyValues("cln.kiosk.mairie=nord", "cln.kiosk.imprimante=virtuelle")
                .run(context -> {
                    assertThat(context.getBean(SiteProfile.class).mairie()).isEqualTo(Secteur.NORD);
                    assertThat(context.getBean(ReceiptPrinter.class)).isSameAs(context.getBean(VirtualPrinter.class));
                    assertThat(context)
                            .hasSingleBean(PrintoutFiles.class)
                            .hasSingleBean(VaadinServiceInitListener.class);
                });
    }

    @Test
    void a_terminal_in_service_shows_nothing_of_the_demonstration() {
        kiosk.withPropertyValues("cln.kiosk.mairie=sud").run(context -> {
            assertThat(context.getBean(ReceiptPrinter.class)).isInstanceOf(AbsentPrinter.class);
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
    void a_wrong_or_missing_setting_stops_the_start_and_says_what_to_write() {
        kiosk.withPropertyValues("cln.kiosk.mairie=lille")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessage("La mairie « lille » n’existe pas. Écrivez centre, est, nord, ouest ou sud."));
        kiosk.run(context -> assertThat(context.getStartupFailure())
                .rootCause()
                .hasMessage("Dites de quelle mairie est la borne : cln.kiosk.mairie=centre, est, nord, ouest ou sud."));
        kiosk.withPropertyValues("cln.kiosk.mairie=nord", "cln.kiosk.lecteur=fax")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessage("Le lecteur « fax » n’est pas connu. Écrivez cln.kiosk.lecteur=site, clavier,"
                                + " virtuel ou aucun."));
        kiosk.withPropertyValues("cln.kiosk.mairie=nord", "cln.kiosk.imprimante=laser")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessage("L’imprimante « laser » n’est pas connue. Écrivez cln.kiosk.imprimante=virtuelle"
                                + " ou aucune."));
    }
}
