package fr.roubaix.cln.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a browser could keep of the person before: history, storage, clipboard, drafts of fields, a page set aside. */
class NextPersonTest {

    private static final String NAME = "Zqkbelkacem";
    private static final int PORT = Application.freePort();
    private static final long MINUTE = 60_000;

    @TempDir
    static Path folder;

    private static StandInHub hub;
    private static Application kiosk;

    private TerminalBrowser browser;
    private Page page;
    private Screen screen;

    @BeforeAll
    static void a_kiosk_in_service() throws IOException {
        hub = new StandInHub();
        kiosk = kiosk("--cln.kiosk.hub=" + hub.address(), "--cln.kiosk.code=" + hub.code());
    }

    private static Application kiosk(String... more) {
        var arguments = Stream.concat(
                Stream.of("--cln.kiosk.mairie=nord", "--cln.kiosk.imprimante=virtuelle"), Stream.of(more));
        return Application.kiosk(folder.resolve("borne"), PORT, arguments.toArray(String[]::new))
                .awaitReady("/borne/");
    }

    @AfterAll
    static void stop_everything() {
        kiosk.close();
        hub.close();
    }

    @BeforeEach
    void switched_on() {
        browser = new TerminalBrowser(folder.resolve("profil"));
        take(browser.page());
    }

    private void take(Page shown) {
        page = shown;
        screen = new Screen(page);
    }

    @AfterEach
    void switched_off() {
        browser.close();
    }

    @Test
    void whichever_way_one_leaves_the_browser_keeps_nothing() {
        somebodyIsThere();
        nothingIsCopied();
        screen.find("[data-place=exit]").click();
        nextPersonFindsHome();
        page.goBack();
        nextPersonFindsHome();
        page.goForward();
        nextPersonFindsHome();

        somebodyIsThere();
        page.reload();
        nextPersonFindsHome();

        somebodyIsThere();
        browser.kill();
        browser = new TerminalBrowser(folder.resolve("profil"));
        take(browser.page());
        screen.open(kiosk.url("/borne/"));
        nextPersonFindsHome();
    }

    @Test
    void a_person_who_went_away_is_asked_with_a_sound_then_forgotten_even_by_a_dead_server() {
        page.clock().install();
        somebodyIsThere();
        page.clock().fastForward(MINUTE + 1_000);
        screen.titled("Êtes-vous toujours là");
        assertThat(page.evaluate("() => window.sons")).isEqualTo(2);
        screen.press("Escape");
        screen.find("h1:has-text('toujours là')").waitFor(Screen.GONE);
        page.clock().fastForward(MINUTE + 1_000);
        screen.titled("Êtes-vous toujours là");
        page.mouse().click(20, 20);
        screen.find("h1:has-text('toujours là')").waitFor(Screen.GONE);
        page.clock().fastForward(MINUTE + 1_000);
        screen.titled("Êtes-vous toujours là");
        page.clock().runFor(31_000);
        nextPersonFindsHome();

        somebodyIsThere();
        kiosk.kill();
        page.clock().fastForward(MINUTE + 36_000);
        page.waitForFunction("() => getComputedStyle(document.body).visibility === 'hidden'");
        kiosk = kiosk();
        page.clock().runFor(20_000);
        nextPersonFindsHome();
    }

    @Test
    void a_machine_that_slept_wakes_on_the_home_screen_and_a_clock_set_back_gives_nobody_more_time() {
        page.clock().install();
        somebodyIsThere();
        page.clock().setSystemTime(System.currentTimeMillis() - 60 * MINUTE);
        page.clock().fastForward(MINUTE + 1_000);
        screen.titled("Êtes-vous toujours là");
        screen.press("Escape");
        screen.find("h1:has-text('toujours là')").waitFor(Screen.GONE);
        // The hour goes on while the machine sleeps; its timers do not.
        page.clock().setSystemTime(System.currentTimeMillis() + 60 * MINUTE);
        nextPersonFindsHome();
    }

