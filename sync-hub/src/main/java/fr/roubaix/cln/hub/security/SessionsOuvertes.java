package fr.roubaix.cln.hub.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sessions that are open. One whose row is taken away ends at its next request, on whichever hub it is. */
@Repository
class SessionsOuvertes {

    private final JdbcClient jdbc;

    SessionsOuvertes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ajouter(SessionOuverte session) {
        jdbc.sql("DELETE FROM session_ouverte WHERE vue_le < :sansActe OR ouverte_le < :enTout")
                .param(
                        "sansActe",
                        session.ouverteLe().minus(SessionOuverte.SANS_ACTE).toEpochMilli())
                .param(
                        "enTout",
                        session.ouverteLe().minus(SessionOuverte.EN_TOUT).toEpochMilli())
                .update();
        jdbc.sql("""
                        INSERT INTO session_ouverte (id, identifiant, appareil, ouverte_le, vue_le)
                        VALUES (:id, :identifiant, :appareil, :ouverteLe, :vueLe)
                        """)
                .param("id", session.id())
                .param("identifiant", session.identifiant().valeur())
                .param("appareil", session.appareil())
                .param("ouverteLe", session.ouverteLe().toEpochMilli())
                .param("vueLe", session.vueLe().toEpochMilli())
                .update();
    }

    Optional<SessionOuverte> trouver(String id) {
        return jdbc.sql("SELECT * FROM session_ouverte WHERE id = :id")
                .param("id", id)
                .query(SessionsOuvertes::session)
                .optional();
    }

    /** The sessions of an account, the last used first. */
    List<SessionOuverte> de(Identifiant identifiant) {
        return jdbc.sql("SELECT * FROM session_ouverte WHERE identifiant = :identifiant ORDER BY vue_le DESC, id")
                .param("identifiant", identifiant.valeur())
                .query(SessionsOuvertes::session)
                .list();
    }

    void voir(String id, Instant le) {
        jdbc.sql("UPDATE session_ouverte SET vue_le = :le WHERE id = :id AND vue_le < :le")
                .param("le", le.toEpochMilli())
                .param("id", id)
                .update();
    }

    /** Ends a session of this account; false when it has none of that name. */
    boolean fermer(Identifiant identifiant, String id) {
        return jdbc.sql("DELETE FROM session_ouverte WHERE id = :id AND identifiant = :identifiant")
                        .param("id", id)
                        .param("identifiant", identifiant.valeur())
                        .update()
                > 0;
    }

    int fermerToutes(Identifiant identifiant) {
        return fermerLesAutres(identifiant, "");
    }

    /** Ends every session of an account but one. */
    int fermerLesAutres(Identifiant identifiant, String gardee) {
        return jdbc.sql("DELETE FROM session_ouverte WHERE identifiant = :identifiant AND id <> :gardee")
                .param("identifiant", identifiant.valeur())
                .param("gardee", gardee)
                .update();
    }

    private static SessionOuverte session(ResultSet row, int ignored) throws SQLException {
        return new SessionOuverte(
                row.getString("id"),
                new Identifiant(row.getString("identifiant")),
                row.getString("appareil"),
                Instant.ofEpochMilli(row.getLong("ouverte_le")),
                Instant.ofEpochMilli(row.getLong("vue_le")));
    }
}
