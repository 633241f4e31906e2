package fr.roubaix.cln.hub.conservation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Saisie;
import fr.roubaix.cln.hub.security.Identifiant;

/** Holds in the hub's database; one that was lifted stays written. */
@Repository
class Suspensions {

    private final JdbcClient jdbc;

    Suspensions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long poser(AppelId appel, Optional<ReceiptCode> code, String motif, Identifiant par, Instant le) {
        long numero = jdbc.sql("SELECT coalesce(max(numero), 0) + 1 FROM suspension")
                .query(Long.class)
                .single();
        jdbc.sql("""
                INSERT INTO suspension (numero, appel, code, motif, posee_le, posee_par)
                VALUES (:numero, :appel, :code, :motif, :le, :par)""")
                .param("numero", numero)
                .param("appel", appel.valeur())
                .param("code", code.map(ReceiptCode::texte).orElse(null), Types.VARCHAR)
                .param("motif", motif)
                .param("le", le.toEpochMilli())
                .param("par", par.valeur())
                .update();
        return numero;
    }

    /** False when it was lifted already. */
    boolean lever(long numero, String motif, Identifiant par, Instant le) {
        return jdbc.sql("""
                        UPDATE suspension SET levee_le = ?, levee_par = ?, fin_motif = ?
                        WHERE numero = ? AND levee_le IS NULL""")
                        .params(le.toEpochMilli(), par.valeur(), motif, numero)
                        .update()
                == 1;
    }

    /** Those that hold something now, the newest first. */
    List<Suspension> enVigueur() {
        return jdbc.sql("SELECT * FROM suspension WHERE levee_le IS NULL ORDER BY numero DESC")
                .query(Suspensions::suspension)
                .list();
    }

    private static Suspension suspension(ResultSet row, int number) throws SQLException {
        return new Suspension(
                row.getLong("numero"),
                new AppelId(row.getString("appel")),
                code(row.getString("code")),
                row.getString("motif"),
                new Identifiant(row.getString("posee_par")),
                Instant.ofEpochMilli(row.getLong("posee_le")));
    }

    private static Optional<ReceiptCode> code(@Nullable String texte) {
        return texte == null ? Optional.empty() : Optional.of(Codes.lire(texte));
    }

    /** A code as the database gives it back. */
    static final class Codes {
        private Codes() {}

        static ReceiptCode lire(String texte) {
            return switch (ReceiptCode.lire(texte)) {
                case Saisie.Lue(var code) -> code;
                case Saisie.Refusee(var motif) ->
                    throw new IllegalStateException("not a receipt code in the database: " + motif);
            };
        }
    }
}
