package fr.roubaix.cln.e2e.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.roubaix.cln.e2e.Application;
import fr.roubaix.cln.e2e.Chromium;
import fr.roubaix.cln.e2e.City;
import fr.roubaix.cln.e2e.Screen;
import fr.roubaix.cln.e2e.Waiting;

/** The wall of the room in a real browser, through a whole draw, a power cut, other projectors and a browser without script. */
@ExtendWith(City.Shared.class)
class RoomTest {

    /** Capitals, in pixels of 1920: one two-hundredth of ten metres on a picture two metres and a half wide. */
    private static final double TEN_METRES = 38.4;

    /** Every other word, which is also said aloud: ten metres on a picture of three metres, eight on one of two and a half. */
    private static final double SAID_ALOUD = 31;

    /** What nobody has to read from their seat: the line that repeats the title and the date, and how each seat was given. */
    private static final String ANNEX = ".pj__quoi, .qui small";

    /** Of those: four metres and a half on a picture of two. */
    private static final double ANNEX_SIZE = 22;

    private static final List<String> READ_FROM_THE_LAST_ROW = List.of(
            "h1",
            ".grand",
            ".geant",
            ".fp--grande",
            ".plan tbody td b",
            ".chiffres b",
            ".groupes",
            ".code",
            ".bilan dd",
            ".c h2");

    private static final String CAP_HEIGHT = """
            e => {
              const style = getComputedStyle(e), pen = document.createElement('canvas').getContext('2d');
              pen.font = style.fontWeight + ' ' + style.fontSize + ' ' + style.fontFamily;
              return pen.measureText('H').actualBoundingBoxAscent;
            }""";

    /** Texts that stand on the page, a sign for screen readers excepted, with what they say. */
    private static final String SMALLEST = """
            annex => {
              const pen = document.createElement('canvas').getContext('2d'), found = [];
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) {
                const e = walk.currentNode.parentElement;
                if (!walk.currentNode.data.trim() || e.closest('.vh, noscript, script') || !e.checkVisibility()) continue;
                if (!!e.closest(annex.selector) !== annex.only) continue;
                const style = getComputedStyle(e);
                pen.font = style.fontWeight + ' ' + style.fontSize + ' ' + style.fontFamily;
                found.push([pen.measureText('H').actualBoundingBoxAscent, walk.currentNode.data.trim()]);
              }
              return found.sort((a, b) => a[0] - b[0])[0];
            }""";

    @TempDir
    private static Path folder;

    private static final int PORT = Application.freePort();

    private static Chromium chromium;
    private static Application hub;
    private static int calls;

    private StoredCeremony draw;

    @BeforeAll
    static void a_hub(City city) {
        chromium = city.chromium();
        hub = Application.hub(folder.resolve("hub"), PORT).awaitReady("/tirages");
    }

