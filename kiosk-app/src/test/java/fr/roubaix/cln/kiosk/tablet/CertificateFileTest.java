package fr.roubaix.cln.kiosk.tablet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fr.roubaix.cln.testkit.time.HandClock;

class CertificateFileTest {

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(Instant.parse("2026-11-22T09:00:00Z"));
    private MachineNames names = MachineNames.of(List.of("localhost", "127.0.0.1", "borne-nord", "192.168.1.20"));
    private CertificateFile file;

    @BeforeEach
    void an_empty_folder() {
        file = new CertificateFile(folder, () -> names, clock);
    }

    @Test
    void a_certificate_names_the_machine_and_proves_a_server_only() throws Exception {
        var certificate = file.current().certificate();

        assertThat(file.current().names()).containsExactly("127.0.0.1", "192.168.1.20", "borne-nord", "localhost");
        certificate.verify(certificate.getPublicKey());
        certificate.checkValidity(java.util.Date.from(clock.instant()));
        assertThat(certificate.getBasicConstraints()).as("no authority").isEqualTo(-1);
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(certificate.getPublicKey()).isInstanceOf(ECPublicKey.class);
        assertThat(Duration.between(
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant()))
                .isLessThanOrEqualTo(Duration.ofDays(825));
    }

    @Test
    void only_its_owner_reads_the_file_of_the_key() throws IOException {
        file.current();

        assertThat(Files.getPosixFilePermissions(folder.resolve(CertificateFile.NAME)))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void the_same_certificate_is_shown_until_it_nears_its_end() {
        var first = file.current();
        assertThat(first.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        clock.advance(SelfMadeCertificate.LIFE.minus(SelfMadeCertificate.RENEWED_BEFORE));
        assertThat(file.current()).isEqualTo(first);

        clock.advance(Duration.ofSeconds(1));

        var second = file.current();
        assertThat(second.fingerprint()).isNotEqualTo(first.fingerprint());
        assertThat(second.key()).isNotEqualTo(first.key());
        assertThat(file.current()).isEqualTo(second);
    }

    @Test
    void a_terminal_whose_clock_was_ahead_makes_another_once_it_is_right() {
        clock.advance(Duration.ofDays(3000));
        var ahead = file.current();
        clock.back();

        assertThat(file.current().fingerprint()).isNotEqualTo(ahead.fingerprint());
    }

    @Test
    void another_address_makes_another_certificate_and_a_lost_one_does_not() {
        var first = file.current();
        names = MachineNames.of(List.of("localhost", "127.0.0.1"));
        assertThat(file.current()).isEqualTo(first);

        names = MachineNames.of(List.of("localhost", "127.0.0.1", "10.1.2.3"));

        assertThat(file.current().names()).contains("10.1.2.3");
    }

    @Test
    void a_file_that_cannot_be_read_is_replaced() throws IOException {
        var first = file.current();
        Files.writeString(folder.resolve(CertificateFile.NAME), "abîmé");

        assertThat(file.current().fingerprint()).isNotEqualTo(first.fingerprint());
    }

    @Test
    void names_and_addresses_are_told_apart_and_what_is_neither_is_left_out() {
        var sorted = MachineNames.of(List.of(" borne.roubaix.lan ", "192.168.1.20", "256.1.1.1.1.", "nom faux", ""));

        assertThat(sorted.hosts()).containsExactly("borne.roubaix.lan");
        assertThat(sorted.addresses()).containsExactly("192.168.1.20");
        assertThat(MachineNames.read(List.of("borne.roubaix.lan")).hosts()).contains("localhost", "borne.roubaix.lan");
        assertThat(names.fromElsewhere()).containsExactly("192.168.1.20", "borne-nord");
    }
}
