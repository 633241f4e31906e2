package fr.roubaix.cln.hub.appel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.security.Identifiant;

@Repository
class JdbcAppels implements AppelsModifiables {

    private final JdbcClient jdbc;
    private final BulletinChanges changes;

    JdbcAppels(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.changes = new BulletinChanges(jdbc);
    }

    @Override
    public List<AppelSuivi> tous() {
        return jdbc.sql("SELECT * FROM appel ORDER BY ouvert_le DESC, id DESC")
                .query(JdbcAppels::appel)
                .list();
    }

    @Override
    public Optional<AppelSuivi> trouver(AppelId id) {
        return jdbc.sql("SELECT * FROM appel WHERE id = :id")
                .param("id", id.valeur())
                .query(JdbcAppels::appel)
                .optional();
    }

    @Override
    public boolean ajouter(AppelSuivi suivi) {
        Appel appel = suivi.appel();
        return changes.raiseIfAny(jdbc.sql("""
                        INSERT INTO appel (id, titre, ouvre_le, jusqu_au, heure, date_de_reference, tirage_le, lieu,
                                           ouvert_le, ouvert_par)
                        VALUES (:id, :titre, :ouvreLe, :jusquAu, :heure, :dateDeReference, :tirageLe, :lieu,
                                :ouvertLe, :ouvertPar)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("id", appel.id().valeur())
                        .param("titre", suivi.titre())
                        .param("ouvreLe", appel.ouvreLe().toString())
                        .param("jusquAu", appel.jusquAu().toString())
                        .param("heure", texte(appel.heure()), java.sql.Types.VARCHAR)
                        .param("dateDeReference", appel.dateDeReference().toString())
                        .param("tirageLe", appel.tirageLe().toString())
                        .param("lieu", appel.lieuDuTirage())
                        .param("ouvertLe", suivi.ouvertLe().toEpochMilli())
                        .param("ouvertPar", suivi.ouvertPar().valeur())
                        .update())
                == 1;
    }

    @Override
    public boolean prolonger(Appel prolonge, String ancienneFin, String motif, Identifiant par, Instant le) {
        int change = jdbc.sql("""
                        UPDATE appel SET jusqu_au = :jusquAu, heure = :heure, tirage_le = :tirageLe
                        WHERE id = :id AND clos_le IS NULL
                        """)
                .param("id", prolonge.id().valeur())
                .param("jusquAu", prolonge.jusquAu().toString())
                .param("heure", texte(prolonge.heure()), java.sql.Types.VARCHAR)
                .param("tirageLe", prolonge.tirageLe().toString())
                .update();
        if (change == 0) {
            return false;
        }
        changes.raise();
        jdbc.sql("""
                        INSERT INTO prolongation (appel, le, par, motif, ancienne_fin, nouvelle_fin)
                        VALUES (:appel, :le, :par, :motif, :ancienneFin, :nouvelleFin)
                        """)
                .param("appel", prolonge.id().valeur())
                .param("le", le.toEpochMilli())
                .param("par", par.valeur())
                .param("motif", motif)
                .param("ancienneFin", ancienneFin)
                .param("nouvelleFin", prolonge.fin().toString())
                .update();
        return true;
    }

    @Override
    public boolean clore(AppelId id, AppelSuivi.Cloture cloture) {
        return changes.raiseIfAny(jdbc.sql("""
                        UPDATE appel SET clos_le = :le, clos_par = :par, clos_motif = :motif
                        WHERE id = :id AND clos_le IS NULL
                        """)
                        .param("id", id.valeur())
                        .param("le", cloture.le().toEpochMilli())
                        .param("par", cloture.par().valeur())
                        .param("motif", cloture.motif())
                        .update())
                == 1;
    }

    private static AppelSuivi appel(ResultSet row, int number) throws SQLException {
        String heure = row.getString("heure");
        var appel = new Appel(
                new AppelId(row.getString("id")),
                LocalDate.parse(row.getString("ouvre_le")),
                LocalDate.parse(row.getString("jusqu_au")),
                heure == null ? null : LocalTime.parse(heure),
                LocalDate.parse(row.getString("date_de_reference")),
                LocalDate.parse(row.getString("tirage_le")),
                row.getString("lieu"));
        return new AppelSuivi(
                appel,
                row.getString("titre"),
                Instant.ofEpochMilli(row.getLong("ouvert_le")),
                new Identifiant(row.getString("ouvert_par")),
                cloture(row));
    }

    private static Optional<AppelSuivi.Cloture> cloture(ResultSet row) throws SQLException {
        String par = row.getString("clos_par");
        return par == null
                ? Optional.empty()
                : Optional.of(new AppelSuivi.Cloture(
                        Instant.ofEpochMilli(row.getLong("clos_le")),
                        new Identifiant(par),
                        Objects.requireNonNull(row.getString("clos_motif"))));
    }

    private static @Nullable String texte(@Nullable LocalTime heure) {
        return heure == null ? null : heure.toString();
    }
}
