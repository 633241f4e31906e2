package fr.roubaix.cln.hub.candidature;

import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.Dialect;

/**
 * Seals the words that earlier versions kept in clear, a batch at a time, then has the database write its tables anew: an
 * updated row leaves its former bytes in the file. What is cut short goes on at the next start; the migration noted that
 * there is something to do, and the note goes last.
 */
@Component
class ScellementDesPrecisions {

    private static final Logger LOG = LoggerFactory.getLogger(ScellementDesPrecisions.class);

    private static final int A_LA_FOIS = 200;
    private static final String NOTE = "SCELLER_LES_PRECISIONS";

    private final JdbcClient jdbc;
    private final Database database;
    private final MotsDesAgents mots;
    private final TransactionTemplate transaction;

    ScellementDesPrecisions(
            JdbcClient jdbc, Database database, MotsDesAgents mots, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.database = database;
        this.mots = mots;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How many rows were sealed. */
    int reprendre() {
        if (jdbc.sql("SELECT COUNT(*) FROM reprise_a_faire WHERE nom = ?")
                        .param(NOTE)
                        .query(Long.class)
                        .single()
                == 0) {
            return 0;
        }
        int total = 0;
        for (List<Ligne> lot = enClair(); !lot.isEmpty(); lot = enClair()) {
            var enCours = lot;
            transaction.executeWithoutResult(_ -> enCours.forEach(this::sceller));
            total += lot.size();
        }
        if (reecrire()) {
            jdbc.sql("DELETE FROM reprise_a_faire WHERE nom = ?").param(NOTE).update();
        }
        return total;
    }

    private List<Ligne> enClair() {
        return jdbc.sql("SELECT code, 0 AS numero, precisions FROM candidature WHERE precisions <> '' UNION ALL"
                        + " SELECT code, numero, precisions FROM decision WHERE precisions <> '' LIMIT " + A_LA_FOIS)
                .query((row, _) ->
                        new Ligne(JdbcCandidatures.code(row), row.getLong("numero"), row.getString("precisions")))
                .list();
    }

    /** The words about somebody who was erased meanwhile are dropped. */
    private void sceller(Ligne ligne) {
        String ou = ligne.numero() == 0 ? "candidature SET" : "decision SET";
        String laquelle = ligne.numero() == 0 ? "" : " AND numero = :numero";
        var requete = jdbc.sql("UPDATE " + ou + " precisions = '', mots = :mots WHERE code = :code" + laquelle)
                .param("code", ligne.code().texte())
                .param(
                        "mots",
                        mots.sceller(ligne.code(), new Precisions.Claires(ligne.texte()))
                                .map(ColonnesDeStatut::octets)
                                .orElse(null),
                        Types.BINARY);
        (ligne.numero() == 0 ? requete : requete.param("numero", ligne.numero())).update();
    }

    /** Whether no file of the database holds the former bytes any more; what its server or its backups keep is another matter. */
    private boolean reecrire() {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            return database.dialect() == Dialect.SQLITE ? reecrireSqlite(statement) : reecrirePostgres(statement);
        } catch (SQLException e) {
            LOG.warn("Words that were in clear may still be found on the disk; it will be tried at the next start", e);
            return false;
        }
    }

    private static boolean reecrireSqlite(Statement statement) throws SQLException {
        statement.execute("VACUUM");
        try (var rows = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            // The first column is 1 when a reader or a writer stood in the way.
            return rows.next() && rows.getInt(1) == 0;
        }
    }

    private static boolean reecrirePostgres(Statement statement) throws SQLException {
        statement.execute("SET lock_timeout = '5s'");
        try {
            statement.execute("VACUUM FULL candidature");
            statement.execute("VACUUM FULL decision");
            return true;
        } finally {
            statement.execute("RESET lock_timeout");
        }
    }

    /**
     * Words in clear.
     *
     * @param numero of the decision; 0 for where the application stands
     */
    private record Ligne(ReceiptCode code, long numero, String texte) {}
}
