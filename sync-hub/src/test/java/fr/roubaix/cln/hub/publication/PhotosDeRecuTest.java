package fr.roubaix.cln.hub.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.publication.PhotosDeRecu.Issue;
import fr.roubaix.cln.hub.publication.PhotosDeRecu.Issue.Refus;

/** Receipts photographed well and badly, and files made to hurt whoever opens them. */
class PhotosDeRecuTest {

    private static final ReceiptCode CODE = new ReceiptCode(0x778e69b8a9dL);
    private static final BufferedImage RECEIPT = PhotosDEssai.recu(PhotosDEssai.texte(CODE));

    private final PhotosDeRecu photos = new PhotosDeRecu();

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void a_receipt_photographed_straight_is_read(String format) {
        assertThat(photos.lire(PhotosDEssai.fichier(RECEIPT, format))).isEqualTo(new Issue.Lu(CODE));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.6",
        "7, 1",
        "15, 1",
        "30, 1",
        "45, 1",
        "60, 0.8",
        "90, 1",
        "135, 1",
        "180, 0.7",
        "200, 1",
        "270, 2",
        "315, 1.5",
        "3, 4"
    })
    void turned_shrunk_or_enlarged_it_is_read_all_the_same(double degrees, double scale) {
        var photo = PhotosDEssai.aLEchelle(PhotosDEssai.tournee(RECEIPT, degrees), scale);
        assertThat(photos.lire(PhotosDEssai.fichier(photo, "jpeg"))).isEqualTo(new Issue.Lu(CODE));
    }

    @ParameterizedTest
    @CsvSource({"20, 1, 11", "50, 1, 12", "70, 2, 13", "60, 0.8, 14"})
    void speckled_and_half_in_the_shade_it_is_read(int noise, double scale, long seed) {
        var photo = PhotosDEssai.bruitee(PhotosDEssai.aLEchelle(PhotosDEssai.tournee(RECEIPT, 5), scale), noise, seed);
        assertThat(photos.lire(PhotosDEssai.fichier(photo, "jpeg")))
                .as("seed %d", seed)
                .isEqualTo(new Issue.Lu(CODE));
    }

    @Test
    void a_transparent_picture_lies_on_white_paper() {
        var photo = new BufferedImage(RECEIPT.getWidth(), RECEIPT.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < photo.getHeight(); y++) {
            for (int x = 0; x < photo.getWidth(); x++) {
                photo.setRGB(x, y, (RECEIPT.getRGB(x, y) & 0xFF) < 0x40 ? 0xFF000000 : 0);
            }
        }
        assertThat(photos.lire(PhotosDEssai.fichier(photo, "png"))).isEqualTo(new Issue.Lu(CODE));
    }

    @Test
    void a_photo_without_square_is_said_to_have_none() {
        assertThat(photos.lire(
                        PhotosDEssai.fichier(new BufferedImage(1_600, 1_200, BufferedImage.TYPE_INT_RGB), "jpeg")))
                .isEqualTo(Refus.AUCUN_CARRE);
        var noise = PhotosDEssai.bruitee(new BufferedImage(900, 900, BufferedImage.TYPE_INT_RGB), 255, 5L);
        assertThat(photos.lire(PhotosDEssai.fichier(noise, "jpeg"))).isEqualTo(Refus.AUCUN_CARRE);
        assertThat(photos.lire(PhotosDEssai.fichier(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png")))
                .isEqualTo(Refus.AUCUN_CARRE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.ville-roubaix.fr/", "CLN1:", "CLN1:ABC", "7F3K9-Q2MXE"})
    void the_square_of_something_else_is_said_not_to_be_a_receipt(String text) {
        assertThat(photos.lire(PhotosDEssai.fichier(PhotosDEssai.recu(text), "png")))
                .isEqualTo(Refus.PAS_UN_RECU);
    }

    @Test
    void what_is_no_picture_is_said_not_to_be_one() throws IOException {
        assertThat(photos.lire(new byte[0])).isEqualTo(Refus.VIDE);
        for (byte[] file : new byte[][] {
            {1, 2, 3},
            "%PDF-1.7".getBytes(StandardCharsets.UTF_8),
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8),
            PhotosDEssai.fichier(RECEIPT, "gif"),
            {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 0, 1},
            png(10, 10, 8, new byte[0])
        }) {
            assertThat(photos.lire(file))
                    .as(Arrays.toString(Arrays.copyOf(file, 12)))
                    .isEqualTo(Refus.PAS_UNE_IMAGE);
        }
    }

    @Test
    void a_file_that_promises_more_points_than_any_camera_makes_is_refused_before_it_is_unpacked() throws IOException {
        byte[] small = zipped(1_000);
        assertThat(photos.lire(png(30_000, 30_000, 8, small))).isEqualTo(Refus.TROP_DE_POINTS);
        assertThat(photos.lire(png(19_999, 1_300, 8, small))).as("many points").isEqualTo(Refus.TROP_DE_POINTS);
        assertThat(photos.lire(png(40_000, 10, 8, small))).as("one long side").isEqualTo(Refus.TROP_DE_POINTS);
        assertThat(photos.lire(png(Integer.MAX_VALUE, Integer.MAX_VALUE, 8, small)))
                .isEqualTo(Refus.TROP_DE_POINTS);
    }

    @Test
    void a_small_file_that_unpacks_to_hundreds_of_megabytes_takes_no_such_memory() throws IOException {
        byte[] bomb = png(20, 20, 8, zipped(400_000_000));
        assertThat(bomb.length).isLessThan(3_000_000);
        assertThat(photos.lire(bomb)).isEqualTo(Refus.AUCUN_CARRE);
        byte[] hidden = withChunk(PhotosDEssai.fichier(RECEIPT, "png"), "zTXt", comment(400_000_000));
        assertThat(photos.lire(hidden)).as("what is not points is not unpacked").isEqualTo(new Issue.Lu(CODE));
    }

    @Test
    void a_photograph_that_appears_in_hundreds_of_steps_is_refused() {
        byte[] jpeg = PhotosDEssai.fichier(RECEIPT, "jpeg");
        var steps = new ByteArrayOutputStream();
        steps.write(jpeg, 0, jpeg.length - 2);
        for (int i = 0; i < 300; i++) {
            steps.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0});
        }
        steps.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});
        assertThat(photos.lire(steps.toByteArray())).isEqualTo(Refus.TROP_DE_POINTS);
    }

    @Test
    void damaged_files_are_answered_and_leave_nothing_on_the_disk() throws IOException {
        var random = new Random(20_270_613L);
        var before = temporaryFiles();
        for (String format : new String[] {"jpeg", "png"}) {
            byte[] whole = PhotosDEssai.fichier(PhotosDEssai.aLEchelle(RECEIPT, 0.15), format);
            for (int i = 0; i < 25; i++) {
                byte[] damaged =
                        random.nextBoolean() ? Arrays.copyOf(whole, 1 + random.nextInt(whole.length)) : whole.clone();
                for (int j = 0; j < 1 + i; j++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                assertThat(photos.lire(damaged))
                        .as("%s %d of seed 20270613", format, i)
                        .isNotNull();
            }
        }
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    private static long temporaryFiles() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("imageio"))
                    .count();
        }
    }

    private static byte[] png(int width, int height, int depth, byte[] points) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        var header = new ByteArrayOutputStream();
        var data = new DataOutputStream(header);
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {(byte) depth, 0, 0, 0, 0});
        chunk(bytes, "IHDR", header.toByteArray());
        if (points.length > 0) {
            chunk(bytes, "IDAT", points);
        }
        chunk(bytes, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    /** After the header of a picture. */
    private static byte[] withChunk(byte[] png, String kind, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        int afterHeader = 8 + 25;
        bytes.write(png, 0, afterHeader);
        chunk(bytes, kind, content);
        bytes.write(png, afterHeader, png.length - afterHeader);
        return bytes.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream to, String kind, byte[] content) throws IOException {
        var data = new DataOutputStream(to);
        data.writeInt(content.length);
        byte[] name = kind.getBytes(StandardCharsets.ISO_8859_1);
        data.write(name);
        data.write(content);
        var crc = new CRC32();
        crc.update(name);
        crc.update(content);
        data.writeInt((int) crc.getValue());
    }

    private static byte[] comment(int size) throws IOException {
        var content = new ByteArrayOutputStream();
        content.writeBytes(new byte[] {'C', 0, 0});
        content.writeBytes(zipped(size));
        return content.toByteArray();
    }

    private static byte[] zipped(int size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
            byte[] zeros = new byte[100_000];
            for (int left = size; left > 0; left -= zeros.length) {
                zip.write(zeros, 0, Math.min(zeros.length, left));
            }
        }
        return bytes.toByteArray();
    }
}
