package fr.roubaix.cln.hub.security;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Repository;

/** Whose each passkey is: accounts, under a random handle that tells nothing of them. */
@Repository
class TitulairesDeCles implements PublicKeyCredentialUserEntityRepository {

    private final JdbcClient jdbc;

    TitulairesDeCles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes poignee) {
        return jdbc.sql("SELECT * FROM titulaire_de_cles WHERE poignee = :poignee")
                .param("poignee", poignee.toBase64UrlString())
                .query(TitulairesDeCles::titulaire)
                .optional()
                .orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String identifiant) {
        return jdbc.sql("SELECT * FROM titulaire_de_cles WHERE identifiant = :identifiant")
                .param("identifiant", identifiant)
                .query(TitulairesDeCles::titulaire)
                .optional()
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity titulaire) {
        jdbc.sql("""
                        INSERT INTO titulaire_de_cles (identifiant, poignee) VALUES (:identifiant, :poignee)
                        ON CONFLICT DO NOTHING
                        """)
                .param("identifiant", titulaire.getName())
                .param("poignee", titulaire.getId().toBase64UrlString())
                .update();
    }

    @Override
    public void delete(Bytes poignee) {
        jdbc.sql("DELETE FROM titulaire_de_cles WHERE poignee = :poignee")
                .param("poignee", poignee.toBase64UrlString())
                .update();
    }

    /** Takes every passkey of an account away. */
    void supprimer(Identifiant identifiant) {
        jdbc.sql("DELETE FROM titulaire_de_cles WHERE identifiant = :identifiant")
                .param("identifiant", identifiant.valeur())
                .update();
    }

    private static PublicKeyCredentialUserEntity titulaire(ResultSet row, int ignored) throws SQLException {
        String identifiant = row.getString("identifiant");
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .name(identifiant)
                .displayName(identifiant)
                .id(Bytes.fromBase64(row.getString("poignee")))
                .build();
    }
}
