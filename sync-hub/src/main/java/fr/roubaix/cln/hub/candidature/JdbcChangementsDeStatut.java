package fr.roubaix.cln.hub.candidature;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.sync.Statut;

@Repository
class JdbcChangementsDeStatut implements ChangementsDeStatut {

    private final JdbcClient jdbc;

    JdbcChangementsDeStatut(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long dernier() {
        return jdbc.sql("SELECT dernier FROM changement_de_statut")
                .query(Long.class)
                .single();
    }

    @Override
    public List<Changement> entre(long depuis, long jusquA, int maximum) {
        return jdbc.sql("""
                SELECT changement, code, etat, stade FROM candidature WHERE changement > ? AND changement <= ?
                ORDER BY changement LIMIT ?""")
                .params(depuis, jusquA, maximum)
                .query((row, _) -> new Changement(
                        row.getLong("changement"),
                        JdbcCandidatures.code(row),
                        statut(row.getString("etat"), row.getString("stade"))))
                .list();
    }

    private static Statut statut(String etat, String stade) {
        return switch (stade) {
            case "RETIREE" -> Statut.RETIREE;
            case "A_COMPLETER" -> Statut.A_COMPLETER;
            default ->
                switch (etat) {
                    case "RECEVABLE" -> Statut.RECEVABLE;
                    case "IRRECEVABLE" -> Statut.IRRECEVABLE;
                    default -> Statut.RECUE;
                };
        };
    }
}
