package fr.roubaix.cln.hub.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.hub.ingest.MisesDeCote.Cle;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.KioskId;

/** The sealed contents of envelopes set aside that nobody has to look at any more: settled, or taken since. */
@Component
@Interne("part of the retention, whose use cases are guarded")
public class ContenusMisDeCote {

    private static final String SELECT = """
            SELECT q.kiosk, q.hash, q.received_at, length(q.content) AS taille,
                   COALESCE(q.settled_at, f.received_at) AS regle_le
            FROM quarantine q LEFT JOIN fact f ON f.id = q.id AND f.payload_hash = q.payload_hash
            WHERE (q.settled_at IS NOT NULL OR f.id IS NOT NULL)\s""";

    private final JdbcClient jdbc;

    ContenusMisDeCote(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of which something is left: the bytes, or what staff wrote of them. */
    @Transactional(readOnly = true)
    public List<Regle> regles() {
        return jdbc.sql(SELECT + "AND (length(q.content) > 0 OR q.settlement <> '') ORDER BY q.kiosk, q.hash")
                .query(ContenusMisDeCote::regle)
                .list();
    }

    /** One of them, emptied or not. */
    @Transactional(readOnly = true)
    public Optional<Regle> regle(Cle cle) {
        return jdbc.sql(SELECT + "AND q.kiosk = ? AND q.hash = ?")
                .params(cle.borne().numero(), cle.empreinte().hex())
                .query(ContenusMisDeCote::regle)
                .optional();
    }

    /** Drops the bytes and what staff wrote of them; who settled it, when, and its hash stay. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void vider(Collection<Cle> cles) {
        for (Cle cle : cles) {
            jdbc.sql("""
                    UPDATE quarantine SET content = :rien, signature = :rien,
                           settlement = CASE WHEN settlement IS NULL THEN NULL ELSE '' END
                    WHERE kiosk = :borne AND hash = :empreinte""")
                    .param("rien", new byte[0])
                    .param("borne", cle.borne().numero())
                    .param("empreinte", cle.empreinte().hex())
                    .update();
        }
    }

    private static Regle regle(ResultSet row, int number) throws SQLException {
        return new Regle(
                new Cle(new KioskId(row.getInt("kiosk")), new Hash(row.getString("hash"))),
                Instant.ofEpochMilli(row.getLong("received_at")),
                Instant.ofEpochMilli(row.getLong("regle_le")),
                row.getLong("taille") == 0);
    }

    /**
     * One envelope.
     *
     * @param recuLe clock of the hub, at its first arrival
     * @param regleLe when staff settled it, or the same content was taken
     * @param vide its bytes are gone
     */
    public record Regle(Cle cle, Instant recuLe, Instant regleLe, boolean vide) {}
}
