package fr.roubaix.cln.kiosk.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.kiosk.sync.JournalIndex.Delivery;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Message.ClotureDeclaree;

/** In the kiosk's own table, written by the transaction that appends the declaration. */
@Repository
class JdbcClotures implements Clotures {

    private final JdbcClient jdbc;

    JdbcClotures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Cloture> pour(AppelId appel) {
        return jdbc.sql("""
                SELECT c.appel, c.agent, c.formulaires, c.at, coalesce(i.delivery, 'PENDING') AS delivery
                FROM cloture c LEFT JOIN inscription i ON i.id = c.inscription WHERE c.appel = ?""")
                .param(appel.valeur())
                .query((row, _) -> new Cloture(
                        new AppelId(row.getString("appel")),
                        new AgentId(row.getString("agent")),
                        row.getInt("formulaires"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        Delivery.valueOf(row.getString("delivery"))))
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> rouvert(AppelId appel) {
        return jdbc.sql("SELECT at FROM reouverture WHERE appel = ?")
                .param(appel.valeur())
                .query(Long.class)
                .optional()
                .map(Instant::ofEpochMilli);
    }

    /** The calls closed here. */
    List<AppelId> appels() {
        return jdbc.sql("SELECT appel FROM cloture ORDER BY appel")
                .query((row, _) -> new AppelId(row.getString("appel")))
                .list();
    }

    /** Joins the transaction that appends the declaration. */
    static void close(JdbcClient jdbc, EnvelopeId id, ClotureDeclaree declaree, Instant at) {
        jdbc.sql("""
                INSERT INTO cloture (appel, agent, formulaires, at, inscription) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (appel) DO UPDATE SET agent = excluded.agent, formulaires = excluded.formulaires,
                at = excluded.at, inscription = excluded.inscription""")
                .params(
                        declaree.appel().valeur(),
                        declaree.agent().valeur(),
                        declaree.formulairesPapier(),
                        at.toEpochMilli(),
                        id.toString())
                .update();
    }

    /** Joins the transaction that appends the declaration. */
    static void reopen(JdbcClient jdbc, AppelId appel, Instant at) {
        jdbc.sql("DELETE FROM cloture WHERE appel = ?").param(appel.valeur()).update();
        jdbc.sql("INSERT INTO reouverture (appel, at) VALUES (?, ?) ON CONFLICT (appel) DO UPDATE SET at = excluded.at")
                .params(appel.valeur(), at.toEpochMilli())
                .update();
    }
}
