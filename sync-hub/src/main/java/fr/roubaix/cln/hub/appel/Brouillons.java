package fr.roubaix.cln.hub.appel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.hub.security.Identifiant;

/** The call being prepared: one at most. */
@Repository
class Brouillons {

    private final JdbcClient jdbc;
    private final JdbcAnnonces annonces;

    Brouillons(JdbcClient jdbc, JdbcAnnonces annonces) {
        this.jdbc = jdbc;
        this.annonces = annonces;
    }

    Optional<Brouillon> courant() {
        return jdbc.sql("SELECT * FROM brouillon_d_appel")
                .query(this::brouillon)
                .optional();
    }

    /** Saves over this version (0: none yet); false when somebody saved another meanwhile. */
    boolean garder(Demande demande, Annonce annonce, int version, Instant le, Identifiant par) {
        var ecriture = jdbc.sql(version == 0 ? """
                INSERT INTO brouillon_d_appel (single, version, id, titre, ouvre_le, jusqu_au, heure, date_de_reference,
                                               tirage_le, lieu, le, par)
                VALUES (1, 1, :id, :titre, :ouvreLe, :jusquAu, :heure, :reference, :tirageLe, :lieu, :le, :par)
                ON CONFLICT DO NOTHING""" : """
                UPDATE brouillon_d_appel SET version = version + 1, id = :id, titre = :titre, ouvre_le = :ouvreLe,
                jusqu_au = :jusquAu, heure = :heure, date_de_reference = :reference, tirage_le = :tirageLe, lieu = :lieu,
                le = :le, par = :par WHERE version = :version""")
                .param("id", demande.id())
                .param("titre", demande.titre())
                .param("ouvreLe", texte(demande.ouvreLe()), Types.VARCHAR)
                .param("jusquAu", texte(demande.jusquAu()), Types.VARCHAR)
                .param("heure", texte(demande.heure()), Types.VARCHAR)
                .param("reference", texte(demande.dateDeReference()), Types.VARCHAR)
                .param("tirageLe", texte(demande.tirageLe()), Types.VARCHAR)
                .param("lieu", demande.lieu())
                .param("le", le.toEpochMilli())
                .param("par", par.valeur());
        boolean garde = (version == 0 ? ecriture : ecriture.param("version", version)).update() == 1;
        if (garde) {
            annonces.garder(annonce);
        }
        return garde;
    }

    void effacer() {
        jdbc.sql("DELETE FROM brouillon_d_appel").update();
    }

    private Brouillon brouillon(ResultSet row, int number) throws SQLException {
        return new Brouillon(
                new Demande(
                        row.getString("id"),
                        row.getString("titre"),
                        date(row.getString("ouvre_le")),
                        date(row.getString("jusqu_au")),
                        heure(row.getString("heure")),
                        date(row.getString("date_de_reference")),
                        date(row.getString("tirage_le")),
                        row.getString("lieu")),
                annonces.duBrouillon(),
                row.getInt("version"),
                Instant.ofEpochMilli(row.getLong("le")),
                new Identifiant(row.getString("par")));
    }

    private static @Nullable String texte(@Nullable Object valeur) {
        return valeur == null ? null : valeur.toString();
    }

    private static @Nullable LocalDate date(@Nullable String texte) {
        return texte == null ? null : LocalDate.parse(texte);
    }

    private static @Nullable LocalTime heure(@Nullable String texte) {
        return texte == null ? null : LocalTime.parse(texte);
    }
}