    @BeforeEach
    void a_call_of_its_own() throws SQLException {
        calls++;
        draw = StoredCeremony.publicOne(hub.folder(), "2027-" + calls);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void the_room_follows_a_whole_draw_and_its_last_row_reads_what_counts() throws SQLException {
        var page = chromium.person(1920, 1080).newPage();
        var wall = new Screen(page).open(hub.url(draw.path()));
        check(wall.titled("Tirage au sort public"), page, "attente");
        draw.freeze();
        check(wall.titled("La liste est arrêtée"), page, "liste");
        draw.confirmPlan();
        check(wall.titled("Le plan des sièges"), page, "plan");
        draw.openFor(30);
        check(wall.titled("La séance est ouverte").says("30 lancers de dé"), page, "seance");
        draw.throwDice(0, 13);
        check(wall.titled("Les témoins lancent les dés").says("13 chiffres sur 30"), page, "des");
        assertThat(page.locator("#annonce").textContent()).contains("13 chiffres. Le dernier est 2");
        draw.mend(13, 7);
        check(wall.says("1 correction"), page, "correction");
        draw.mend(13, 2);
        draw.throwDice(13, 30);
        check(wall.says("30 chiffres"), page, "trente");
        draw.confirmSeed();
        check(wall.titled("Les dés sont fixés"), page, "graine");
        draw.draw(folder);
        check(wall.titled("Les sièges"), page, "tire");
        draw.reveal(9);
        page.waitForFunction("() => document.querySelectorAll('.s[data-cle]').length === 11");
        check(wall, page, "sieges");
        draw.reveal(17);
        draw.proclaim();
        check(wall.titled("Le résultat est proclamé"), page, "proclame");
        for (int[] window : new int[][] {{1280, 720}, {3840, 2160}, {1024, 768}}) {
            page.setViewportSize(window[0], window[1]);
            holdsInItsWindow(page);
        }
        page.setViewportSize(390, 844);
        wall.isAccessible().isNoWiderThanItsWindow();
        assertThat(page.content()).doesNotContain(StoredCeremony.CO_PRESIDENT);
    }

    @Test
    void a_row_of_a_hundred_digits_and_a_rehearsal_hold_on_the_wall_too() throws SQLException {
        var rehearsal = draw.rehearsal(1);
        rehearsal.freeze();
        rehearsal.confirmPlan();
        rehearsal.open();
        rehearsal.throwDice(0, 200);
        var page = chromium.person(1920, 1080).newPage();
        var wall = new Screen(page)
                .open(hub.url(rehearsal.path()))
                .says("200 chiffres")
                .says("rien ne compte");
        wall.isAccessible().picture("projection-repetition");
        holdsInItsWindow(page);
        assertThat(page.locator(".filigrane").evaluate("e => getComputedStyle(e, '::before').content"))
                .isEqualTo("\"RÉPÉTITION\"");
    }

    @ParameterizedTest
    @CsvSource({"1, 13", "5, 30", "10, 30", "10, 31", "10, 60"})
    void every_thrower_and_the_fingerprint_hold_beside_as_many_as_sixty_digits(int throwers, int digits)
            throws SQLException {
        draw.freeze();
        draw.confirmPlan();
        draw.open(throwers, Math.max(30, digits));
        draw.throwDice(0, digits);
        draw.mend(3, 1);
        var page = chromium.person(1920, 1080).newPage();
        var wall = new Screen(page)
                .open(hub.url(draw.path()))
                .says(digits + " chiffres sur " + Math.max(30, digits))
                .says("Un tour annoncé avant");
        check(wall, page, "des-" + throwers + "-" + digits);
        assertThat(page.locator(".lanceurs b").count()).isEqualTo(throwers);
        assertThat(page.locator(".fpb").isVisible()).isTrue();
        assertThat(page.locator(".verifier svg").isVisible()).isTrue();
    }

    @Test
    void the_wall_says_that_a_frozen_list_was_annulled() throws SQLException {
        draw.freeze();
        draw.annul();
        var page = chromium.person(1920, 1080).newPage();
        var wall = new Screen(page).open(hub.url(draw.path())).titled("Tirage au sort public");
        check(wall.says("Une liste arrêtée a été annulée"), page, "annule");
    }

    @Test
    void the_wall_keeps_what_it_shows_while_the_hub_is_away_and_goes_on_by_itself() throws SQLException {
        var page = chromium.person(1920, 1080).newPage();
        var wall = new Screen(page).open(hub.url(draw.path())).titled("Tirage au sort public");
        draw.freeze();
        wall.titled("La liste est arrêtée");
        page.evaluate("() => { window.samePage = true; }");
        hub.kill();
        wall.says("Liaison en cours").titled("La liste est arrêtée").isAccessible();
        draw.confirmPlan();
        hub = Application.hub(folder.resolve("hub"), PORT);
        Waiting.until(
                Duration.ofSeconds(90),
                hub::log,
                () -> "Le plan des sièges".equals(page.locator("h1").textContent()));
        Waiting.until(
                Duration.ofSeconds(10),
                hub::log,
                () -> page.locator("#liaison").textContent().isEmpty());
        assertThat(page.evaluate("() => window.samePage")).isEqualTo(true);
    }

    @Test
    void without_script_the_page_shows_where_the_draw_is() throws SQLException {
        draw.freeze();
        var options = new Browser.NewContextOptions().setJavaScriptEnabled(false);
        var wall = new Screen(chromium.person(options).newPage()).open(hub.url(draw.path()));
        wall.titled("La liste est arrêtée");
        draw.confirmPlan();
        // The browser is told to do so every five seconds; a driven one that runs no script does not read what is for
        // it.
        wall.reload().titled("Le plan des sièges");
    }

    @Test
    void seats_appear_at_once_for_whoever_asks_for_less_movement() throws SQLException {
        draw.freeze();
        draw.confirmPlan();
        draw.open();
        draw.throwDice(0, 30);
        draw.confirmSeed();
        draw.draw(folder);
        var options = new Browser.NewContextOptions()
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(1920, 1080);
        var still = chromium.person(options).newPage();
        var moving = chromium.person(1920, 1080).newPage();
        for (Page page : List.of(still, moving)) {
            new Screen(page).open(hub.url(draw.path())).titled("Les sièges");
        }
        draw.reveal(1);
        assertThat(animation(still)).isEqualTo("none");
        assertThat(animation(moving)).isEqualTo("arrivee");
        assertThat(moving.locator(".nouveau").count()).isEqualTo(1);
    }

    private static Object animation(Page page) {
        page.locator(".s.nouveau").waitFor();
        return page.locator(".s.nouveau").evaluate("e => getComputedStyle(e).animationName");
    }

    private static void check(Screen wall, Page page, String name) {
        wall.isAccessible().picture("projection-" + name);
        holdsInItsWindow(page);
        for (String selector : READ_FROM_THE_LAST_ROW) {
            for (var element : page.locator(selector).all()) {
                assertThat(((Number) element.evaluate(CAP_HEIGHT)).doubleValue())
                        .as("%s on %s: %s", selector, name, element.textContent())
                        .isGreaterThanOrEqualTo(TEN_METRES);
            }
        }
        isNotSmallerThan(SAID_ALOUD, smallest(page, false), name);
        isNotSmallerThan(ANNEX_SIZE, smallest(page, true), name);
    }

    private static List<?> smallest(Page page, boolean annex) {
        return (List<?>) page.evaluate(SMALLEST, Map.of("selector", ANNEX, "only", annex));
    }

    private static void isNotSmallerThan(double height, List<?> smallest, String name) {
        assertThat(((Number) smallest.getFirst()).doubleValue())
                .as("%s on %s", smallest.getLast(), name)
                .isGreaterThanOrEqualTo(height);
    }

    /** Nothing is beyond the edges of the picture, and no words run out of their box. */
    private static void holdsInItsWindow(Page page) {
        assertThat(page.evaluate("""
                () => {
                  const w = innerWidth, h = innerHeight;
                  const within = (a, b) => a.left >= b.left - 1 && a.right <= b.right + 1 && a.top >= b.top - 1 && a.bottom <= b.bottom + 1;
                  return Array.from(document.querySelectorAll('body *'))
                    .filter(e => e.checkVisibility() && !e.closest('.vh, .filigrane, svg'))
                    .filter(e => {
                      const r = e.getBoundingClientRect();
                      return r.right > w + 1 || r.bottom > h + 1 || r.left < -1
                        || (e.matches('.c, .bloc, .chiffres li') && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
                        || (e.matches('.code, .qui') && !within(r, e.parentElement.getBoundingClientRect()));
                    })
                    .map(e => e.className + ' ' + e.localName + ' ' + e.textContent.trim().slice(0, 30)).slice(0, 6).join(' | ');
                }""")).as("%s", page.viewportSize().width).isEqualTo("");
    }
}
