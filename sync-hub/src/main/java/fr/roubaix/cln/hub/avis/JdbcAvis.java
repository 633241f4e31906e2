package fr.roubaix.cln.hub.avis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.domaine.affichage.LieuDAffichage;
import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.hub.appel.BulletinChanges;
import fr.roubaix.cln.hub.avis.AvisDeMairie.Affichage;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.Bulletin.AvisPublie;

/** The notices, and where they hang. */
@Repository
class JdbcAvis implements AvisPourLesBornes {

    private static final String SELECT = "SELECT id, titre, texte, du, au, publie_le, publie_par, retire_le FROM avis ";

    private final JdbcClient jdbc;
    private final BulletinChanges changes;
    private final Clock clock;

    JdbcAvis(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.changes = new BulletinChanges(jdbc);
        this.clock = clock;
    }

    @Override
    public List<AvisPublie> avis() {
        String aujourdhui = LocalDate.ofInstant(clock.instant(), Appel.ROUBAIX).toString();
        return jdbc.sql("SELECT id, titre, texte, du, au FROM avis WHERE retire_le IS NULL AND au >= ? ORDER BY id")
                .param(aujourdhui)
                .query((row, _) -> new AvisPublie(
                        row.getLong("id"),
                        row.getString("titre"),
                        row.getString("texte"),
                        LocalDate.parse(row.getString("du")),
                        LocalDate.parse(row.getString("au"))))
                .list();
    }

    /** Every notice, the newest first. */
    List<AvisDeMairie> tous() {
        var affichages = affichages();
        return jdbc.sql(SELECT + "ORDER BY id DESC")
                .query((row, _) -> avis(row, affichages.getOrDefault(row.getLong("id"), Map.of())))
                .list();
    }

    Optional<AvisDeMairie> trouver(long id) {
        var affichages = affichages();
        return jdbc.sql(SELECT + "WHERE id = ?")
                .param(id)
                .query((row, _) -> avis(row, affichages.getOrDefault(id, Map.of())))
                .optional();
    }

    /** Gives a notice the next number, and tells kiosks. */
    long ajouter(String titre, String texte, LocalDate du, LocalDate au, Identifiant par, Instant le) {
        // The row of the count is held from here on: two notices never get the same number.
        changes.raise();
        long id = jdbc.sql("SELECT coalesce(max(id), 0) + 1 FROM avis")
                .query(Long.class)
                .single();
        jdbc.sql("INSERT INTO avis (id, titre, texte, du, au, publie_le, publie_par) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(id, titre, texte, du.toString(), au.toString(), le.toEpochMilli(), par.valeur())
                .update();
        return id;
    }

    /** Takes a notice back, and tells kiosks; false when that was done already. */
    boolean retirer(long id, Identifiant par, Instant le) {
        return changes.raiseIfAny(
                        jdbc.sql("UPDATE avis SET retire_le = ?, retire_par = ? WHERE id = ? AND retire_le IS NULL")
                                .params(le.toEpochMilli(), par.valeur(), id)
                                .update())
                == 1;
    }

    /** What is said last holds; false when there is no such notice. */
    boolean noter(long id, LieuDAffichage lieu, Affichage affichage) {
        return jdbc.sql("""
                INSERT INTO affichage (avis, lieu, jour, par, borne, note_le)
                SELECT id, :lieu, :jour, :par, :borne, :le FROM avis WHERE id = :avis
                ON CONFLICT (avis, lieu) DO UPDATE SET jour = excluded.jour, par = excluded.par, borne = excluded.borne,
                note_le = excluded.note_le""")
                        .param("avis", id)
                        .param("lieu", lieu.name())
                        .param("jour", affichage.jour().toString())
                        .param("par", affichage.par())
                        .param("borne", affichage.borne().orElse(null), Types.INTEGER)
                        .param("le", affichage.noteLe().toEpochMilli())
                        .update()
                == 1;
    }

    private Map<Long, Map<LieuDAffichage, Affichage>> affichages() {
        var parAvis = new HashMap<Long, Map<LieuDAffichage, Affichage>>();
        jdbc.sql("SELECT avis, lieu, jour, par, borne, note_le FROM affichage").query(row -> {
            parAvis.computeIfAbsent(row.getLong("avis"), _ -> new EnumMap<>(LieuDAffichage.class))
                    .put(LieuDAffichage.valueOf(row.getString("lieu")), affichage(row));
        });
        return parAvis;
    }

    private static Affichage affichage(ResultSet row) throws SQLException {
        int borne = row.getInt("borne");
        boolean auHub = row.wasNull();
        return new Affichage(
                LocalDate.parse(row.getString("jour")),
                row.getString("par"),
                auHub ? Optional.empty() : Optional.of(borne),
                Instant.ofEpochMilli(row.getLong("note_le")));
    }

    private static AvisDeMairie avis(ResultSet row, Map<LieuDAffichage, Affichage> affichages) throws SQLException {
        long retireLe = row.getLong("retire_le");
        boolean enPlace = row.wasNull();
        return new AvisDeMairie(
                row.getLong("id"),
                row.getString("titre"),
                row.getString("texte"),
                LocalDate.parse(row.getString("du")),
                LocalDate.parse(row.getString("au")),
                Instant.ofEpochMilli(row.getLong("publie_le")),
                new Identifiant(row.getString("publie_par")),
                enPlace ? Optional.empty() : Optional.of(Instant.ofEpochMilli(retireLe)),
                affichages);
    }
}
