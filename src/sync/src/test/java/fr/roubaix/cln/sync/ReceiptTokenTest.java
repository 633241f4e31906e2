package fr.roubaix.cln.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.ReceiptToken.Issuer;
import fr.roubaix.cln.sync.ReceiptToken.Purpose;
import fr.roubaix.cln.sync.ReceiptToken.Reading;

class ReceiptTokenTest {

    // The key pair of RFC 8032 §7.1, test 1.
    private static final PrivateKey PRIVATE = privateKey(
            "302e020100300506032b6570042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    private static final VerifyingKey PUBLIC =
            new VerifyingKey(Bytes.of(hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")));

    // Written by hand from the layout; the signature was made with openssl.
    private static final String BODY =
            "01" + "01" + "00000778e69b8a9d" + "03" + "01" + "01bca0b6" + "0002" + "000000000000";
    private static final String SIGNATURE = "7c46ac8981ecea88d2705f3cb38c3e810f110974029bf243ccf07793d1cad6ff"
            + "184b703bdf41108f84f2619b2dfc3728c6f2481b7c4717271f7e142be2e98a06";
    private static final String TEXT =
            "CLN1:W50000M.0+6TPNH4H0*90CEK200000000000:VFO L5JGATT7RQZ1CJVMQ+7W+1Z81$E09SU*+PB5FLNQ48R933L8E3AS942E"
                    + " GCFCR 5Z/6Z6P9590WFW-27:3XO2*US9KH";

    private static final Issuer NORD = new Issuer.Kiosk(new KioskId(2), Secteur.NORD);
    private static final ReceiptToken TOKEN = new ReceiptToken(
            1, new ReceiptCode(0x778e69b8a9dL), NORD, Purpose.APPLICATION, Instant.parse("2025-05-27T12:06:00Z"));

    private static final ReceiptToken.Keys KEYS =
            (issuer, keyId) -> issuer.equals(NORD) && keyId == 1 ? Optional.of(PUBLIC) : Optional.empty();
    private static final ReceiptToken.Keys ONE_KEY_FOR_ALL = (_, _) -> Optional.of(PUBLIC);

    @Test
    void the_vector_written_by_hand_comes_out_and_is_read() {
        assertThat(TOKEN.code().affiche()).isEqualTo("7F3K9-Q2MXE");
        assertThat(TOKEN.sign(ReceiptTokenTest::sign)).isEqualTo(TEXT);
        assertThat(ReceiptToken.read(TEXT, KEYS)).isEqualTo(new Reading.Genuine(TOKEN));
        assertThat(TEXT).isEqualTo("CLN1:" + Base45.encode(hex(BODY + SIGNATURE)));
    }

    @Test
    void an_unknown_issuer_or_key_is_told_apart_from_a_forgery() {
        assertThat(ReceiptToken.read(TEXT, (_, _) -> Optional.empty())).isEqualTo(new Reading.UnknownKey(NORD, 1));
        assertThat(ReceiptToken.read(signed(BODY.replaceFirst("0002", "0003")), KEYS))
                .isEqualTo(new Reading.UnknownKey(new Issuer.Kiosk(new KioskId(3), Secteur.NORD), 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://example.org", "CLN2:W50000M", "cln1:W50000M", "3012345678901"})
    void a_code_of_something_else_is_not_ours(String text) {
        assertThat(ReceiptToken.read(text, KEYS)).isEqualTo(new Reading.NotOurs());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 02", // version
        "2, 20", // 46th bit of the code
        "2, 80", "10, 06", // mairie
        "10, 00", // a kiosk stands in a mairie
        "11, 00", // purpose
        "11, 06", "17, 00", // kiosk 0 is the hub, which stands in none
        "18, 01", // reserved
        "23, 80"
    })
    void a_body_that_says_what_it_may_not_is_malformed_even_well_signed(int offset, String octet) {
        byte[] body = hex(BODY);
        body[offset] = hex(octet)[0];

        assertThat(ReceiptToken.read(signed(HexFormat.of().formatHex(body)), ONE_KEY_FOR_ALL))
                .isEqualTo(new Reading.Malformed());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 23, 24, 87, 89, 176})
    void a_wrong_length_is_malformed(int length) {
        byte[] bytes = Arrays.copyOf(hex(BODY + SIGNATURE), length);
        assertThat(ReceiptToken.read("CLN1:" + Base45.encode(bytes), KEYS)).isEqualTo(new Reading.Malformed());
        assertThat(ReceiptToken.claimedCode("CLN1:" + Base45.encode(bytes))).isEmpty();
        assertThat(ReceiptToken.claimedCode(Base45.encode(bytes))).isEmpty();
        assertThat(ReceiptToken.read(TEXT + " ", KEYS)).isEqualTo(new Reading.Malformed());
    }

    @ParameterizedTest
    @EnumSource(Use.class)
    void a_signature_made_for_another_use_is_worthless(Use use) {
        byte[] body = hex(BODY);
        byte[] all = Arrays.copyOf(body, 88);
        System.arraycopy(sign(use, body), 0, all, 24, 64);

        assertThat(ReceiptToken.read("CLN1:" + Base45.encode(all), KEYS))
                .isEqualTo(use == Use.RECEIPT ? new Reading.Genuine(TOKEN) : new Reading.WrongSignature());
    }

    @Test
    void what_is_signed_is_what_is_read_for_every_kind_of_token() {
        long seed = 512;
        var random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            Issuer issuer = random.nextInt(5) == 0
                    ? new Issuer.Hub()
                    : new Issuer.Kiosk(
                            new KioskId(1 + random.nextInt(65_535)),
                            Secteur.parNumero(1 + random.nextInt(5)).orElseThrow());
            var token = new ReceiptToken(
                    random.nextInt(256),
                    new ReceiptCode(random.nextLong() >>> 19),
                    issuer,
                    anyOf(random, List.of(Purpose.values())),
                    Instant.ofEpochSecond(random.nextLong(0, 60L << 32)));
            String text = token.sign(ReceiptTokenTest::sign);
            assertThat(ReceiptToken.claimedCode(text)).contains(token.code());

            assertThat(text).hasSize(137).matches("CLN1:[0-9A-Z $%*+./:-]+");
            assertThat(ReceiptToken.read(text, ONE_KEY_FOR_ALL))
                    .as("seed %d, round %d", seed, i)
                    .isEqualTo(new Reading.Genuine(token));
        }
    }

    @Test
    void no_mutated_token_is_genuine() {
        long seed = 20_250_613;
        var random = new Random(seed);
        for (int i = 0; i < 6_000; i++) {
            String mutated = i % 2 == 0 ? withOtherBytes(random) : withOtherCharacters(random);
            if (!mutated.equals(TEXT)) {
                assertThat(ReceiptToken.read(mutated, ONE_KEY_FOR_ALL))
                        .as("seed %d, round %d: %s", seed, i, mutated)
                        .isNotInstanceOf(Reading.Genuine.class);
            }
        }
    }

    @Test
    void every_single_flipped_bit_is_refused() {
        for (int bit = 0; bit < 88 * 8; bit++) {
            byte[] bytes = hex(BODY + SIGNATURE);
            bytes[bit / 8] ^= (byte) (1 << bit % 8);

            assertThat(ReceiptToken.read("CLN1:" + Base45.encode(bytes), ONE_KEY_FOR_ALL))
                    .as("bit %d", bit)
                    .isInstanceOfAny(Reading.Malformed.class, Reading.WrongSignature.class);
        }
    }

    @Test
    void an_equivalent_signature_with_a_larger_scalar_is_refused() {
        // s + L verifies under a lax reading of RFC 8032; two texts for one receipt must not exist.
        byte[] order = hex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        byte[] bytes = hex(BODY + SIGNATURE);
        int carry = 0;
        for (int i = 0; i < 32; i++) {
            int sum = (bytes[56 + i] & 0xff) + (order[i] & 0xff) + carry;
            bytes[56 + i] = (byte) sum;
            carry = sum >>> 8;
        }
        assertThat(ReceiptToken.read("CLN1:" + Base45.encode(bytes), KEYS)).isEqualTo(new Reading.WrongSignature());
    }

    @Test
    void seconds_are_cut_off_and_impossible_values_cannot_exist() {
        var code = new ReceiptCode(1);
        var late = Instant.parse("2025-05-27T12:06:59Z");
        assertThat(new ReceiptToken(1, code, NORD, Purpose.APPLICATION, late).at())
                .isEqualTo("2025-05-27T12:06:00Z");
        assertThatThrownBy(() -> new ReceiptToken(256, code, NORD, Purpose.APPLICATION, late))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReceiptToken(1, code, NORD, Purpose.APPLICATION, Instant.ofEpochSecond(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static <T> T anyOf(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String withOtherBytes(Random random) {
        byte[] bytes = hex(BODY + SIGNATURE);
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return "CLN1:" + Base45.encode(bytes);
    }

    private static String withOtherCharacters(Random random) {
        var text = new StringBuilder(TEXT);
        String alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:az\u00e9";
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            int at = random.nextInt(text.length());
            char other = alphabet.charAt(random.nextInt(alphabet.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, other);
                default -> text.setCharAt(at, other);
            }
        }
        return text.toString();
    }

    private static String signed(String body) {
        byte[] all = Arrays.copyOf(hex(body), 88);
        System.arraycopy(sign(Use.RECEIPT, hex(body)), 0, all, 24, 64);
        return "CLN1:" + Base45.encode(all);
    }

    private static byte[] sign(Use use, byte[] content) {
        try {
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(PRIVATE);
            ed25519.update(use.frame(content));
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey privateKey(String der) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(hex(der)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
