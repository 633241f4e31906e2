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
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * The entry of the kiosk under Vaadin TestBench, which needs a paid licence as soon as it is loaded: compiled in every
 * build, run by {@code mvn -Ptestbench verify} where a key is installed.
 */
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
    void a_name_left_empty_is_asked_for_at_its_field() {
        getDriver().get(kiosk.url("/borne/"));
        touch("Poser ma candidature");
        touch("J’ai lu");
        touch("Continuer");
        assertThat(waitFor(By.cssSelector("vaadin-text-field[invalid]")).getText())
                .contains("Écrivez votre nom de naissance");
    }

    private void touch(String words) {
        waitFor(By.xpath("//*[self::button or self::vaadin-button][contains(., '" + words + "')]"))
                .click();
    }

    private WebElement waitFor(By by) {
        return waitUntil(_ -> findElements(by).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElse(null));
    }
}
