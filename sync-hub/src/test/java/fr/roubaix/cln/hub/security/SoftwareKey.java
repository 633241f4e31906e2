package fr.roubaix.cln.hub.security;

import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** A passkey without hardware: P-256, no attestation (W3C Web Authentication §6 and §8.7), answering as a browser does. */
final class SoftwareKey {

    static final int VERIFIED = 0x05;
    static final int PRESENT_ONLY = 0x01;
    private static final int WITH_CREDENTIAL = 0x40;

    private final byte[] id = new byte[16];
    private final KeyPair pair;
    private final String host;
    private final String origin;
    private String handle = "";
    private int counter;

    SoftwareKey(String host, String origin) throws GeneralSecurityException {
        this.host = host;
        this.origin = origin;
        new SecureRandom().nextBytes(id);
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        pair = generator.generateKeyPair();
    }

    /** Answers a request for a new key. */
    String create(String challenge, String userHandle) throws GeneralSecurityException {
        handle = userHandle;
        var attested = new ByteArrayOutputStream();
        attested.writeBytes(authenticatorPart(VERIFIED | WITH_CREDENTIAL));
        attested.writeBytes(new byte[16]);
        attested.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
        attested.writeBytes(id);
        attested.writeBytes(coseKey());
        byte[] data = attested.toByteArray();
        var object = new ByteArrayOutputStream();
        object.write(0xa3);
        text(object, "fmt");
        text(object, "none");
        text(object, "attStmt");
        object.write(0xa0);
        text(object, "authData");
        object.write(0x59);
        object.writeBytes(ByteBuffer.allocate(2).putShort((short) data.length).array());
        object.writeBytes(data);
        return answer("\"attestationObject\":\"" + url(object.toByteArray()) + "\",\"transports\":[\"internal\"],"
                + "\"clientDataJSON\":\"" + url(client("webauthn.create", challenge)) + "\"");
    }

    /** Answers a challenge. */
    String sign(String challenge, int flags) throws GeneralSecurityException {
        byte[] data = authenticatorPart(flags);
        byte[] client = client("webauthn.get", challenge);
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(data);
        signature.update(MessageDigest.getInstance("SHA-256").digest(client));
        return answer("\"authenticatorData\":\"" + url(data) + "\",\"clientDataJSON\":\"" + url(client)
                + "\",\"signature\":\"" + url(signature.sign()) + "\",\"userHandle\":\"" + handle + "\"");
    }

    private String answer(String response) {
        return "{\"id\":\"" + url(id) + "\",\"rawId\":\"" + url(id) + "\",\"type\":\"public-key\",\"response\":{"
                + response + "},\"clientExtensionResults\":{},\"authenticatorAttachment\":\"platform\"}";
    }

    private byte[] client(String type, String challenge) {
        return ("{\"type\":\"" + type + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":false}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorPart(int flags) throws GeneralSecurityException {
        counter++;
        return ByteBuffer.allocate(37)
                .put(MessageDigest.getInstance("SHA-256").digest(host.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt(counter)
                .array();
    }

    /** RFC 9053 §7.1.1: {kty: EC2, alg: ES256, crv: P-256, x, y}. */
    private byte[] coseKey() {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        var key = new ByteArrayOutputStream();
        key.writeBytes(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20});
        key.writeBytes(unsigned(point.getAffineX().toByteArray()));
        key.writeBytes(new byte[] {0x22, 0x58, 0x20});
        key.writeBytes(unsigned(point.getAffineY().toByteArray()));
        return key.toByteArray();
    }

    private static byte[] unsigned(byte[] number) {
        var whole = new byte[32];
        int kept = Math.min(number.length, whole.length);
        System.arraycopy(number, number.length - kept, whole, whole.length - kept, kept);
        return whole;
    }

    private static void text(ByteArrayOutputStream cbor, String text) throws UncheckedIOException {
        cbor.write(0x60 | text.length());
        cbor.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
