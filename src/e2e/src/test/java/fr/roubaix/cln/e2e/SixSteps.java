package fr.roubaix.cln.e2e;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The six steps of a resident through a driver of the WebDriver kind, TestBench's or another, by the keys of the words. */
final class SixSteps {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WebDriver driver;
    private final Words words;

    SixSteps(WebDriver driver, Words words) {
        this.driver = driver;
        this.words = words;
    }

    /** From the first screen to the question of the first step. */
    SixSteps enter(String home) {
        driver.get(home);
        touch("home.candidater");
        titled("parcours.avant.titre");
        touch("parcours.avant.lu");
        return titled("parcours.etape.nom.question");
    }

    SixSteps name(String birthName, String givenNames) {
        write("saisie.nom.libelle", birthName);
        write("saisie.prenoms.libelle", givenNames);
        return next("parcours.etape.naissance.question");
    }

    SixSteps birth(String day, String month, String year) {
        write("saisie.jour.libelle", day);
        write("saisie.mois.libelle", month);
        write("saisie.annee.libelle", year);
        return next("parcours.etape.adresse.question");
    }

    /** An address that is in no base, and the sector that the person tells. */
    SixSteps address(String address, String sector) {
        waitFor(By.xpath("(//main//input)[1]")).sendKeys(address);
        choose(words.of("saisie.propositions.aucune"));
        choose(sector);
        return next("parcours.etape.parite.question");
    }

    SixSteps parity(int place) {
        choose(place);
        return next("parcours.etape.contact.question");
    }

    /** Nothing but the publication of the name, and the attestation. */
    SixSteps contact(int place) {
        choose(place);
        waitFor(By.cssSelector("vaadin-checkbox")).click();
        return next("parcours.etape.relecture.question");
    }

    /** Sends, and gives the number that the last screen shows. */
    String send() {
        touch("parcours.envoyer");
        titled("parcours.fin.titre");
        return waitFor(By.cssSelector(".fin__numero > :nth-child(2)")).getText();
    }

    /** Goes on without an answer: the step stays, and its field says why. */
    SixSteps refused(String reason) {
        touch("parcours.continuer");
        waitFor(By.xpath("//vaadin-text-field[@invalid][contains(., '" + words.of(reason) + "')]"));
        return this;
    }

    SixSteps says(String text) {
        until(() ->
                Optional.of(driver.findElement(By.tagName("body")).getText()).filter(said -> said.contains(text)));
        return this;
    }

    private SixSteps next(String question) {
        touch("parcours.continuer");
        return titled(question);
    }

    private SixSteps titled(String key) {
        String title = words.of(key);
        until(() -> shown(By.tagName("h1"))
                .filter(heading -> plain(heading.getText()).contains(plain(title))));
        return this;
    }

    private void touch(String key) {
        waitFor(By.xpath("//*[self::button or self::vaadin-button][contains(., '" + words.of(key) + "')]"))
                .click();
    }

    private void write(String key, String text) {
        waitFor(By.xpath("//*[label[normalize-space()='" + words.of(key) + "']]//input"))
                .sendKeys(text);
    }

    private void choose(String answer) {
        waitFor(By.xpath("//vaadin-radio-button[contains(., '" + answer + "')]"))
                .click();
    }

    private void choose(int place) {
        until(() -> {
                    List<WebElement> answers = driver.findElements(By.tagName("vaadin-radio-button"));
                    return answers.size() > place ? Optional.of(answers.get(place)) : Optional.empty();
                })
                .click();
    }

    private WebElement waitFor(By by) {
        return until(() -> shown(by));
    }

    private Optional<WebElement> shown(By by) {
        return driver.findElements(by).stream().filter(WebElement::isDisplayed).reduce((_, last) -> last);
    }

    private <T> T until(Supplier<Optional<T>> condition) {
        return new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .until(_ -> condition.get().orElse(null));
    }

    /** Spaces that do not break are spaces here. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
