package fr.roubaix.cln.hub.security;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A member of staff of a whole hub, with password, telephone and passkey, for tests of other packages. */
public final class Staff {

    private static final String PASSWORD = "une phrase assez longue";
    private static final Instant SINCE = Instant.parse("2027-05-20T08:00:00Z");

    private final Identifiant name;
    private final byte[] secret = new byte[Totp.OCTETS];
    private final Bytes handle;

    public Staff(String name) {
        this.name = new Identifiant(name);
        new SecureRandom().nextBytes(secret);
        handle = new Bytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Gives this person an account on a hub. */
    public void joins(BeanFactory hub) {
        hub.getBean(Comptes.class)
                .ajouter(new Compte(
                        name,
                        name.valeur(),
                        hub.getBean(PasswordEncoder.class).encode(PASSWORD),
                        Set.of(Role.SECRETARIAT),
                        SINCE,
                        name));
        hub.getBean(SecondsFacteurs.class).inscrire(name, secret, 0, SINCE);
        hub.getBean(TitulairesDeCles.class)
                .save(ImmutablePublicKeyCredentialUserEntity.builder()
                        .name(name.valeur())
                        .displayName(name.valeur())
                        .id(handle)
                        .build());
        hub.getBean(ClesDAcces.class).save(passkey());
    }

    /** Whether password, then the code of the telephone, let this person in, as a browser sends them. */
    public boolean signsIn(WebApplicationContext hub, Instant now) throws Exception {
        var visitor = new Visitor(
                MockMvcBuilders.webAppContextSetup(hub).apply(springSecurity()).build());
        visitor.send("/connexion", "username", name.valeur(), "password", PASSWORD);
        if (visitor.isIn()) {
            throw new AssertionError("a password alone opens nothing");
        }
        visitor.send("/connexion/code", "code", Totp.code(secret, Totp.pas(now)));
        return visitor.isIn();
    }

    /** The public halves of this person's passkeys that a hub knows. */
    public List<Bytes> passkeys(BeanFactory hub) {
        return hub.getBean(ClesDAcces.class).findByUserId(handle).stream()
                .map(CredentialRecord::getPublicKey)
                .map(key -> new Bytes(key.getBytes()))
                .toList();
    }

    private CredentialRecord passkey() {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(handle)
                .userEntityUserId(handle)
                .label("bureau")
                .publicKey(new ImmutablePublicKeyCose(new byte[] {(byte) 0xa5, 1, 2}))
                .signatureCount(3)
                .uvInitialized(true)
                .transports(Set.of())
                .backupEligible(false)
                .backupState(false)
                .created(SINCE)
                .lastUsed(SINCE)
                .build();
    }
}
