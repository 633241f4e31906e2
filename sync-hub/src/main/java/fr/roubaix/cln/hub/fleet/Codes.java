package fr.roubaix.cln.hub.fleet;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    /** Keeps a code that nobody used. */
    void store(String code, Code droit, Instant expiresAt) {
        jdbc.sql("INSERT INTO enrolment_code (hash, mairie, borne, numero, expires_at) VALUES (?, ?, ?, ?, ?)")
                .param(hash(code))
                .param(droit.mairie().name())
                .param(droit.borne().map(KioskId::numero).orElse(null))
                .param(droit.numero().map(KioskId::numero).orElse(null))
                .param(expiresAt.toEpochMilli())
                .update();
    }

    /** A code that has not lapsed, used or not. */
    Optional<Code> find(String code, Instant now) {
        return jdbc.sql("""
                SELECT mairie, coalesce(borne, 0) AS borne, coalesce(numero, 0) AS numero, coalesce(used_by, 0) AS used_by
                FROM enrolment_code WHERE hash = ? AND expires_at > ?""")
                .params(hash(code), now.toEpochMilli())
                .query((row, _) -> new Code(
                        Secteur.valueOf(row.getString("mairie")),
                        kiosk(row, "borne"),
                        kiosk(row, "numero"),
                        kiosk(row, "used_by")))
                .optional();
    }

    private static Optional<KioskId> kiosk(ResultSet row, String column) throws SQLException {
        return Optional.of(row.getInt(column)).filter(number -> number > 0).map(KioskId::new);
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

    /**
     * What a code is good for.
     *
     * @param borne the only kiosk whose place it gives
     * @param numero the number, of no kiosk here, that it gives
     */
    record Code(Secteur mairie, Optional<KioskId> borne, Optional<KioskId> numero, Optional<KioskId> usedBy) {}
}
