package fr.roubaix.cln.hub.conservation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.domaine.conservation.RegleDeConservation;
import fr.roubaix.cln.hub.conservation.Purge.Etat;
import fr.roubaix.cln.hub.conservation.Purgeable.Echue;
import fr.roubaix.cln.hub.security.Identifiant;

/** Proposals of destruction in the hub's database. Each write succeeds only from the stage before it. */
@Repository
class Purges {

    private static final String TOUT = "SELECT * FROM purge ";

    private final JdbcClient jdbc;

    Purges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a proposal; gives its number. */
    long ajouter(RegleDeConservation regle, String empreinte, List<Echue> echues, Instant le) {
        long numero = jdbc.sql("SELECT coalesce(max(numero), 0) + 1 FROM purge")
                .query(Long.class)
                .single();
        jdbc.sql("""
                INSERT INTO purge (numero, regle, etat, empreinte, nombre, proposee_le)
                VALUES (?, ?, 'PROPOSEE', ?, ?, ?)""")
                .params(numero, regle.name(), empreinte, echues.size(), le.toEpochMilli())
                .update();
        ajouter(numero, echues);
        return numero;
    }

    /** Puts another content in a proposal that nobody agreed to; false when somebody did meanwhile. */
    boolean remplacer(long numero, String empreinte, List<Echue> echues, Instant le) {
        if (jdbc.sql("""
                UPDATE purge SET empreinte = ?, nombre = ?, proposee_le = ? WHERE numero = ? AND etat = 'PROPOSEE'""")
                        .params(empreinte, echues.size(), le.toEpochMilli(), numero)
                        .update()
                == 0) {
            return false;
        }
        jdbc.sql("DELETE FROM purge_element WHERE purge = ?").param(numero).update();
        ajouter(numero, echues);
        return true;
    }

    private void ajouter(long numero, List<Echue> echues) {
        echues.forEach(echue -> jdbc.sql("INSERT INTO purge_element (purge, objet, echeance) VALUES (?, ?, ?)")
                .params(numero, echue.objet(), echue.echeance().toString())
                .update());
    }

    /** The visa counts only on the content that was shown. */
    boolean viser(long numero, String vue, Purge.Visa visa) {
        return jdbc.sql("""
                        UPDATE purge SET etat = 'VISEE', visee_le = ?, visee_par = ?
                        WHERE numero = ? AND etat = 'PROPOSEE' AND empreinte = ?""")
                        .params(visa.le().toEpochMilli(), visa.par().valeur(), numero, vue)
                        .update()
                == 1;
    }

    /** Takes the visa back, or gives the proposal up for one that will be made again. */
    boolean passer(long numero, Etat avant, Etat apres) {
        return jdbc.sql("UPDATE purge SET etat = ? WHERE numero = ? AND etat = ?")
                        .params(apres.name(), numero, avant.name())
                        .update()
                == 1;
    }

    /** Notes what became of some objects; each counts once. */
    void regler(long numero, Collection<String> detruits, Collection<String> ecartes) {
        int faits = enlever(numero, detruits);
        int laisses = enlever(numero, ecartes);
        jdbc.sql("UPDATE purge SET detruites = detruites + ?, ecartees = ecartees + ? WHERE numero = ?")
                .params(faits, laisses, numero)
                .update();
    }

    private int enlever(long numero, Collection<String> objets) {
        return objets.stream()
                .mapToInt(objet -> jdbc.sql("DELETE FROM purge_element WHERE purge = ? AND objet = ?")
                        .params(numero, objet)
                        .update())
                .sum();
    }

    /** Ends it, once nothing is left to settle; false when that was done already. */
    boolean terminer(long numero, Instant le) {
        return jdbc.sql("""
                        UPDATE purge SET etat = 'EXECUTEE', executee_le = ? WHERE numero = ? AND etat = 'EN_COURS'
                        AND NOT EXISTS (SELECT 1 FROM purge_element WHERE purge = ?)""").params(le.toEpochMilli(), numero, numero).update() == 1;
    }

    /** What is left to settle, in order, and the last day of each as it was proposed. */
    Map<String, LocalDate> restants(long numero, int combien) {
        var restants = new LinkedHashMap<String, LocalDate>();
        jdbc.sql("SELECT objet, echeance FROM purge_element WHERE purge = ? ORDER BY objet LIMIT ?")
                .params(numero, combien)
                .query(row -> {
                    restants.put(row.getString("objet"), LocalDate.parse(row.getString("echeance")));
                });
        return restants;
    }

    Optional<Purge> trouver(long numero) {
        return jdbc.sql(TOUT + "WHERE numero = ?")
                .param(numero)
                .query(Purges::purge)
                .optional();
    }

    /** The one of a rule that is not over; there is never more than one. */
    Optional<Purge> ouverte(RegleDeConservation regle) {
        return jdbc.sql(TOUT + "WHERE regle = ? AND etat IN ('PROPOSEE', 'VISEE', 'EN_COURS')")
                .param(regle.name())
                .query(Purges::purge)
                .optional();
    }

    /** In this stage, the newest first. */
    List<Purge> dans(Etat etat) {
        return jdbc.sql(TOUT + "WHERE etat = ? ORDER BY numero DESC")
                .param(etat.name())
                .query(Purges::purge)
                .list();
    }

    private static Purge purge(ResultSet row, int number) throws SQLException {
        long visee = row.getLong("visee_le");
        Optional<Purge.Visa> visa = row.wasNull()
                ? Optional.empty()
                : Optional.of(new Purge.Visa(new Identifiant(row.getString("visee_par")), Instant.ofEpochMilli(visee)));
        long executee = row.getLong("executee_le");
        Optional<Instant> executeeLe = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(executee));
        return new Purge(
                row.getLong("numero"),
                RegleDeConservation.valueOf(row.getString("regle")),
                Etat.valueOf(row.getString("etat")),
                row.getString("empreinte"),
                row.getInt("nombre"),
                Instant.ofEpochMilli(row.getLong("proposee_le")),
                visa,
                executeeLe,
                row.getInt("detruites"),
                row.getInt("ecartees"));
    }
}
