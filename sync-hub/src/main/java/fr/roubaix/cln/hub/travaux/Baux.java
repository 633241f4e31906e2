package fr.roubaix.cln.hub.travaux;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The leases on work. Instants come from the clocks of the instances, which agree within seconds; an instant further ahead
 * than any clock could honestly have written it, left by a clock since put right, holds nobody up.
 */
@Repository
class Baux {

    private final JdbcClient jdbc;

    Baux(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the lease, if the work is due and nobody holds it. */
    boolean prendre(String nom, String porteur, Instant now, Duration bail, Duration intervalle) {
        jdbc.sql("INSERT INTO travail (nom, bail_jusqu_a) VALUES (?, 0) ON CONFLICT DO NOTHING")
                .param(nom)
                .update();
        return jdbc.sql("""
                UPDATE travail SET porteur = :porteur, bail_jusqu_a = :jusqu_a WHERE nom = :nom
                AND (porteur IS NULL OR bail_jusqu_a <= :maintenant OR bail_jusqu_a > :bail_impossible)
                AND (fait_le IS NULL OR fait_le <= :du OR fait_le > :fait_impossible)""")
                        .param("porteur", porteur)
                        .param("jusqu_a", now.plus(bail).toEpochMilli())
                        .param("nom", nom)
                        .param("maintenant", now.toEpochMilli())
                        .param("bail_impossible", now.plus(bail.multipliedBy(2)).toEpochMilli())
                        .param("du", now.minus(intervalle).toEpochMilli())
                        .param("fait_impossible", now.plus(intervalle).toEpochMilli())
                        .update()
                == 1;
    }

    /** Whether somebody holds it. */
    boolean tenu(String nom, Instant now) {
        return jdbc.sql("SELECT count(*) FROM travail WHERE nom = ? AND porteur IS NOT NULL AND bail_jusqu_a > ?")
                        .params(nom, now.toEpochMilli())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Holds it longer, unless somebody else took it. */
    void prolonger(String nom, String porteur, Instant jusquA) {
        jdbc.sql("UPDATE travail SET bail_jusqu_a = ? WHERE nom = ? AND porteur = ?")
                .params(jusquA.toEpochMilli(), nom, porteur)
                .update();
    }

    /** Gives it back done; false when somebody else took it meanwhile. */
    boolean finir(String nom, String porteur, Instant debut) {
        return jdbc.sql("UPDATE travail SET porteur = NULL, fait_le = ? WHERE nom = ? AND porteur = ?")
                        .params(debut.toEpochMilli(), nom, porteur)
                        .update()
                == 1;
    }

    /** Gives it back as it was. */
    void rendre(String nom, String porteur) {
        jdbc.sql("UPDATE travail SET porteur = NULL WHERE nom = ? AND porteur = ?")
                .params(nom, porteur)
                .update();
    }

    Optional<Instant> dernier(String nom) {
        return jdbc.sql("SELECT fait_le FROM travail WHERE nom = ? AND fait_le IS NOT NULL")
                .param(nom)
                .query(Long.class)
                .optional()
                .map(Instant::ofEpochMilli);
    }
}
