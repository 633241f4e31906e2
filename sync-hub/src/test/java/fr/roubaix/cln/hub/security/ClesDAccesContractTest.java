package fr.roubaix.cln.hub.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;

import fr.roubaix.cln.hub.Databases;

/** What the stores of passkeys and of their holders keep, on any database. */
@ParameterizedClass
@EnumSource(Databases.class)
class ClesDAccesContractTest {

    private static final Instant AT = Instant.parse("2027-05-20T08:00:00.123Z");
    private static final Identifiant ADA = new Identifiant("ada");
    private static final Identifiant MAUD = new Identifiant("maud.v");
    private static final Bytes HANDLE = new Bytes(new byte[] {1, 2, 3});
    private static final Bytes OTHER = new Bytes(new byte[] {4, 5, 6});

    @Parameter
    private Databases databases;

    private JdbcClient jdbc;
    private TitulairesDeCles holders;
    private ClesDAcces keys;

    @BeforeEach
    void two_holders() {
        jdbc = databases.without("cle_d_acces", "titulaire_de_cles", "compte_role", "compte");
        var comptes = new JdbcComptes(jdbc);
        for (var who : List.of(ADA, MAUD)) {
            comptes.ajouter(new Compte(who, who.valeur(), "$argon2id$…", Set.of(Role.ADMIN), AT, ADA));
        }
        holders = new TitulairesDeCles(jdbc);
        keys = new ClesDAcces(jdbc);
        hold(ADA, HANDLE);
        hold(MAUD, OTHER);
    }

    @Test
    void a_holder_is_found_by_name_and_by_handle_and_keeps_the_first_handle() {
        assertThat(holders.findByUsername("ada").getId()).isEqualTo(HANDLE);
        assertThat(holders.findById(HANDLE).getName()).isEqualTo("ada");
        assertThat(holders.findByUsername("personne")).isNull();
        hold(ADA, new Bytes(new byte[] {7}));
        assertThat(holders.findByUsername("ada").getId()).isEqualTo(HANDLE);
    }

    @Test
    void a_key_comes_back_whole_and_a_sign_in_changes_only_what_a_sign_in_changes() {
        var key = key(10, HANDLE, "Clé du bureau 🔑", 5, AT);
        keys.save(key);
        assertThat(keys.findByCredentialId(key.getCredentialId()))
                .usingRecursiveComparison()
                .isEqualTo(key);
        keys.save(key(10, HANDLE, "Un autre nom", 6, AT.plusSeconds(60)));
        var after = keys.findByCredentialId(key.getCredentialId());
        assertThat(after.getSignatureCount()).isEqualTo(6);
        assertThat(after.getLastUsed()).isEqualTo(AT.plusSeconds(60));
        assertThat(after.getLabel()).isEqualTo("Clé du bureau 🔑");
        assertThat(after.getCreated()).isEqualTo(AT);
    }

    @Test
    void keys_are_listed_for_their_holder_and_taken_away_by_their_holder_alone() {
        keys.save(key(10, HANDLE, "une", 0, AT));
        keys.save(key(11, HANDLE, "deux", 0, AT));
        keys.save(key(12, OTHER, "celle de Maud", 0, AT));
        assertThat(keys.findByUserId(HANDLE))
                .extracting(CredentialRecord::getLabel)
                .containsExactlyInAnyOrder("une", "deux");
        String ofMaud = new Bytes(new byte[] {12}).toBase64UrlString();
        assertThat(keys.retirer(ADA, ofMaud)).isFalse();
        assertThat(keys.retirer(MAUD, ofMaud)).isTrue();
        keys.delete(new Bytes(new byte[] {10}));
        assertThat(keys.findByUserId(HANDLE))
                .extracting(CredentialRecord::getLabel)
                .containsExactly("deux");
    }

    @Test
    void a_holder_or_an_account_that_goes_takes_the_keys_along() {
        keys.save(key(10, HANDLE, "une", 0, AT));
        keys.save(key(12, OTHER, "autre", 0, AT));
        holders.supprimer(ADA);
        assertThat(keys.findByUserId(HANDLE)).isEmpty();
        jdbc.sql("DELETE FROM compte_role").update();
        jdbc.sql("DELETE FROM compte WHERE identifiant = 'maud.v'").update();
        assertThat(keys.findByUserId(OTHER)).isEmpty();
        assertThat(holders.findById(OTHER)).isNull();
    }

    private void hold(Identifiant who, Bytes handle) {
        holders.save(ImmutablePublicKeyCredentialUserEntity.builder()
                .name(who.valeur())
                .displayName(who.valeur())
                .id(handle)
                .build());
    }

    private static CredentialRecord key(int id, Bytes handle, String label, long count, Instant used) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(new byte[] {(byte) id}))
                .userEntityUserId(handle)
                .label(label)
                .publicKey(new ImmutablePublicKeyCose(new byte[] {(byte) 0xa5, 1, 2}))
                .attestationObject(new Bytes(new byte[] {3}))
                .attestationClientDataJSON(new Bytes(new byte[] {4}))
                .signatureCount(count)
                .uvInitialized(true)
                .transports(Set.of(AuthenticatorTransport.USB, AuthenticatorTransport.NFC))
                .backupEligible(true)
                .backupState(false)
                .created(AT)
                .lastUsed(used)
                .build();
    }
}
