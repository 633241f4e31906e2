package fr.roubaix.cln.hub.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;

/** Makes the database of {@link RawIngestion} begin like the hub's, and compares them at the end. */
final class Fixture {

    private static final List<String> FILLED =
            List.of("envelope", "fact", "candidature", "chaine_ouverte", "kiosk_chain");

    /** What a write raises without adding a row. */
    private static final List<String> COUNTERS = List.of(
            "SELECT dernier FROM changement_de_statut",
            "SELECT changement FROM registre_de_l_appel",
            "SELECT seq FROM kiosk_chain",
            "SELECT queue FROM kiosk");

    private Fixture() {}

    /** The call and the kiosk. */
    static void copy(JdbcClient hub, Connection other, Kiosk kiosk) throws SQLException {
        var jdbc = client(other);
        jdbc.sql("""
                        INSERT INTO appel (id, titre, ouvre_le, jusqu_au, heure, date_de_reference, tirage_le, lieu,
                                           ouvert_le, ouvert_par)
                        VALUES (?, 'Mesure', '2020-01-01', '2099-12-31', NULL, '2027-01-01', '2100-01-31', 'ici', 1, 'mesure')""").param(HubUnderLoad.APPEL).update();
        jdbc.sql("INSERT INTO registre_de_l_appel (appel, changement, gelee) VALUES (?, 0, 0)")
                .param(HubUnderLoad.APPEL)
                .update();
        jdbc.sql("INSERT INTO kiosk (number, mairie, name, public_key, enrolled_at) VALUES (?, ?, ?, ?, 0)")
                .params(
                        kiosk.id().numero(),
                        kiosk.mairie().name(),
                        kiosk.name(),
                        kiosk.key().raw().base64url())
                .update();
    }

    /** @throws IllegalStateException one of the two did not do the work of the other */
    static void sameRows(JdbcClient hub, Connection other) {
        var jdbc = client(other);
        for (String table : FILLED) {
            String sql = "SELECT count(*) FROM " + table;
            long expected = hub.sql(sql).query(Long.class).single();
            long found = jdbc.sql(sql).query(Long.class).single();
            if (found != expected || found == 0) {
                throw new IllegalStateException(table + ": " + found + " rows instead of " + expected);
            }
        }
        for (String counter : COUNTERS) {
            long expected = hub.sql(counter).query(Long.class).single();
            long found = jdbc.sql(counter).query(Long.class).single();
            if (found != expected || found == 0) {
                throw new IllegalStateException(counter + ": " + found + " instead of " + expected);
            }
        }
        var hashes = "SELECT hash FROM envelope WHERE outcome = 'ACCEPTED' ORDER BY kiosk, chain, seq";
        if (!hub.sql(hashes)
                .query(String.class)
                .list()
                .equals(jdbc.sql(hashes).query(String.class).list())) {
            throw new IllegalStateException("not the same envelopes");
        }
    }

    private static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }
}
