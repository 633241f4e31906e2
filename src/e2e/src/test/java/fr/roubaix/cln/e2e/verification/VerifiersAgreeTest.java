package fr.roubaix.cln.e2e.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fr.roubaix.cln.e2e.verification.BrowserVerifier.Pair;
import fr.roubaix.cln.sync.Hash;

/** Two programs written apart, and the hub: they agree on every draw, and neither lets a changed byte through. */
class VerifiersAgreeTest {

    private static final Path VECTORS =
            Path.of(System.getProperty("cln.racine", "."), "src/verifier/src/test/resources/vectors/tirage");

    @TempDir
    private Path folder;

    private BrowserVerifier browser;

    @BeforeEach
    void open() {
        browser = new BrowserVerifier(folder);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void the_browser_accepts_every_published_draw_with_its_own_digests_as_with_web_crypto() throws IOException {
        assertThat(browser.hasWebCrypto())
                .as("Web Crypto in a page opened from a file")
                .isTrue();
        List<Pair> vectors = vectors();
        assertThat(vectors).hasSize(15);
        assertThat(browser.verify(vectors)).containsOnly("CONFORME");
        browser.withoutWebCrypto();
        assertThat(browser.hasWebCrypto()).isFalse();
        assertThat(browser.verify(vectors)).containsOnly("CONFORME");
    }

    @Test
    void its_own_sha256_is_that_of_the_jdk_at_every_length_around_a_block() {
        var random = new Random(60);
        for (int length = 0; length < 200; length++) {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            assertThat(browser.ownSha256(bytes))
                    .as("seed 60, %d bytes", length)
                    .isEqualTo(Hash.of(bytes).hex());
        }
    }

    @Test
    void two_hundred_random_draws_come_out_the_same_everywhere() {
        try (var agreement = new Agreement(folder)) {
            var outcome = agreement.of(200, 20_270_613L);
            assertThat(outcome.disagreements()).isEmpty();
            assertThat(outcome.drawn()).isBetween(150, 199);
        }
    }

    @Test
    void a_byte_of_two_kilobytes_or_of_their_list_changed_in_each_of_five_ways_is_seen_by_both() {
        try (var mutations = new Mutations(folder)) {
            assertThat(mutations.bytesOfThePv()).isBetween(1_900, 2_700);
            assertThat(mutations.unseen(Mutations.SOME)).isEmpty();
        }
    }

    /** The version of the règlement is stated, not computed: only the published fingerprint tells that it was changed. */
    @Test
    void the_label_of_the_reglement_is_told_by_the_published_fingerprint_alone() {
        try (var mutations = new Mutations(folder)) {
            assertThat(mutations.unseenWithoutFingerprint()).isEqualTo(mutations.placesOfTheLabel());
        }
    }

    private static List<Pair> vectors() throws IOException {
        try (Stream<Path> files = Files.list(VECTORS)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .map(list -> new Pair(bytes(Path.of(list.toString().replace(".csv", ".pv.json"))), bytes(list)))
                    .toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
