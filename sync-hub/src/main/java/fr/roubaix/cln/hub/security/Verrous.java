package fr.roubaix.cln.hub.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Locks a name after failures in a row. Every attempt counts as a failure until it proves right, so that attempts made
 * together are counted apart. Four are free, the fifth locks one minute, each further one twice as long, one hour at
 * most. A name without account locks like any other, so that a lock tells nothing. A day without failure
 * forgets.
 */
@Repository
class Verrous {

    static final int ESSAIS_LIBRES = 4;
    static final Duration PREMIER_DELAI = Duration.ofMinutes(1);
    static final Duration DELAI_MAXIMAL = Duration.ofHours(1);
    private static final Duration OUBLI = Duration.ofDays(1);

    private final JdbcClient jdbc;

    Verrous(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The instant until which this key is locked, if it is. */
    Optional<Instant> verrouilleJusqua(String cle, Instant maintenant) {
        return jdbc.sql(
                        "SELECT bloquee_jusqu_a FROM connexion_echouee WHERE cle = :cle AND bloquee_jusqu_a > :maintenant")
                .param("cle", cle)
                .param("maintenant", maintenant.toEpochMilli())
                .query(Long.class)
                .optional()
                .map(Instant::ofEpochMilli);
    }

    /**
     * Counts an attempt on this key, unless it is locked: then the instant until which it is. Several statements: to be
     * called in a transaction, in which the first one holds the key against other attempts.
     */
    Optional<Instant> tenter(String cle, Instant maintenant) {
        jdbc.sql("DELETE FROM connexion_echouee WHERE dernier < :limite")
                .param("limite", maintenant.minus(OUBLI).toEpochMilli())
                .update();
        int compte = jdbc.sql("""
                        INSERT INTO connexion_echouee (cle, echecs, dernier, bloquee_jusqu_a)
                        VALUES (:cle, 1, :maintenant, 0)
                        ON CONFLICT (cle) DO UPDATE SET echecs = connexion_echouee.echecs + 1, dernier = :maintenant
                        WHERE connexion_echouee.bloquee_jusqu_a <= :maintenant
                        """)
                .param("cle", cle)
                .param("maintenant", maintenant.toEpochMilli())
                .update();
        if (compte == 0) {
            return verrouilleJusqua(cle, maintenant);
        }
        int essais = jdbc.sql("SELECT echecs FROM connexion_echouee WHERE cle = :cle")
                .param("cle", cle)
                .query(Integer.class)
                .single();
        if (essais > ESSAIS_LIBRES) {
            jdbc.sql("UPDATE connexion_echouee SET bloquee_jusqu_a = :fin WHERE cle = :cle")
                    .param("cle", cle)
                    .param("fin", maintenant.plus(delai(essais)).toEpochMilli())
                    .update();
        }
        return Optional.empty();
    }

    /** The attempt was right: nothing is held against this key any more. */
    void oublier(String cle) {
        jdbc.sql("DELETE FROM connexion_echouee WHERE cle = :cle")
                .param("cle", cle)
                .update();
    }

    private static Duration delai(int essais) {
        int doublements = Math.min(essais - ESSAIS_LIBRES - 1, 10);
        Duration delai = PREMIER_DELAI.multipliedBy(1L << doublements);
        return delai.compareTo(DELAI_MAXIMAL) > 0 ? DELAI_MAXIMAL : delai;
    }
}
