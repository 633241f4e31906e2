package fr.roubaix.cln.kiosk.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

import fr.roubaix.cln.hardware.raster.QrCode;

/** What a tablet's camera sees, at the door of the terminal. */
class CameraFramesTest {

    private static final String SQUARE = "CLN1:" + "A1B2C3D4E5F".repeat(12);
    private static final int WIDTH = 480;
    private static final int HEIGHT = 400;

    private final MockMvc door =
            MockMvcBuilders.standaloneSetup(new CameraFrames()).build();

    @Test
    void the_square_of_a_receipt_is_read_in_the_light_of_a_counter() throws Exception {
        door.perform(frame(WIDTH, HEIGHT, seen(SQUARE)))
                .andExpect(status().isOk())
                .andExpect(content().string(SQUARE));
    }

    @Test
    void a_picture_without_a_square_has_no_answer() throws Exception {
        byte[] noise = new byte[WIDTH * HEIGHT];
        new Random(4).nextBytes(noise);
        door.perform(frame(WIDTH, HEIGHT, noise)).andExpect(status().isNoContent());
    }

    @ParameterizedTest
    @CsvSource({"900, 900", "10, 400", "-480, -400", "2147483647, 2147483647"})
    void a_picture_of_an_impossible_size_is_not_even_read(int width, int height) throws Exception {
        door.perform(frame(width, height, new byte[10])).andExpect(status().isContentTooLarge());
    }

    @ParameterizedTest
    @CsvSource({"0", "100", "192001", "3000000"})
    void a_picture_that_is_not_as_large_as_it_says_is_refused(int bytes) throws Exception {
        door.perform(frame(WIDTH, HEIGHT, new byte[bytes])).andExpect(status().isBadRequest());
    }

    @Test
    void nobody_sends_pictures_faster_than_they_can_be_of_use() throws Exception {
        int refused = 0;
        for (int i = 0; i < 20; i++) {
            var answer =
                    door.perform(frame(40, 40, new byte[1_600])).andReturn().getResponse();
            refused += answer.getStatus() == 429 ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }

    @Test
    void a_form_of_another_page_is_not_taken() throws Exception {
        door.perform(frame(WIDTH, HEIGHT, seen(SQUARE)).contentType(MediaType.APPLICATION_FORM_URLENCODED))
                .andExpect(status().isUnsupportedMediaType());
    }

    private static MockHttpServletRequestBuilder frame(int width, int height, byte[] grey) {
        return post(CameraFrames.ADDRESS)
                .param("largeur", Integer.toString(width))
                .param("hauteur", Integer.toString(height))
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content(grey);
    }

    /** Grey paper, darker on one side, with a square in the middle. */
    private static byte[] seen(String text) {
        var code = QrCode.of(text);
        int module = 6;
        int left = (WIDTH - code.modules() * module) / 2;
        int top = (HEIGHT - code.modules() * module) / 2;
        byte[] grey = new byte[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            Arrays.fill(grey, y * WIDTH, (y + 1) * WIDTH, (byte) (220 - y / 8));
        }
        for (int y = 0; y < code.modules() * module; y++) {
            for (int x = 0; x < code.modules() * module; x++) {
                if (code.black(x / module, y / module)) {
                    grey[(top + y) * WIDTH + left + x] = (byte) (60 - y / 12);
                }
            }
        }
        return grey;
    }
}
