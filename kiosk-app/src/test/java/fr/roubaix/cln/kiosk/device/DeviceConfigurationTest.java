package fr.roubaix.cln.kiosk.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinServiceInitListener;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hardware.printer.AbsentPrinter;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter;
import fr.roubaix.cln.hardware.printer.VirtualPrinter;
import fr.roubaix.cln.hardware.profile.SiteProfile;

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

    @Test
    void a_wrong_or_missing_setting_stops_the_start_and_says_what_to_write() {
        kiosk.withPropertyValues("cln.kiosk.mairie=lille")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessage("La mairie « lille » n’existe pas. Écrivez centre, est, nord, ouest ou sud."));
        kiosk.run(context -> assertThat(context.getStartupFailure())
                .rootCause()
                .hasMessage("Dites de quelle mairie est la borne : cln.kiosk.mairie=centre, est, nord, ouest ou sud."));
        kiosk.withPropertyValues("cln.kiosk.mairie=nord", "cln.kiosk.imprimante=laser")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessage("L’imprimante « laser » n’est pas connue. Écrivez cln.kiosk.imprimante=virtuelle"
                                + " ou aucune."));
    }
}
