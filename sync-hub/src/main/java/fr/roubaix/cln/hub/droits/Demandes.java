package fr.roubaix.cln.hub.droits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.droits.Droit;
import fr.roubaix.cln.domaine.habitant.Saisie;
import fr.roubaix.cln.hub.droits.Demande.Canal;
import fr.roubaix.cln.hub.droits.Demande.Identification;
import fr.roubaix.cln.hub.droits.Demande.Prolongation;
import fr.roubaix.cln.hub.droits.Demande.Reponse;
import fr.roubaix.cln.hub.droits.Demande.Trace;
import fr.roubaix.cln.hub.droits.Demande.Verification;
import fr.roubaix.cln.hub.security.Identifiant;

/** Requests in the hub's database. Once answered, one does not change any more. */
@Repository
class Demandes {

    private final JdbcClient jdbc;

    Demandes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long ajouter(Droit droit, Canal canal, LocalDate recueLe, Trace trace) {
        long numero = jdbc.sql("SELECT coalesce(max(numero), 0) + 1 FROM demande_de_droits")
                .query(Long.class)
                .single();
        jdbc.sql("""
                INSERT INTO demande_de_droits (numero, droit, canal, recue_le, enregistree_le, enregistree_par)
                VALUES (?, ?, ?, ?, ?, ?)""")
                .params(
                        numero,
                        droit.name(),
                        canal.name(),
                        recueLe.toString(),
                        trace.le().toEpochMilli(),
                        trace.par().valeur())
                .update();
        return numero;
    }

    boolean identifier(long numero, Identification identification) {
        return jdbc.sql("""
                        UPDATE demande_de_droits SET code = ?, verification = ?, verifiee_le = ?, verifiee_par = ?
                        WHERE numero = ? AND issue IS NULL""")
                        .params(
                                identification.code().texte(),
                                identification.moyen().name(),
                                identification.trace().le().toEpochMilli(),
                                identification.trace().par().valeur(),
                                numero)
                        .update()
                == 1;
    }

    boolean prolonger(long numero, Prolongation prolongation) {
        return jdbc.sql("""
                        UPDATE demande_de_droits SET prolongation = ?, prolongee_le = ?, prolongee_par = ?
                        WHERE numero = ? AND issue IS NULL AND prolongee_le IS NULL""")
                        .params(
                                prolongation.motif(),
                                prolongation.trace().le().toEpochMilli(),
                                prolongation.trace().par().valeur(),
                                numero)
                        .update()
                == 1;
    }

    boolean repondre(long numero, Reponse reponse) {
        return jdbc.sql("""
                        UPDATE demande_de_droits SET issue = ?, motif = ?, close_le = ?, close_par = ?
                        WHERE numero = ? AND issue IS NULL""")
                        .params(
                                reponse.issue().name(),
                                reponse.motif(),
                                reponse.trace().le().toEpochMilli(),
                                reponse.trace().par().valeur(),
                                numero)
                        .update()
                == 1;
    }

    boolean oublier(long numero) {
        return jdbc.sql("DELETE FROM demande_de_droits WHERE numero = ? AND issue IS NOT NULL")
                        .param(numero)
                        .update()
                == 1;
    }

    /** Those to answer first, by their date, then those answered, the newest first. */
    List<Demande> toutes() {
        return jdbc.sql("""
                SELECT * FROM demande_de_droits
                ORDER BY CASE WHEN issue IS NULL THEN 0 ELSE 1 END,
                         CASE WHEN issue IS NULL THEN recue_le END, numero DESC""").query(Demandes::demande).list();
    }

    Optional<Demande> trouver(long numero) {
        return jdbc.sql("SELECT * FROM demande_de_droits WHERE numero = ?")
                .param(numero)
                .query(Demandes::demande)
                .optional();
    }

    /** About one application, in their order. */
    List<Demande> sur(ReceiptCode code) {
        return jdbc.sql("SELECT * FROM demande_de_droits WHERE code = ? ORDER BY numero")
                .param(code.texte())
                .query(Demandes::demande)
                .list();
    }

    private static Demande demande(ResultSet row, int number) throws SQLException {
        return new Demande(
                row.getLong("numero"),
                Droit.valueOf(row.getString("droit")),
                Canal.valueOf(row.getString("canal")),
                LocalDate.parse(row.getString("recue_le")),
                trace(row, "enregistree"),
                row.getString("code") == null ? Optional.empty() : Optional.of(identification(row)),
                row.getString("prolongee_par") == null
                        ? Optional.empty()
                        : Optional.of(new Prolongation(row.getString("prolongation"), trace(row, "prolongee"))),
                row.getString("issue") == null
                        ? Optional.empty()
                        : Optional.of(new Reponse(
                                Demande.Issue.valueOf(row.getString("issue")),
                                row.getString("motif"),
                                trace(row, "close"))));
    }

    private static Identification identification(ResultSet row) throws SQLException {
        return switch (ReceiptCode.lire(row.getString("code"))) {
            case Saisie.Lue(var code) ->
                new Identification(code, Verification.valueOf(row.getString("verification")), trace(row, "verifiee"));
            case Saisie.Refusee(var motif) ->
                throw new IllegalStateException("not a receipt code in the database: " + motif);
        };
    }

    private static Trace trace(ResultSet row, String quoi) throws SQLException {
        return new Trace(
                new Identifiant(row.getString(quoi + "_par")), Instant.ofEpochMilli(row.getLong(quoi + "_le")));
    }
}
