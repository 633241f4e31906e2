package fr.roubaix.cln.hub.security;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each account proves beside its password. */
@Repository
class SecondsFacteurs implements SecretsARenouveler {

    private static final String CONTEXTE = "second-facteur:";

    private final JdbcClient jdbc;
    private final ScelleurDeSecrets scelleur;

    SecondsFacteurs(JdbcClient jdbc, ScelleurDeSecrets scelleur) {
        this.jdbc = jdbc;
        this.scelleur = scelleur;
    }

    boolean existe(Identifiant identifiant) {
        return jdbc.sql("SELECT COUNT(*) FROM second_facteur WHERE identifiant = :identifiant")
                        .param("identifiant", identifiant.valeur())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** When the secret of an account was set; empty when it has none. */
    Optional<Instant> inscritLe(Identifiant identifiant) {
        return jdbc.sql("SELECT inscrit_le FROM second_facteur WHERE identifiant = :identifiant")
                .param("identifiant", identifiant.valeur())
                .query(Long.class)
                .optional()
                .map(Instant::ofEpochMilli);
    }

    Optional<byte[]> secret(Identifiant identifiant) {
        return jdbc.sql("SELECT secret FROM second_facteur WHERE identifiant = :identifiant")
                .param("identifiant", identifiant.valeur())
                .query(byte[].class)
                .optional()
                .map(scelle -> scelleur.ouvrir(scelle, CONTEXTE + identifiant));
    }

    /** Sets the secret of an account, in place of the one it had; the code of this step has served. */
    void inscrire(Identifiant identifiant, byte[] secret, long pas, Instant le) {
        jdbc.sql("""
                        INSERT INTO second_facteur (identifiant, secret, dernier_pas, inscrit_le)
                        VALUES (:identifiant, :secret, :pas, :le)
                        ON CONFLICT (identifiant)
                        DO UPDATE SET secret = excluded.secret, dernier_pas = :pas, inscrit_le = :le
                        """)
                .param("identifiant", identifiant.valeur())
                .param("secret", scelleur.sceller(secret, CONTEXTE + identifiant))
                .param("pas", pas)
                .param("le", le.toEpochMilli())
                .update();
    }

    /** Only in the place of what was read: a secret set meanwhile is under the key in force already. */
    @Override
    public int renouveler() {
        int renouveles = 0;
        for (var ancien : scelles().entrySet()) {
            var neuf = scelleur.renouveler(ancien.getValue(), CONTEXTE + ancien.getKey());
            if (neuf.isPresent()) {
                renouveles += jdbc.sql(
                                "UPDATE second_facteur SET secret = :neuf WHERE identifiant = :identifiant AND secret = :ancien")
                        .param("neuf", neuf.get())
                        .param("identifiant", ancien.getKey())
                        .param("ancien", ancien.getValue())
                        .update();
            }
        }
        return renouveles;
    }

    private Map<String, byte[]> scelles() {
        var scelles = new LinkedHashMap<String, byte[]>();
        jdbc.sql("SELECT identifiant, secret FROM second_facteur ORDER BY identifiant")
                .query(row -> {
                    scelles.put(row.getString("identifiant"), row.getBytes("secret"));
                });
        return scelles;
    }

    /** Uses the code of a step up; false when it, or a later one, has served. */
    boolean utiliser(Identifiant identifiant, long pas) {
        return jdbc.sql("""
                        UPDATE second_facteur SET dernier_pas = :pas
                        WHERE identifiant = :identifiant AND dernier_pas < :pas
                        """)
                        .param("identifiant", identifiant.valeur())
                        .param("pas", pas)
                        .update()
                > 0;
    }

    void ajouterCodes(Identifiant identifiant, Collection<CodeDeSecours> codes) {
        for (CodeDeSecours code : codes) {
            jdbc.sql("INSERT INTO code_de_secours (identifiant, empreinte) VALUES (:identifiant, :empreinte)")
                    .param("identifiant", identifiant.valeur())
                    .param("empreinte", code.empreinte(identifiant))
                    .update();
        }
    }

    /** Uses a code up; false when it is none, or has served. */
    boolean utiliser(Identifiant identifiant, CodeDeSecours code) {
        return jdbc.sql("DELETE FROM code_de_secours WHERE identifiant = :identifiant AND empreinte = :empreinte")
                        .param("identifiant", identifiant.valeur())
                        .param("empreinte", code.empreinte(identifiant))
                        .update()
                > 0;
    }

    int codesRestants(Identifiant identifiant) {
        return jdbc.sql("SELECT COUNT(*) FROM code_de_secours WHERE identifiant = :identifiant")
                .param("identifiant", identifiant.valeur())
                .query(Integer.class)
                .single();
    }

    void supprimerCodes(Identifiant identifiant) {
        jdbc.sql("DELETE FROM code_de_secours WHERE identifiant = :identifiant")
                .param("identifiant", identifiant.valeur())
                .update();
    }

    void supprimer(Identifiant identifiant) {
        supprimerCodes(identifiant);
        jdbc.sql("DELETE FROM second_facteur WHERE identifiant = :identifiant")
                .param("identifiant", identifiant.valeur())
                .update();
    }
}
