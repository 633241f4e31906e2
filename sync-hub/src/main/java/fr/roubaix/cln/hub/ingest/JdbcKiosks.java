package fr.roubaix.cln.hub.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.appel.BulletinChanges;
import fr.roubaix.cln.sync.Etat;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.VerifyingKey;

@Repository
class JdbcKiosks implements Kiosks {

    private static final String SELECT = """
            SELECT number, mairie, name, public_key, key_number, enrolled_at, revoked_at, last_contact_at, queue, disk_free,
                   version, clock_ahead, devices
            FROM kiosk\s""";

    private final JdbcClient jdbc;
    private final BulletinChanges changes;

    JdbcKiosks(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.changes = new BulletinChanges(jdbc);
    }

    @Override
    public Kiosk enrol(VerifyingKey key, Secteur mairie, String name, Instant at) {
        return enrolAs(next(), key, 0, mairie, name, at);
    }

    @Override
    public Kiosk enrolAs(KioskId id, VerifyingKey key, int lastKey, Secteur mairie, String name, Instant at) {
        int number = lastKey + 1;
        jdbc.sql("""
                INSERT INTO kiosk (number, mairie, name, public_key, key_number, enrolled_at)
                VALUES (?, ?, ?, ?, ?, ?)""")
                .params(id.numero(), mairie.name(), name, key.raw().base64url(), number, at.toEpochMilli())
                .update();
        remember(id, number, key, at);
        changes.raise();
        return byId(id).orElseThrow();
    }

    /** Above all the others, or the lowest free one when somebody chose the last there is. */
    private KioskId next() {
        return new KioskId(jdbc.sql("""
                SELECT CASE WHEN coalesce(max(number), 0) < 65535 THEN coalesce(max(number), 0) + 1
                ELSE (SELECT min(libre) FROM (SELECT 1 AS libre UNION ALL SELECT number + 1 FROM kiosk) suites
                      WHERE libre NOT IN (SELECT number FROM kiosk)) END
                FROM kiosk""").query(Integer.class).single());
    }

    @Override
    public Kiosk renew(KioskId id, VerifyingKey key, int lastKey, Instant at) {
        var before = byId(id).orElseThrow();
        int number = before.keyNumber();
        if (!before.key().equals(key)) {
            int known = jdbc.sql("SELECT max(number) FROM kiosk_key WHERE kiosk = ?")
                    .param(id.numero())
                    .query(Integer.class)
                    .single();
            number = 1 + Math.max(known, lastKey);
            remember(id, number, key, at);
        }
        jdbc.sql("UPDATE kiosk SET public_key = ?, key_number = ?, revoked_at = NULL WHERE number = ?")
                .params(key.raw().base64url(), number, id.numero())
                .update();
        changes.raise();
        return byId(id).orElseThrow();
    }

    private void remember(KioskId id, int number, VerifyingKey key, Instant at) {
        jdbc.sql("INSERT INTO kiosk_key (kiosk, number, public_key, since) VALUES (?, ?, ?, ?)")
                .params(id.numero(), number, key.raw().base64url(), at.toEpochMilli())
                .update();
    }

    @Override
    public void revoke(KioskId id, Instant at) {
        changes.raiseIfAny(jdbc.sql("UPDATE kiosk SET revoked_at = ? WHERE number = ? AND revoked_at IS NULL")
                .params(at.toEpochMilli(), id.numero())
                .update());
    }

    @Override
    public void rename(KioskId id, String name) {
        jdbc.sql("UPDATE kiosk SET name = ? WHERE number = ?")
                .params(name, id.numero())
                .update();
    }

    @Override
    public List<KeyOfKiosk> keys() {
        return jdbc.sql("""
                SELECT k.kiosk, b.mairie, k.number, k.public_key, b.revoked_at
                FROM kiosk_key k JOIN kiosk b ON b.number = k.kiosk ORDER BY k.kiosk, k.number""")
                .query((row, _) -> new KeyOfKiosk(
                        new KioskId(row.getInt("kiosk")),
                        Secteur.valueOf(row.getString("mairie")),
                        row.getInt("number"),
                        VerifyingKey.parse(row.getString("public_key")).orElseThrow(),
                        present(row, "revoked_at").isPresent()))
                .list();
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
                UPDATE kiosk SET last_contact_at = ?, queue = ?, disk_free = ?, version = ?, clock_ahead = ?,
                devices = ?, queue_since = CASE WHEN ? = 0 THEN NULL ELSE coalesce(queue_since, ?) END
                WHERE number = ?""")
                .params(
                        at.toEpochMilli(),
                        etat.queue(),
                        etat.diskFree(),
                        etat.version(),
                        Duration.between(at, etat.clock()).toMillis(),
                        lines(etat.devices()),
                        etat.queue(),
                        at.toEpochMilli(),
                        id.numero())
                .update();
    }

    private static Kiosk kiosk(ResultSet row, int number) throws SQLException {
        return new Kiosk(
                new KioskId(row.getInt("number")),
                Secteur.valueOf(row.getString("mairie")),
                row.getString("name"),
                VerifyingKey.parse(row.getString("public_key")).orElseThrow(),
                row.getInt("key_number"),
                Instant.ofEpochMilli(row.getLong("enrolled_at")),
                present(row, "revoked_at").map(Instant::ofEpochMilli),
                report(row));
    }

    private static Optional<Report> report(ResultSet row) throws SQLException {
        var at = present(row, "last_contact_at");
        if (at.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Report(
                Instant.ofEpochMilli(at.get()),
                row.getLong("queue"),
                row.getLong("disk_free"),
                row.getString("version"),
                Duration.ofMillis(row.getLong("clock_ahead")),
                devices(row.getString("devices"))));
    }

    private static String lines(List<Etat.Device> devices) {
        return devices.stream()
                .map(device -> oneLine(device.name()) + "\t" + oneLine(device.state()))
                .collect(Collectors.joining("\n"));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private static List<Etat.Device> devices(String lines) {
        return lines.lines()
                .map(line ->
                        new Etat.Device(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1)))
                .toList();
    }

    static Optional<Long> present(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }
}
