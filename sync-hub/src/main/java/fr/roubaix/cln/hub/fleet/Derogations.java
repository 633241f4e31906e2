package fr.roubaix.cln.hub.fleet;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.KioskId;

/** The derogations as they were granted and taken back; nothing is removed. */
@Repository
class Derogations {

    private final JdbcClient jdbc;

    Derogations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ajouter(AppelId appel, Accordee accordee) {
        jdbc.sql("""
                INSERT INTO derogation (appel, borne, numero, etat, manque, motif, par, le)
                SELECT ?, ?, coalesce(max(numero), 0) + 1, ?, ?, ?, ?, ? FROM derogation
                WHERE appel = ? AND borne = ?""")
                .params(
                        appel.valeur(),
                        accordee.borne().numero(),
                        accordee.etat().hex(),
                        accordee.manque(),
                        accordee.motif(),
                        accordee.par().valeur(),
                        accordee.le().toEpochMilli(),
                        appel.valeur(),
                        accordee.borne().numero())
                .update();
    }

    boolean retirer(AppelId appel, KioskId borne, Identifiant par, Instant le) {
        return jdbc.sql("""
                UPDATE derogation SET retiree_par = ?, retiree_le = ?
                WHERE appel = ? AND borne = ? AND retiree_le IS NULL""")
                        .params(par.valeur(), le.toEpochMilli(), appel.valeur(), borne.numero())
                        .update()
                > 0;
    }

    /** Those of a call that nobody took back, the newest last. */
    List<Accordee> enVigueur(AppelId appel) {
        return jdbc.sql("""
                SELECT borne, etat, manque, motif, par, le FROM derogation
                WHERE appel = ? AND retiree_le IS NULL ORDER BY borne, numero""")
                .param(appel.valeur())
                .query((row, _) -> new Accordee(
                        new KioskId(row.getInt("borne")),
                        new Hash(row.getString("etat")),
                        row.getString("manque"),
                        row.getString("motif"),
                        new Identifiant(row.getString("par")),
                        Instant.ofEpochMilli(row.getLong("le"))))
                .list();
    }

    /** A derogation, bound to the state that was shown. */
    record Accordee(KioskId borne, Hash etat, String manque, String motif, Identifiant par, Instant le) {}
}
