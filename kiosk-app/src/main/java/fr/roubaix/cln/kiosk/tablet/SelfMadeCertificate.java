package fr.roubaix.cln.kiosk.tablet;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;

/**
 * A certificate that this terminal makes for itself (RFC 5280). Nobody vouches for it: a technician compares its fingerprint
 * once, on each tablet.
 */
record SelfMadeCertificate(X509Certificate certificate, PrivateKey key) {

    /** Tablets of one maker take nothing longer (825 days, https://support.apple.com/103769). */
    static final Duration LIFE = Duration.ofDays(800);

    /** A certificate this near its end is replaced, so that it never ends on a day when nobody is there. */
    static final Duration RENEWED_BEFORE = Duration.ofDays(60);

    /** Terminals and tablets do not agree on the time to the minute. */
    private static final Duration BACKDATED = Duration.ofDays(1);

    private static final String SUBJECT = "CN=Borne du Conseil local du numerique,O=Ville de Roubaix,C=FR";

    static SelfMadeCertificate make(MachineNames names, Instant now, SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            var pair = generator.generateKeyPair();
            var subject = new X500Name(SUBJECT);
            var builder = new JcaX509v3CertificateBuilder(
                            subject,
                            new BigInteger(128, random).setBit(127),
                            Date.from(now.minus(BACKDATED)),
                            Date.from(now.plus(LIFE)),
                            subject,
                            pair.getPublic())
                    .addExtension(Extension.subjectAlternativeName, false, alternatives(names))
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
            var certificate = new JcaX509CertificateConverter().getCertificate(builder.build(signer));
            return new SelfMadeCertificate(certificate, pair.getPrivate());
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("every Java machine signs with P-256 and SHA-256", e);
        }
    }

    private static GeneralNames alternatives(MachineNames names) {
        return new GeneralNames(Stream.concat(
                        names.hosts().stream().sorted().map(host -> new GeneralName(GeneralName.dNSName, host)),
                        names.addresses().stream()
                                .sorted()
                                .map(address -> new GeneralName(GeneralName.iPAddress, address)))
                .toArray(GeneralName[]::new));
    }

    /** @throws RuntimeException the text is not what {@link #pem} writes */
    static SelfMadeCertificate read(String pem) {
        var content = PemContent.of(pem);
        var certificates = content == null ? null : content.getCertificates();
        var key = content == null ? null : content.getPrivateKey();
        if (certificates == null || certificates.isEmpty() || key == null) {
            throw new IllegalArgumentException("no certificate and key in this file");
        }
        return new SelfMadeCertificate(certificates.getFirst(), key);
    }

    /** Certificate and private key, as one file (RFC 7468). */
    String pem() {
        try {
            return block("CERTIFICATE", certificate.getEncoded()) + block("PRIVATE KEY", key.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate can be written", e);
        }
    }

    private static String block(String label, byte[] bytes) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    /** Whether another one has to take its place: it ends soon, is not valid yet, or misses a name of the machine. */
    boolean due(Instant now, MachineNames names) {
        return now.isAfter(end().minus(RENEWED_BEFORE))
                || now.isBefore(certificate.getNotBefore().toInstant())
                || !names().containsAll(names.hosts())
                || !names().containsAll(names.addresses());
    }

    Instant end() {
        return certificate.getNotAfter().toInstant();
    }

    Set<String> names() {
        try {
            var names = new TreeSet<String>();
            certificate.getSubjectAlternativeNames().forEach(one -> names.add(String.valueOf(one.get(1))));
            return names;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate of ours has its names", e);
        }
    }

    /** SHA-256 of the certificate, two digits at a time, as browsers show it. */
    String fingerprint() {
        try {
            byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java machine has SHA-256", e);
        }
    }

    SslBundle bundle() {
        return SslBundle.of(
                new PemSslStoreBundle(PemSslStore.of(List.of(certificate), key), null),
                SslBundleKey.NONE,
                SslOptions.of(null, Set.of("TLSv1.3", "TLSv1.2")));
    }

    /** The private key has no place in a log. */
    @Override
    public String toString() {
        return fingerprint();
    }
}
