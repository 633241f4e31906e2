package fr.roubaix.cln.e2e.acces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import fr.roubaix.cln.e2e.Chromium;
import fr.roubaix.cln.e2e.City;
import fr.roubaix.cln.e2e.Screen;
import fr.roubaix.cln.hardware.raster.QrCode;

/** What a browser reads by itself: the keys of a scanner, the picture of a camera. */
@ExtendWith(City.Shared.class)
class ScannersTest {

    private static final String SQUARE = "CLN1:" + "A1B2C3D4E5F".repeat(12);

    @Test
    void a_scanner_that_types_is_heard_whatever_the_layout_and_a_person_who_types_loses_nothing(City city) {
        var page = city.chromium().person(1920, 1080).newPage();
        var screen = new Screen(page).open(city.kiosk().url("/borne/")).titled("Le numérique de la ville");
        var scanner = new WedgeKeys(page);
        screen.touch("Suivre ma candidature").titled("Suivre ma candidature");
        var field = screen.find("input").first();
        field.focus();
        // A machine that runs everything else too may deliver the first keys late: a person would hold it out again.
        for (int i = 0; i < 5 && !screen.appears(".note:has-text('pas authentique')"); i++) {
            field.fill("");
            field.focus();
            scanner.reads(SQUARE);
        }
        screen.says("n’est pas authentique ici");
        assertThat(field.inputValue()).isEmpty();

        field.focus();
        page.keyboard().type("CLN CLC CLN1 C", new Keyboard.TypeOptions().setDelay(15));
        page.waitForFunction("() => document.querySelector('vaadin-text-field input').value.endsWith('C')");
        assertThat(field.inputValue()).isEqualTo("CLN CLC CLN1 C");
    }

    @Test
    void the_camera_of_a_tablet_reads_a_square_and_says_what_to_do_without_one(City city, @TempDir Path folder)
            throws IOException {
        var video = folder.resolve("camera.y4m");
        Files.write(video, video(SQUARE));
        try (var seeing = new Chromium(List.of(
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
                "--use-file-for-fake-video-capture=" + video))) {
            var page = camera(seeing.person(1280, 800).newPage(), city);
            page.waitForFunction("() => window.lu !== null");
            assertThat(page.evaluate("() => window.lu")).isEqualTo(SQUARE);
            assertThat(page.evaluate("() => document.querySelector('cln-camera video')"))
                    .as("the camera is off")
                    .isNull();
        }
        var blind = camera(city.chromium().person(1280, 800).newPage(), city);
        blind.waitForFunction("() => /absente|refusee/.test(document.querySelector('cln-camera').textContent)");
    }

    /** The reader of a tablet, on a page of the terminal: a browser gives its camera to both. */
    private static Page camera(Page page, City city) {
        new Screen(page).open(city.kiosk().url("/borne/")).titled("Le numérique de la ville");
        page.addScriptTag(new Page.AddScriptTagOptions().setUrl(city.kiosk().url("/cln/camera.js")));
        page.evaluate("""
                () => { const camera = document.createElement('cln-camera');
                        camera.setAttribute('adresse', '/lecteur/image');
                        ['refusee', 'absente'].forEach(word => camera.setAttribute('mot-' + word, word));
                        window.lu = null;
                        camera.addEventListener('lu', event => { window.lu = event.detail.texte; });
                        document.body.append(camera);
                        camera.toggle(); }
                """);
        return page;
    }

    /** A film in which nothing moves: grey paper and a square (YUV4MPEG2, 4:2:0). */
    private static byte[] video(String text) {
        int width = 640;
        int height = 480;
        int module = 6;
        var code = QrCode.of(text);
        int left = (width - code.modules() * module) / 2;
        int top = (height - code.modules() * module) / 2;
        byte[] picture = new byte[width * height * 3 / 2];
        Arrays.fill(picture, 0, width * height, (byte) 210);
        Arrays.fill(picture, width * height, picture.length, (byte) 128);
        for (int y = 0; y < code.modules() * module; y++) {
            for (int x = 0; x < code.modules() * module; x++) {
                if (code.black(x / module, y / module)) {
                    picture[(top + y) * width + left + x] = 40;
                }
            }
        }
        var film = new ByteArrayOutputStream();
        film.writeBytes(("YUV4MPEG2 W" + width + " H" + height + " F30:1 Ip A1:1 C420jpeg\n")
                .getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 5; i++) {
            film.writeBytes("FRAME\n".getBytes(StandardCharsets.US_ASCII));
            film.writeBytes(picture);
        }
        return film.toByteArray();
    }
}
