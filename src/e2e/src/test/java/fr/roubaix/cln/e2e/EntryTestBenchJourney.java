package fr.roubaix.cln.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.vaadin.testbench.TestBench;
import com.vaadin.testbench.TestBenchTestCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * The six steps of a resident under Vaadin TestBench, which needs a paid licence as soon as it is loaded: compiled in every
 * build, run by {@code ./cln test --testbench} where a key is installed.
 */
@EnabledIf(
        value = "fr.roubaix.cln.e2e.TestBenchLicence#present",
        disabledReason = "Aucune clé Vaadin TestBench sur cette machine : voyez ./cln test --testbench")
class EntryTestBenchJourney extends TestBenchTestCase {

    private static final String DEMO = "--spring.profiles.active=demo";

    @TempDir
    Path folder;

    private Application hub;
    private Application kiosk;

    @BeforeEach
    void a_kiosk_in_service_and_a_browser() throws IOException {
        hub = Application.hub(folder.resolve("hub"), Application.freePort(), DEMO);
        hub.awaitInLog("(Démonstration prête)");
        kiosk = Application.kiosk(
                        folder.resolve("borne"),
                        Application.freePort(),
                        DEMO,
                        "--cln.kiosk.mairie=nord",
                        "--cln.kiosk.imprimante=virtuelle",
                        "--cln.kiosk.hub=" + hub.url(""),
                        "--cln.kiosk.code=" + Files.readString(folder.resolve("hub/code-nord.txt")))
                .awaitReady("/borne/");
        var options = new ChromeOptions();
        options.setBinary(Chromium.program());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1920,1080");
        setDriver(TestBench.createDriver(new ChromeDriver(options)));
    }

    @AfterEach
    void stop_everything() {
        getDriver().quit();
        kiosk.close();
        hub.close();
    }

    @Test
    void a_name_left_empty_is_asked_for_at_its_field_then_six_steps_end_with_a_number() {
        var steps = new SixSteps(getDriver(), new Words(Path.of(System.getProperty("cln.racine", "."))));
        steps.enter(kiosk.url("/borne/"))
                .refused("saisie.nom.erreur.VIDE")
                .name("Belkacem", "Samira")
                .birth("14", "3", "1957")
                .address("12 rue de l’Essai", "Nord")
                .parity(0)
                .contact(0)
                .says("Samira Belkacem");
        assertThat(steps.send()).matches("[0-9A-Z]{5}\\s*[0-9A-Z]{5}");
    }
}
