package fr.roubaix.cln.hub.fleet;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.KioskId;

/** One-time enrolment codes, kept by hash only. */
@Repository
class Codes {

    private final JdbcClient jdbc;

    Codes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void store(String code, Secteur mairie, Instant expiresAt) {
        jdbc.sql("INSERT INTO enrolment_code (hash, mairie, expires_at) VALUES (?, ?, ?)")
                .params(hash(code), mairie.name(), expiresAt.toEpochMilli())
                .update();
    }

    /** A code that has not lapsed, used or not. */
    Optional<Code> find(String code, Instant now) {
        return jdbc.sql(
                        "SELECT mairie, coalesce(used_by, 0) AS used_by FROM enrolment_code WHERE hash = ? AND expires_at > ?")
                .params(hash(code), now.toEpochMilli())
                .query((row, _) -> new Code(
                        Secteur.valueOf(row.getString("mairie")),
                        Optional.of(row.getInt("used_by"))
                                .filter(number -> number > 0)
                                .map(KioskId::new)))
                .optional();
    }

    /** Uses a code up; false when someone else just did. */
    boolean use(String code, KioskId kiosk) {
        return jdbc.sql("UPDATE enrolment_code SET used_by = ? WHERE hash = ? AND used_by IS NULL")
                        .params(kiosk.numero(), hash(code))
                        .update()
                == 1;
    }

    private static String hash(String code) {
        return Hash.of(code.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** What a code is good for. */
    record Code(Secteur mairie, Optional<KioskId> usedBy) {}
}
