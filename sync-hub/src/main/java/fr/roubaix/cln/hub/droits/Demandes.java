package fr.roubaix.cln.hub.droits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Saisie;
import fr.roubaix.cln.hub.droits.Demande.Canal;
import fr.roubaix.cln.hub.droits.Demande.Droit;
import fr.roubaix.cln.hub.droits.Demande.Prolongation;
import fr.roubaix.cln.hub.droits.Demande.Reponse;
import fr.roubaix.cln.hub.droits.Demande.Suite;
import fr.roubaix.cln.hub.security.Identifiant;

/** The requests of people, as they arrived and were answered. */
@Repository
class Demandes {

    private final JdbcClient jdbc;

    Demandes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ajouter(Demande demande) {
        jdbc.sql("""
                INSERT INTO demande_de_droit (numero, droit, candidature, canal, recue_le, prolongee)
                VALUES (?, ?, ?, ?, ?, '')""")
                .params(
                        demande.numero(),
                        demande.droit().name(),
                        demande.candidature().map(ReceiptCode::texte).orElse(""),
                        demande.canal().name(),
                        demande.recueLe().toString())
                .update();
    }

    Optional<Demande> trouver(long numero) {
        return jdbc.sql("SELECT * FROM demande_de_droit WHERE numero = ?")
                .param(numero)
                .query(Demandes::demande)
                .optional();
    }

    /** All of them, the first received first. */
    List<Demande> toutes() {
        return jdbc.sql("SELECT * FROM demande_de_droit ORDER BY recue_le, numero")
                .query(Demandes::demande)
                .list();
    }

    /** Extends one that waits and never was; false when it is not so. */
    boolean prolonger(long numero, Prolongation motif) {
        return jdbc.sql("""
                UPDATE demande_de_droit SET prolongee = ? WHERE numero = ? AND prolongee = '' AND reponse IS NULL""").params(motif.name(), numero).update() == 1;
    }

    /** Answers one that waits; false when somebody did. */
    boolean repondre(long numero, Suite suite) {
        return jdbc.sql("""
                UPDATE demande_de_droit SET reponse = ?, repondue_le = ?, repondue_par = ?
                WHERE numero = ? AND reponse IS NULL""")
                        .params(
                                suite.reponse().name(),
                                suite.le().toEpochMilli(),
                                suite.par().valeur(),
                                numero)
                        .update()
                == 1;
    }

    /** Removes one that was answered; false when it is not there, or waits. */
    boolean oublier(long numero) {
        return jdbc.sql("DELETE FROM demande_de_droit WHERE numero = ? AND reponse IS NOT NULL")
                        .param(numero)
                        .update()
                == 1;
    }

    private static Demande demande(ResultSet row, int number) throws SQLException {
        String prolongee = row.getString("prolongee");
        return new Demande(
                row.getLong("numero"),
                Droit.valueOf(row.getString("droit")),
                code(row.getString("candidature")),
                Canal.valueOf(row.getString("canal")),
                LocalDate.parse(row.getString("recue_le")),
                prolongee.isEmpty() ? Optional.empty() : Optional.of(Prolongation.valueOf(prolongee)),
                suite(row.getString("reponse"), row));
    }

    private static Optional<ReceiptCode> code(String texte) {
        return ReceiptCode.lire(texte) instanceof Saisie.Lue<ReceiptCode>(var code)
                ? Optional.of(code)
                : Optional.empty();
    }

    private static Optional<Suite> suite(@Nullable String reponse, ResultSet row) throws SQLException {
        return reponse == null
                ? Optional.empty()
                : Optional.of(new Suite(
                        Reponse.valueOf(reponse),
                        Instant.ofEpochMilli(row.getLong("repondue_le")),
                        new Identifiant(row.getString("repondue_par"))));
    }
}
