package fr.roubaix.cln.hub.tirage;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.domaine.tirage.Reconduit;

/** Renewed members as staff registered them. */
@Repository
class JdbcReconduits implements Reconduits {

    private final JdbcClient jdbc;

    JdbcReconduits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Reconduit> de(AppelId appel) {
        return jdbc.sql("SELECT id, secteur, sexe, classe FROM reconduit WHERE appel = :appel ORDER BY id")
                .param("appel", appel.valeur())
                .query((row, _) -> new Reconduit(
                        new IdDeListe(row.getString("id")),
                        Secteur.valueOf(row.getString("secteur")),
                        Sexe.valueOf(row.getString("sexe")),
                        ClasseAge.valueOf(row.getString("classe"))))
                .list();
    }

    /** Replaces those of a call. */
    void remplacer(AppelId appel, List<Reconduit> reconduits, Tirage.Acte acte) {
        jdbc.sql("DELETE FROM reconduit WHERE appel = :appel")
                .param("appel", appel.valeur())
                .update();
        for (Reconduit reconduit : reconduits) {
            jdbc.sql("""
                            INSERT INTO reconduit (appel, id, secteur, sexe, classe, le, par)
                            VALUES (:appel, :id, :secteur, :sexe, :classe, :le, :par)
                            """)
                    .param("appel", appel.valeur())
                    .param("id", reconduit.id().valeur())
                    .param("secteur", reconduit.secteur().name())
                    .param("sexe", reconduit.sexe().name())
                    .param("classe", reconduit.classe().name())
                    .param("le", acte.le().toEpochMilli())
                    .param("par", acte.par().valeur())
                    .update();
        }
    }
}
