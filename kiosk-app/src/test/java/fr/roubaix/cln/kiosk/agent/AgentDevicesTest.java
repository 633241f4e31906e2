package fr.roubaix.cln.kiosk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import fr.roubaix.cln.hardware.printer.PrinterStatus;
import fr.roubaix.cln.hardware.raster.QrCode;
import fr.roubaix.cln.hardware.scanner.Scan;
import fr.roubaix.cln.hardware.scanner.Scan.Source;
import fr.roubaix.cln.kiosk.device.DeviceWatch;
import fr.roubaix.cln.kiosk.device.MaterielDEssai;
import fr.roubaix.cln.kiosk.device.MeasuredScreens;
import fr.roubaix.cln.kiosk.device.TestPage;

class AgentDevicesTest extends AgentScreen {

    @Autowired
    private MaterielDEssai devices;

    @Autowired
    private DeviceWatch watch;

    @Autowired
    private MeasuredScreens screens;

    @BeforeEach
    void everything_works() {
        jdbc.sql("DELETE FROM device_told").update();
        screens.forget();
        devices.printer.become(new PrinterStatus.Ready());
        devices.scanner.plug(true);
        devices.disk.set(20_000_000_000L);
        watch.look();
    }

    @Test
    void the_first_screen_tells_how_each_device_is_and_changes_with_it() {
        signIn();
        assertThat(words()).contains("Matériel", "Imprimante à reçus Prêt", "Lecteur de reçus Prêt", "Disque Prêt");
        devices.printer.become(new PrinterStatus.NoPaper());
        devices.scanner.plug(false);
        devices.disk.set(900_000_000L);
        watch.look();
        poll();
        assertThat(words())
                .contains("Imprimante à reçus Plus de papier", "Lecteur de reçus Injoignable", "Disque Presque plein");
    }

    @Test
    void a_fault_that_lasts_is_told_to_the_hub_once_and_its_end_too() {
        devices.printer.become(new PrinterStatus.CoverOpen());
        watch.look();
        assertThat(told()).as("somebody changes the roll").isZero();

        clock.advance(Duration.ofMinutes(3));
        watch.look();
        watch.look();
        assertThat(told()).isOne();

        devices.printer.become(new PrinterStatus.Ready());
        watch.look();
        watch.look();
        assertThat(told()).isEqualTo(2);
        assertThat(jdbc.sql("SELECT count(*) FROM device_told")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void what_is_mended_at_once_is_nobody_else_s_business() {
        devices.printer.become(new PrinterStatus.CoverOpen());
        watch.look();
        clock.advance(Duration.ofMinutes(1));
        devices.printer.become(new PrinterStatus.Ready());
        watch.look();
        clock.advance(Duration.ofMinutes(3));
        watch.look();
        assertThat(told()).isZero();
    }

    @Test
    void the_test_page_comes_out_and_its_square_reads() {
        open();
        click("Imprimer une page d’essai");
        pollUntil(() -> words().contains("La page est envoyée en entier"));
        assertThat(devices.printer.printouts())
                .as("a page and two receipts")
                .hasSize(3)
                .allSatisfy(paper -> {
                    assertThat(paper.complaints()).isEmpty();
                    assertThat(QrCode.read(paper.picture())).contains(TestPage.SQUARE);
                });

        devices.printer.become(new PrinterStatus.NoPaper());
        click("Imprimer une page d’essai");
        pollUntil(() -> words().contains("La page n’est pas sortie"));
        assertThat(words()).contains("Mettez un rouleau");
    }

    @Test
    void the_scanner_is_tried_without_showing_what_it_read() {
        open();
        scans.bring(Scan.whole("CLN1:DE-QUELQU-UN", Source.SERIAL));
        poll();
        assertThat(words()).as("before it is asked for").doesNotContain("signes");
        click("Essayer le lecteur");
        scans.bring(Scan.whole("CLN1:DE-QUELQU-UN", Source.SERIAL));
        poll();
        assertThat(words()).contains("Lu par le lecteur série : 17 signes").doesNotContain("QUELQU");
        click("Essayer le lecteur");
        scans.bring(new Scan("ABC", Source.WEDGE, false));
        poll();
        assertThat(words()).contains("finisse par « Entrée »");
    }

    @Test
    void millimetres_are_corrected_with_a_card_and_go_back_to_those_of_the_profile() {
        double profile = screens.here().pixelsPerMillimetre();
        open();
        for (String step : List.of("Bien plus grand", "Bien plus grand", "Plus petit")) {
            click(step);
        }
        assertThat(screens.here().pixelsPerMillimetre())
                .as("not before it is kept")
                .isEqualTo(profile);
        click("Garder cette taille");
        assertThat(words()).contains("C’est noté");
        assertThat(screens.here().pixelsPerMillimetre()).isCloseTo(profile * 1.05 * 1.05 / 1.005, within(0.001));
        assertThat(jdbc.sql("SELECT agent FROM screen_measured WHERE station = ''")
                        .query(String.class)
                        .single())
                .isEqualTo(Agents.MARIAM.id().valeur());

        click("Revenir au modèle");
        assertThat(screens.here().pixelsPerMillimetre()).isEqualTo(profile);
    }

    @Test
    void nobody_makes_a_screen_ten_times_as_large() {
        assertThat(screens.measure(40, Agents.MARIAM.id())).isFalse();
        assertThat(screens.measure(Double.NaN, Agents.MARIAM.id())).isFalse();
        assertThat(screens.isMeasured()).isFalse();
    }

    private static org.assertj.core.data.Offset<Double> within(double most) {
        return org.assertj.core.data.Offset.offset(most);
    }

    private void open() {
        signIn();
        click("Essayer le matériel");
        assertThat(title()).isEqualTo("Matériel de la borne");
    }

    private int told() {
        return jdbc.sql("SELECT count(*) FROM inscription WHERE kind = 'EVENEMENT'")
                .query(Integer.class)
                .single();
    }
}