    @Test
    void quick_taps_skip_no_screen_and_send_one_application_and_turning_the_tablet_keeps_what_was_written() {
        screen.open(kiosk.url("/borne/")).touch("Poser ma candidature").touch("J’ai lu");
        screen.titled("Comment vous appelez-vous").find("input").first().click();
        page.keyboard().type(NAME);
        page.setViewportSize(1080, 1920);
        assertThat(page.evaluate("() => document.activeElement.value")).isEqualTo(NAME);
        page.setViewportSize(1920, 1080);
        assertThat(page.evaluate("() => document.activeElement.value")).isEqualTo(NAME);
        screen.write("Prénoms", "Ana");
        tap("Continuer");
        screen.titled("Quelle est votre date de naissance");
        screen.write("Jour", "14").write("Mois", "3").write("Année", "1957");
        tap("Continuer");
        screen.titled("Où habitez-vous").find("input").first().fill("12 rue de l’Essai");
        screen.livesInNord();
        tap("Continuer");
        screen.titled("Pour l’équilibre").choose(0);
        tap("Continuer");
        screen.titled("Comment vous joindre").choose(0).tick("vaadin-checkbox");
        tap("Continuer");
        screen.titled("Est-ce que tout est juste");
        tap("Envoyer ma candidature");
        screen.titled("Votre candidature est enregistrée").says("Prenez votre reçu");
        assertThat(answers("/materiel/recus/1.png")).isTrue();
        assertThat(answers("/materiel/recus/2.png")).isFalse();
        screen.find("[data-place=exit]").click();
        nextPersonFindsHome();
    }

    /** Forty times where the button stands, as fast as the machine can. */
    private void tap(String words) {
        var button = page.locator("vaadin-button:has-text('" + words + "'), button:has-text('" + words + "')")
                .last();
        button.scrollIntoViewIfNeeded();
        BoundingBox box = button.boundingBox();
        for (int i = 0; i < 40; i++) {
            page.mouse().click(box.x + box.width / 2, box.y + box.height / 2);
        }
    }

    /** Someone in the middle of the first step, the keys open, everything set for themself. */
    private void somebodyIsThere() {
        screen.open(kiosk.url("/borne/")).titled("Le numérique de la ville");
        screen.touch("Poser ma candidature").touch("J’ai lu").titled("Comment vous appelez-vous");
        set("size", ".sample >> nth=3");
        set("contrast", ".sample >> nth=1");
        screen.find("input").first().fill(NAME);
        screen.find("input").first().click();
        screen.find("cln-clavier").waitFor();
    }

    private void set(String place, String choice) {
        screen.find("[data-place=" + place + "]").click();
        screen.find(choice).click();
        screen.find("vaadin-dialog[opened]").waitFor(Screen.GONE);
    }

    private void nothingIsCopied() {
        page.evaluate("() => navigator.clipboard.writeText('rien')");
        screen.press("Control+a", "Control+c", "Control+x");
        assertThat(page.evaluate("() => navigator.clipboard.readText()")).isEqualTo("rien");
        assertThat(screen.find("input").first().inputValue()).isEqualTo(NAME);
    }

    private void nextPersonFindsHome() {
        screen.titled("Le numérique de la ville").doesNotSay(NAME);
        page.waitForFunction("""
                () => { const root = document.documentElement;
                        return root.lang === 'fr' && root.dir !== 'rtl' && root.dataset.size === '1'
                            && root.dataset.theme === 'clair' && !root.dataset.efface
                            && getComputedStyle(document.body).visibility === 'visible'
                            && !(document.querySelector('cln-clavier')?.checkVisibility() ?? false); }
                """);
        assertThat(page.url()).startsWith(kiosk.url("/borne/"));
        assertThat(page.title()).doesNotContain(NAME);
        assertThat(String.valueOf(page.evaluate("""
                async () => JSON.stringify([{...localStorage}, {...sessionStorage}, await indexedDB.databases(),
                    await caches.keys(), history.state, document.cookie, window.name,
                    [...document.querySelectorAll('input')].map(i => i.value)])
                """))).doesNotContain(NAME);
        assertThat(browser.cookies()).allMatch(cookie -> cookie.startsWith("CLN_BORNE="));
    }

    private static boolean answers(String path) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                                    HttpRequest.newBuilder(URI.create(kiosk.url(path)))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
