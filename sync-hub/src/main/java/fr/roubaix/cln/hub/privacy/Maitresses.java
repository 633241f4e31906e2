package fr.roubaix.cln.hub.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The master keys as the database knows them: fingerprints, no secret. */
final class Maitresses {

    private final JdbcClient jdbc;

    Maitresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every key, the oldest first. */
    List<Connue> toutes() {
        return jdbc.sql("SELECT numero, empreinte, depuis, achevee_le FROM maitresse ORDER BY numero")
                .query((row, _) -> new Connue(
                        row.getInt("numero"),
                        row.getString("empreinte"),
                        instant(row, "depuis"),
                        row.getInt("numero") == 1 || instant(row, "achevee_le").isPresent()))
                .list();
    }

    /** Adds a key; false when there is one of this number already. */
    boolean ajouter(int numero, String empreinte, Instant depuis) {
        return jdbc.sql("""
                        INSERT INTO maitresse (numero, empreinte, depuis) VALUES (:numero, :empreinte, :depuis)
                        ON CONFLICT DO NOTHING""")
                        .param("numero", numero)
                        .param("empreinte", empreinte)
                        .param("depuis", depuis.toEpochMilli())
                        .update()
                == 1;
    }

    /** Notes that nothing is sealed any more with a key before this one; false when that was noted. */
    boolean achever(int numero, Instant le) {
        return jdbc.sql("UPDATE maitresse SET achevee_le = :le WHERE numero <= :numero AND achevee_le IS NULL")
                        .param("le", le.toEpochMilli())
                        .param("numero", numero)
                        .update()
                > 0;
    }

    private static Optional<Instant> instant(ResultSet row, String colonne) throws SQLException {
        return row.getObject(colonne) instanceof Number millis
                ? Optional.of(Instant.ofEpochMilli(millis.longValue()))
                : Optional.empty();
    }

    /**
     * A master key.
     *
     * @param depuis unknown for the first one of a hub that was set up before keys were dated
     * @param achevee whether all that was sealed with the keys before is sealed with this one
     */
    record Connue(int numero, String empreinte, Optional<Instant> depuis, boolean achevee) {}
}
