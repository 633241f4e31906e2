package fr.roubaix.cln.hub.appel;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.security.Identifiant;

/** Paper forms by number, and how many each mairie said it received. */
@Repository
class LotsDeFiches {

    private final JdbcClient jdbc;

    LotsDeFiches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every batch of a call, by mairie then number. */
    List<LotDeFiches> de(AppelId appel) {
        return jdbc.sql("SELECT * FROM lot_de_fiches WHERE appel = ? ORDER BY mairie, premier")
                .param(appel.valeur())
                .query((row, _) -> new LotDeFiches(
                        Secteur.valueOf(row.getString("mairie")),
                        row.getInt("premier"),
                        row.getInt("dernier"),
                        Instant.ofEpochMilli(row.getLong("le")),
                        new Identifiant(row.getString("par"))))
                .list();
    }

    /** The next numbers of a mairie, taken. */
    LotDeFiches ajouter(AppelId appel, Secteur mairie, int nombre, Instant le, Identifiant par) {
        int premier = 1
                + jdbc.sql("SELECT coalesce(max(dernier), 0) FROM lot_de_fiches WHERE appel = ? AND mairie = ?")
                        .params(appel.valeur(), mairie.name())
                        .query(Integer.class)
                        .single();
        var lot = new LotDeFiches(mairie, premier, premier + nombre - 1, le, par);
        jdbc.sql("INSERT INTO lot_de_fiches (appel, mairie, premier, dernier, le, par) VALUES (?, ?, ?, ?, ?, ?)")
                .params(appel.valeur(), mairie.name(), lot.premier(), lot.dernier(), le.toEpochMilli(), par.valeur())
                .update();
        return lot;
    }

    void annoncer(AppelId appel, Secteur mairie, int nombre, Instant le, Identifiant par) {
        jdbc.sql("""
                INSERT INTO fiches_annoncees (appel, mairie, nombre, le, par) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (appel, mairie) DO UPDATE SET nombre = excluded.nombre, le = excluded.le, par = excluded.par""")
                .params(appel.valeur(), mairie.name(), nombre, le.toEpochMilli(), par.valeur())
                .update();
    }

    Map<Secteur, Integer> annoncees(AppelId appel) {
        var annoncees = new EnumMap<Secteur, Integer>(Secteur.class);
        jdbc.sql("SELECT mairie, nombre FROM fiches_annoncees WHERE appel = ?")
                .param(appel.valeur())
                .query((row, _) -> Map.entry(Secteur.valueOf(row.getString("mairie")), row.getInt("nombre")))
                .list()
                .forEach(ligne -> annoncees.put(ligne.getKey(), ligne.getValue()));
        return annoncees;
    }
}
