package fr.roubaix.cln.hub.fleet;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.KioskId;

/** Why kiosks were revoked; nothing is removed. */
@Repository
class Revocations {

    private final JdbcClient jdbc;

    Revocations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ajouter(Revocation revocation) {
        jdbc.sql("""
                INSERT INTO revocation (borne, numero, motif, par, le)
                SELECT ?, coalesce(max(numero), 0) + 1, ?, ?, ? FROM revocation WHERE borne = ?""")
                .params(
                        revocation.borne().numero(),
                        revocation.motif(),
                        revocation.par().valeur(),
                        revocation.le().toEpochMilli(),
                        revocation.borne().numero())
                .update();
    }

    /** Those of every kiosk, the newest first. */
    List<Revocation> toutes() {
        return jdbc.sql("SELECT borne, motif, par, le FROM revocation ORDER BY borne, numero DESC")
                .query((row, _) -> new Revocation(
                        new KioskId(row.getInt("borne")),
                        row.getString("motif"),
                        new Identifiant(row.getString("par")),
                        Instant.ofEpochMilli(row.getLong("le"))))
                .list();
    }

    /** A kiosk was refused from then on. */
    record Revocation(KioskId borne, String motif, Identifiant par, Instant le) {}
}
