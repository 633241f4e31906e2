package fr.roubaix.cln.hub.ingest;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.hub.privacy.Generation;
import fr.roubaix.cln.sync.Signed;

/** The pairs of keys as the database knows them: fingerprints and successions, no secret. */
final class Generations {

    private final JdbcClient jdbc;

    Generations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every pair, the oldest first. */
    List<Connue> toutes() {
        return jdbc.sql("SELECT numero, empreinte, succession, depuis FROM trousseau_generation ORDER BY numero")
                .query((row, _) -> new Connue(
                        row.getInt("numero"),
                        row.getString("empreinte"),
                        Optional.ofNullable(row.getString("succession")).flatMap(Signed::parse),
                        JdbcKiosks.present(row, "depuis").map(Instant::ofEpochMilli)))
                .list();
    }

    /** The fingerprint of the pair in force. */
    Optional<String> enVigueur() {
        return jdbc.sql("SELECT empreinte FROM trousseau_generation ORDER BY numero DESC LIMIT 1")
                .query(String.class)
                .optional();
    }

    /** Adds a pair; false when there is one of this number already. */
    boolean ajouter(int numero, Generation generation, @Nullable Signed succession, Instant depuis) {
        return jdbc.sql("""
                INSERT INTO trousseau_generation (numero, empreinte, succession, depuis)
                VALUES (:numero, :empreinte, :succession, :depuis) ON CONFLICT DO NOTHING""")
                        .param("numero", numero)
                        .param("empreinte", generation.empreinte())
                        .param("succession", succession == null ? null : succession.text(), Types.VARCHAR)
                        .param("depuis", depuis.toEpochMilli())
                        .update()
                == 1;
    }

    /**
     * A pair of keys.
     *
     * @param succession signed by the pair before; the first one has none
     * @param depuis unknown for the first pair of a hub that was set up before pairs were dated
     */
    record Connue(int numero, String empreinte, Optional<Signed> succession, Optional<Instant> depuis) {}
}
