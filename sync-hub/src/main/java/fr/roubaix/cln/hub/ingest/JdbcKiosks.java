package fr.roubaix.cln.hub.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.Etat;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.VerifyingKey;

@Repository
class JdbcKiosks implements Kiosks {

    private static final String SELECT = """
            SELECT number, mairie, name, public_key, revoked_at, last_contact_at, queue FROM kiosk\s""";

    private final JdbcClient jdbc;

    JdbcKiosks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Kiosk enrol(VerifyingKey key, Secteur mairie, String name, Instant at) {
        jdbc.sql("""
                INSERT INTO kiosk (number, mairie, name, public_key, enrolled_at)
                SELECT coalesce(max(number), 0) + 1, ?, ?, ?, ? FROM kiosk""")
                .params(mairie.name(), name, key.raw().base64url(), at.toEpochMilli())
                .update();
        return byKey(key).orElseThrow();
    }

    @Override
    public Optional<Kiosk> byId(KioskId id) {
        return jdbc.sql(SELECT + "WHERE number = ?")
                .param(id.numero())
                .query(JdbcKiosks::kiosk)
                .optional();
    }

    @Override
    public Optional<Kiosk> byKey(VerifyingKey key) {
        return jdbc.sql(SELECT + "WHERE public_key = ?")
                .param(key.raw().base64url())
                .query(JdbcKiosks::kiosk)
                .optional();
    }

    @Override
    public List<Kiosk> all() {
        return jdbc.sql(SELECT + "ORDER BY number").query(JdbcKiosks::kiosk).list();
    }

    @Override
    public void heard(KioskId id, Etat etat, Instant at) {
        jdbc.sql("""
                UPDATE kiosk SET last_contact_at = ?, queue = ?, disk_free = ?, version = ?, clock_ahead = ?
                WHERE number = ?""")
                .params(
                        at.toEpochMilli(),
                        etat.queue(),
                        etat.diskFree(),
                        etat.version(),
                        Duration.between(at, etat.clock()).toMillis(),
                        id.numero())
                .update();
    }

    private static Kiosk kiosk(ResultSet row, int number) throws SQLException {
        return new Kiosk(
                new KioskId(row.getInt("number")),
                Secteur.valueOf(row.getString("mairie")),
                row.getString("name"),
                VerifyingKey.parse(row.getString("public_key")).orElseThrow(),
                present(row, "revoked_at").isPresent(),
                present(row, "last_contact_at").map(Instant::ofEpochMilli),
                present(row, "queue").map(Math::toIntExact));
    }

    private static Optional<Long> present(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }
}
