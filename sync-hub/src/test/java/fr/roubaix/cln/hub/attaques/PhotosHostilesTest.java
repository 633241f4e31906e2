package fr.roubaix.cln.hub.attaques;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.limites.TailleDesDemandes;
import fr.roubaix.cln.hub.tirage.TirageDEssai;

/** Photographs sent to the running hub by people who mean it no good. */
class PhotosHostilesTest extends AttackedHub {

    private static final String PHOTO = "/tirages/photos/recherche/photo";

    @Test
    void a_photo_is_read_up_to_its_limit_refused_beyond_it_and_rationed_by_address() {
        TirageDEssai.appel(jdbc, new AppelId("photos"));
        TirageDEssai.arrete(jdbc, new AppelId("photos"));
        var somebody = stranger();
        assertThat(send(somebody, form(new byte[TailleDesDemandes.PHOTO - 100])).body())
                .contains("photo JPEG ou PNG");
        var tooLarge = send(somebody, form(new byte[TailleDesDemandes.PHOTO + 100_000]));
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(tooLarge.body()).contains("une photo de");
        assertThat(send(somebody, "--x\r\nnothing that a browser writes".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isIn(200, 400);
        int passed = 3;
        while (send(somebody, form(new byte[] {1})).status() == 200) {
            passed++;
            assertThat(passed).as("photos from one address").isLessThan(40);
        }
        assertThat(passed).isGreaterThanOrEqualTo(10);
        assertThat(stranger().get("/tirages/photos/recherche").status()).isEqualTo(200);
        assertThat(send(stranger(), form(new byte[] {1})).status())
                .as("somebody else")
                .isEqualTo(200);
        assertThat(alive()).isTrue();
    }

    private static Reply send(Browser browser, byte[] form) {
        return browser.send(
                "POST", PHOTO, List.of("Accept: text/html", "Content-Type: multipart/form-data; boundary=x"), form);
    }

    private static byte[] form(byte[] file) {
        var form = new ByteArrayOutputStream();
        form.writeBytes("--x\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(file);
        form.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }
}
