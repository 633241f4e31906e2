package fr.roubaix.cln.hub.candidature;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.candidature.CandidaturesModifiables.Trace;
import fr.roubaix.cln.hub.security.Identifiant;

@Repository
class JdbcPairesDeDoublon implements PairesDeDoublon {

    private final JdbcClient jdbc;

    JdbcPairesDeDoublon(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Paire> decidees(AppelId appel) {
        return jdbc.sql("""
                SELECT p.a, p.b, p.gardee, p.le, p.par FROM paire_de_doublon p JOIN candidature c ON c.code = p.a
                WHERE c.appel = :appel AND p.levee_le IS NULL""")
                .param("appel", appel.valeur())
                .query(JdbcPairesDeDoublon::paire)
                .list();
    }

    @Override
    public List<Paire> decidees(ReceiptCode code) {
        return jdbc.sql("""
                SELECT a, b, gardee, le, par FROM paire_de_doublon
                WHERE (a = :code OR b = :code) AND levee_le IS NULL ORDER BY le, a, b""")
                .param("code", code.texte())
                .query(JdbcPairesDeDoublon::paire)
                .list();
    }

    @Override
    public List<Reponse> reponses(ReceiptCode code) {
        return jdbc.sql("""
                SELECT a, b, gardee, le, par, levee_le, levee_par FROM paire_de_doublon
                WHERE a = :code OR b = :code ORDER BY le, a, b, numero""")
                .param("code", code.texte())
                .query((row, number) -> {
                    long le = row.getLong("levee_le");
                    return new Reponse(
                            paire(row, number),
                            row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(le)),
                            Optional.ofNullable(row.getString("levee_par")).map(Identifiant::new));
                })
                .list();
    }

    @Override
    public boolean decider(ReceiptCode a, ReceiptCode b, Optional<ReceiptCode> gardee, Trace trace) {
        return jdbc.sql("""
                        INSERT INTO paire_de_doublon (a, b, numero, gardee, le, par)
                        SELECT :a, :b, COUNT(*) + 1, :gardee, :le, :par FROM paire_de_doublon WHERE a = :a AND b = :b
                        ON CONFLICT DO NOTHING
                        """)
                        .param("a", premier(a, b).texte())
                        .param("b", second(a, b).texte())
                        .param("gardee", gardee.map(ReceiptCode::texte).orElse(null), Types.VARCHAR)
                        .param("le", trace.le().toEpochMilli())
                        .param("par", trace.par().valeur())
                        .update()
                == 1;
    }

    @Override
    public boolean lever(ReceiptCode a, ReceiptCode b, Trace trace) {
        return jdbc.sql("""
                        UPDATE paire_de_doublon SET levee_le = :le, levee_par = :par
                        WHERE a = :a AND b = :b AND levee_le IS NULL
                        """)
                        .param("a", premier(a, b).texte())
                        .param("b", second(a, b).texte())
                        .param("le", trace.le().toEpochMilli())
                        .param("par", trace.par().valeur())
                        .update()
                == 1;
    }

    @Override
    public void lever(ReceiptCode code, Trace trace) {
        jdbc.sql("""
                        UPDATE paire_de_doublon SET levee_le = :le, levee_par = :par
                        WHERE (a = :code OR b = :code) AND gardee IS NOT NULL AND gardee <> :code AND levee_le IS NULL
                        """)
                .param("code", code.texte())
                .param("le", trace.le().toEpochMilli())
                .param("par", trace.par().valeur())
                .update();
    }

    /** As the database compares texts: the alphabet of codes is in that order, on every collation. */
    private static ReceiptCode premier(ReceiptCode a, ReceiptCode b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static ReceiptCode second(ReceiptCode a, ReceiptCode b) {
        return a.compareTo(b) < 0 ? b : a;
    }

    private static Paire paire(ResultSet row, int number) throws SQLException {
        return new Paire(
                JdbcCandidatures.code(row.getString("a")),
                JdbcCandidatures.code(row.getString("b")),
                Optional.ofNullable(row.getString("gardee")).map(JdbcCandidatures::code),
                Instant.ofEpochMilli(row.getLong("le")),
                new Identifiant(row.getString("par")));
    }
}
