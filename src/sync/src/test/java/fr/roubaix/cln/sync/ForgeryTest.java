package fr.roubaix.cln.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import fr.roubaix.cln.sync.RequestAuthorization.Request;

/** Random alterations of what travels: none is believed. */
class ForgeryTest {

    private static final long SEED = 20_261_122L;
    private static final int TRIALS = 1_500;
    private static final SigningKey KEY = SigningKey.generate();

    static Stream<Thing> things() {
        return Stream.of(
                thing(Use.ENVELOPE, Samples.envelope().encode(), Envelope::decode),
                thing(Use.ACK, Samples.ack().encode(), Ack::decode),
                thing(Use.BULLETIN, Samples.bulletin().encode(), Bulletin::decode));
    }

    private static <T> Thing thing(Use use, byte[] content, Function<byte[], Optional<T>> decode) {
        return new Thing(use, Bytes.of(content), decode::apply);
    }

    record Thing(Use use, Bytes bytes, Function<byte[], Optional<?>> decode) {
        byte[] content() {
            return bytes.toArray();
        }

        @Override
        public String toString() {
            return use.name();
        }

        boolean believed(String text) {
            return Signed.parse(text)
                    .filter(signed -> signed.verifiedBy(KEY.verifyingKey(), use))
                    .flatMap(signed -> decode.apply(signed.content().toArray()))
                    .isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("things")
    void no_altered_text_is_believed(Thing thing) {
        String genuine = Signed.by(KEY, thing.use, thing.content()).text();
        assertThat(thing.believed(genuine)).isTrue();
        var random = new Random(SEED);
        for (int i = 0; i < TRIALS; i++) {
            String altered = altered(genuine, random);
            assertThat(thing.believed(altered) && !altered.equals(genuine))
                    .as("seed %d, trial %d: %s", SEED, i, altered)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("things")
    void a_signature_for_one_use_is_worthless_for_another(Thing thing) {
        for (Use other : Use.values()) {
            assertThat(thing.believed(Signed.by(KEY, other, thing.content()).text()))
                    .isEqualTo(other == thing.use);
        }
    }

    @ParameterizedTest
    @MethodSource("things")
    void what_is_decoded_is_exactly_what_was_sent_even_under_a_good_signature(Thing thing) {
        var random = new Random(SEED);
        int survivors = 0;
        for (int i = 0; i < TRIALS; i++) {
            byte[] altered = altered(new String(thing.content(), StandardCharsets.UTF_8), random)
                    .getBytes(StandardCharsets.UTF_8);
            var decoded = thing.decode.apply(altered);
            if (decoded.isPresent()) {
                survivors++;
                assertThat(encode(decoded.get()))
                        .as("seed %d, trial %d", SEED, i)
                        .isEqualTo(altered);
            }
        }
        assertThat(survivors).isLessThan(TRIALS);
    }

    @Test
    void no_altered_request_is_let_in() {
        var request = new Request("POST", "/api/borne/v1/envelopes?x=1", Bytes.of(new byte[] {1, 2, 3}));
        String header = RequestAuthorization.sign(KEY, Samples.KIOSK, request, Samples.AT)
                .header();
        var genuine = RequestAuthorization.parse(header).orElseThrow();
        assertThat(genuine.verifies(KEY.verifyingKey(), request)).isTrue();
        assertThat(genuine.verifies(KEY.verifyingKey(), new Request("GET", request.target(), request.body())))
                .isFalse();
        assertThat(genuine.verifies(KEY.verifyingKey(), new Request("POST", request.target() + "&y", request.body())))
                .isFalse();
        assertThat(genuine.verifies(
                        KEY.verifyingKey(), new Request("POST", request.target(), Bytes.of(new byte[] {1, 2}))))
                .isFalse();
        var random = new Random(SEED);
        for (int i = 0; i < TRIALS; i++) {
            String altered = altered(header, random);
            boolean in = RequestAuthorization.parse(altered)
                    // The number of the kiosk chooses the key: another kiosk's key did not sign this.
                    .filter(found -> found.kiosk().equals(Samples.KIOSK))
                    .filter(found -> found.verifies(KEY.verifyingKey(), request))
                    .isPresent();
            assertThat(in && !altered.equals(header))
                    .as("seed %d, trial %d: %s", SEED, i, altered)
                    .isFalse();
        }
    }

    @Test
    void a_request_is_timely_within_five_minutes_either_way() {
        var request = new Request("GET", "/", Bytes.of(new byte[0]));
        var claim = RequestAuthorization.sign(KEY, Samples.KIOSK, request, Samples.AT);
        var at = claim.at();
        assertThat(claim.timely(at.plus(RequestAuthorization.WINDOW))).isTrue();
        assertThat(claim.timely(at.minus(RequestAuthorization.WINDOW))).isTrue();
        assertThat(claim.timely(at.plus(RequestAuthorization.WINDOW).plus(Duration.ofSeconds(1))))
                .isFalse();
        assertThat(claim.timely(at.minus(RequestAuthorization.WINDOW).minus(Duration.ofSeconds(1))))
                .isFalse();
    }

    private static byte[] encode(Object thing) {
        return switch (thing) {
            case Envelope envelope -> envelope.encode();
            case Ack ack -> ack.encode();
            case Bulletin bulletin -> bulletin.encode();
            default -> throw new IllegalArgumentException();
        };
    }

    private static String altered(String text, Random random) {
        int at = random.nextInt(text.length());
        String letters = "0123456789abcdefABCDEFxyz._-\"{}[],:= ";
        char letter = letters.charAt(random.nextInt(letters.length()));
        return switch (random.nextInt(5)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            case 2 -> text.substring(0, at) + letter + text.substring(at);
            case 3 -> text.substring(0, at) + letter + text.substring(at + 1);
            default -> text + text.substring(at);
        };
    }
}
