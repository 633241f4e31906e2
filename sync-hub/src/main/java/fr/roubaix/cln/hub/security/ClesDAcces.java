package fr.roubaix.cln.hub.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** The passkeys: the half of each that is no secret. */
@Repository
class ClesDAcces implements UserCredentialRepository {

    private static final int NOM_MAXIMUM = 60;

    private final JdbcClient jdbc;

    ClesDAcces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void save(CredentialRecord cle) {
        String nom = cle.getLabel() == null ? "" : cle.getLabel().strip();
        jdbc.sql("""
                        INSERT INTO cle_d_acces (id, poignee, nom, cle_publique, attestation, attestation_client, compteur, verifie,
                                                 transports, copiable, copiee, creee_le, utilisee_le)
                        VALUES (:id, :poignee, :nom, :cle, :attestation, :client, :compteur, :verifie, :transports, :copiable,
                                :copiee, :creeeLe, :utiliseeLe)
                        ON CONFLICT (id) DO UPDATE
                        SET compteur = excluded.compteur, verifie = excluded.verifie, copiee = excluded.copiee,
                            utilisee_le = excluded.utilisee_le
                        """)
                .param("id", cle.getCredentialId().toBase64UrlString())
                .param("poignee", cle.getUserEntityUserId().toBase64UrlString())
                .param("nom", nom.substring(0, Math.min(nom.length(), NOM_MAXIMUM)))
                .param("cle", cle.getPublicKey().getBytes())
                .param("attestation", octets(cle.getAttestationObject()))
                .param("client", octets(cle.getAttestationClientDataJSON()))
                .param("compteur", cle.getSignatureCount())
                .param("verifie", cle.isUvInitialized() ? 1 : 0)
                .param(
                        "transports",
                        cle.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .sorted()
                                .collect(Collectors.joining(",")))
                .param("copiable", cle.isBackupEligible() ? 1 : 0)
                .param("copiee", cle.isBackupState() ? 1 : 0)
                .param("creeeLe", cle.getCreated().toEpochMilli())
                .param("utiliseeLe", cle.getLastUsed().toEpochMilli())
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return jdbc.sql("SELECT * FROM cle_d_acces WHERE id = :id")
                .param("id", id.toBase64UrlString())
                .query(ClesDAcces::cle)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes poignee) {
        return jdbc.sql("SELECT * FROM cle_d_acces WHERE poignee = :poignee ORDER BY creee_le, id")
                .param("poignee", poignee.toBase64UrlString())
                .query(ClesDAcces::cle)
                .list();
    }

    @Override
    public void delete(Bytes id) {
        jdbc.sql("DELETE FROM cle_d_acces WHERE id = :id")
                .param("id", id.toBase64UrlString())
                .update();
    }

    /** Takes a passkey away from its owner; false when it is none of theirs. */
    boolean retirer(Identifiant identifiant, String id) {
        return jdbc.sql("""
                        DELETE FROM cle_d_acces WHERE id = :id
                        AND poignee IN (SELECT poignee FROM titulaire_de_cles WHERE identifiant = :identifiant)
                        """)
                        .param("id", id)
                        .param("identifiant", identifiant.valeur())
                        .update()
                > 0;
    }

    private static CredentialRecord cle(ResultSet row, int ignored) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(row.getString("id")))
                .userEntityUserId(Bytes.fromBase64(row.getString("poignee")))
                .label(row.getString("nom"))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("cle_publique")))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("attestation_client")))
                .signatureCount(row.getLong("compteur"))
                .uvInitialized(row.getInt("verifie") == 1)
                .transports(transports(row.getString("transports")))
                .backupEligible(row.getInt("copiable") == 1)
                .backupState(row.getInt("copiee") == 1)
                .created(Instant.ofEpochMilli(row.getLong("creee_le")))
                .lastUsed(Instant.ofEpochMilli(row.getLong("utilisee_le")))
                .build();
    }

    private static byte[] octets(@Nullable Bytes octets) {
        return octets == null ? new byte[0] : octets.getBytes();
    }

    private static Set<AuthenticatorTransport> transports(String texte) {
        return Arrays.stream(texte.split(","))
                .filter(nom -> !nom.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
    }
}
