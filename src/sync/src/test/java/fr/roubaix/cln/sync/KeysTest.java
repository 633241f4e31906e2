package fr.roubaix.cln.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    private static final SealContext CONTEXT = new SealContext(Samples.KIOSK, Samples.ID, Kind.CANDIDATURE);

    @TempDir
    Path folder;

    @Test
    void a_private_key_is_created_once_in_a_file_that_only_its_owner_reads() throws Exception {
        Path file = folder.resolve("borne.key");
        var first = SigningKey.in(file);
        var second = SigningKey.in(file);
        assertThat(second.verifyingKey()).isEqualTo(first.verifyingKey());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_damaged_private_key_is_refused_and_left_as_it_is() throws Exception {
        Path file = Files.writeString(folder.resolve("borne.key"), "abîmée");
        assertThatThrownBy(() -> SigningKey.in(file)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Files.readString(file)).isEqualTo("abîmée");
    }

    @Test
    void the_public_half_is_that_of_RFC_8032_test_1() {
        var pkcs8 = HexFormat.of()
                .parseHex(
                        "302e020100300506032b6570042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        assertThat(HexFormat.of()
                        .formatHex(SigningKey.of(pkcs8).verifyingKey().raw().toArray()))
                .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    @Test
    void a_signature_is_verified_with_another_implementation_than_the_one_that_made_it() {
        var key = SigningKey.generate();
        byte[] content = Samples.candidature().encode();
        byte[] signature = key.sign(Use.ENVELOPE, content);
        assertThat(key.verifyingKey().verifies(Use.ENVELOPE, content, signature))
                .isTrue();
        assertThat(key.verifyingKey().verifies(Use.REQUEST, content, signature)).isFalse();
        assertThat(SigningKey.generate().verifyingKey().verifies(Use.ENVELOPE, content, signature))
                .isFalse();
        for (int bit = 0; bit < 512; bit++) {
            byte[] altered = signature.clone();
            altered[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(key.verifyingKey().verifies(Use.ENVELOPE, content, altered))
                    .as("bit %d", bit)
                    .isFalse();
        }
    }

    @Test
    void the_same_signature_written_another_way_is_refused() {
        var key = SigningKey.generate();
        byte[] signature = key.sign(Use.ENVELOPE, new byte[] {1});
        // RFC 8032 §5.1.7: S is below the order L, else S + L would be a second signature of the same bytes.
        var order = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
        byte[] scalar = Arrays.copyOfRange(signature, 32, 64);
        byte[] second = littleEndian(new BigInteger(1, reversed(scalar)).add(order));
        System.arraycopy(second, 0, signature, 32, 32);
        assertThat(key.verifyingKey().verifies(Use.ENVELOPE, new byte[] {1}, signature))
                .isFalse();
    }

    @Test
    void bytes_that_are_no_point_of_the_curve_verify_nothing() {
        byte[] signature = SigningKey.generate().sign(Use.ENVELOPE, new byte[] {1});
        byte[] raw = new byte[32];
        raw[0] = 2;
        var nobody = new VerifyingKey(Bytes.of(raw));
        assertThat(nobody.verifies(Use.ENVELOPE, new byte[] {1}, signature)).isFalse();
        assertThat(nobody.verifies(Use.ENVELOPE, new byte[] {1}, new byte[63])).isFalse();
    }

    private static byte[] littleEndian(BigInteger number) {
        byte[] bytes = new byte[32];
        byte[] big = number.toByteArray();
        for (int i = 0; i < Math.min(32, big.length); i++) {
            bytes[i] = big[big.length - 1 - i];
        }
        return bytes;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    @Test
    void only_the_hub_opens_and_only_in_the_same_context() {
        var hub = OpeningKey.generate();
        byte[] plain = Samples.candidature().encode();
        Bytes sealed = hub.sealingKey().seal(CONTEXT, plain);
        var id = hub.sealingKey().id();
        assertThat(hub.open(CONTEXT, id, sealed))
                .hasValueSatisfying(opened -> assertThat(opened).isEqualTo(plain));
        assertThat(sealed.length()).isEqualTo(plain.length + 48);
        assertThat(OpeningKey.generate().open(CONTEXT, id, sealed)).isEmpty();
        assertThat(hub.open(new SealContext(new KioskId(4), Samples.ID, Kind.CANDIDATURE), id, sealed))
                .isEmpty();
        assertThat(hub.open(new SealContext(Samples.KIOSK, Samples.ID, Kind.RETRAIT), id, sealed))
                .isEmpty();
        byte[] altered = sealed.toArray();
        altered[40] ^= 1;
        assertThat(hub.open(CONTEXT, id, Bytes.of(altered))).isEmpty();
    }

    @Test
    void an_opening_key_survives_being_written_down() {
        var hub = OpeningKey.generate();
        var again = OpeningKey.of(hub.sealingKey(), hub.secret());
        Bytes sealed = hub.sealingKey().seal(CONTEXT, new byte[] {1});
        assertThat(again.open(CONTEXT, hub.sealingKey().id(), sealed)).isPresent();
        assertThatThrownBy(() -> OpeningKey.of(OpeningKey.generate().sealingKey(), hub.secret()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_fingerprint_has_six_words_and_changes_with_any_key() {
        var kiosk = SigningKey.generate().verifyingKey();
        var hub = SigningKey.generate().verifyingKey();
        var seal = OpeningKey.generate().sealingKey();
        var fingerprint = Fingerprint.of(kiosk, hub, seal);
        assertThat(fingerprint.words()).hasSize(6);
        assertThat(Fingerprint.of(kiosk, hub, seal)).isEqualTo(fingerprint);
        assertThat(Fingerprint.of(SigningKey.generate().verifyingKey(), hub, seal))
                .isNotEqualTo(fingerprint);
        assertThat(Fingerprint.of(kiosk, hub, OpeningKey.generate().sealingKey()))
                .isNotEqualTo(fingerprint);
    }
}
