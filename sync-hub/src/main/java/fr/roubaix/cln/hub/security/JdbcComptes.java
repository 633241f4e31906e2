package fr.roubaix.cln.hub.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcComptes implements Comptes {

    private final JdbcClient jdbc;

    JdbcComptes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean ajouter(Compte compte) {
        int ajoute = jdbc.sql("""
                        INSERT INTO compte (identifiant, nom, mot_de_passe, cree_le, cree_par)
                        VALUES (:identifiant, :nom, :motDePasse, :creeLe, :creePar)
                        ON CONFLICT DO NOTHING
                        """)
                .param("identifiant", compte.identifiant().valeur())
                .param("nom", compte.nom())
                .param("motDePasse", compte.motDePasse())
                .param("creeLe", compte.creeLe().toEpochMilli())
                .param("creePar", compte.creePar().valeur())
                .update();
        if (ajoute == 0) {
            return false;
        }
        donner(compte);
        return true;
    }

    private void donner(Compte compte) {
        for (Role role : compte.roles()) {
            jdbc.sql("INSERT INTO compte_role (identifiant, role) VALUES (:identifiant, :role)")
                    .param("identifiant", compte.identifiant().valeur())
                    .param("role", role.name())
                    .update();
        }
    }

    @Override
    public Optional<Compte> trouver(Identifiant identifiant) {
        return jdbc.sql("""
                        SELECT * FROM compte LEFT JOIN compte_role USING (identifiant)
                        WHERE identifiant = :identifiant
                        """).param("identifiant", identifiant.valeur()).query(JdbcComptes::comptes).stream()
                .findFirst();
    }

    @Override
    public Optional<Compte> retenir(Identifiant identifiant) {
        jdbc.sql("UPDATE compte SET nom = nom WHERE identifiant = :identifiant")
                .param("identifiant", identifiant.valeur())
                .update();
        return trouver(identifiant);
    }

    @Override
    public List<Compte> tous() {
        return jdbc.sql("SELECT * FROM compte LEFT JOIN compte_role USING (identifiant) ORDER BY identifiant")
                .query(JdbcComptes::comptes);
    }

    @Override
    public void changerMotDePasse(Identifiant identifiant, String hash) {
        jdbc.sql("UPDATE compte SET mot_de_passe = :hash WHERE identifiant = :identifiant")
                .param("hash", hash)
                .param("identifiant", identifiant.valeur())
                .update();
    }

    @Override
    public void changer(Compte compte) {
        jdbc.sql("UPDATE compte SET nom = :nom, desactive_le = :desactiveLe WHERE identifiant = :identifiant")
                .param("nom", compte.nom())
                .param(
                        "desactiveLe",
                        compte.desactiveLe().map(Instant::toEpochMilli).orElse(null),
                        Types.BIGINT)
                .param("identifiant", compte.identifiant().valeur())
                .update();
        jdbc.sql("DELETE FROM compte_role WHERE identifiant = :identifiant")
                .param("identifiant", compte.identifiant().valeur())
                .update();
        donner(compte);
    }

    @Override
    public long administrateurs() {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM compte JOIN compte_role USING (identifiant)
                        WHERE role = :role AND desactive_le IS NULL
                        """).param("role", Role.ADMIN.name()).query(Long.class).single();
    }

    @Override
    public boolean aucun() {
        return jdbc.sql("SELECT COUNT(*) FROM compte").query(Long.class).single() == 0;
    }

    /** One account per name: an account comes as many times as it has roles. */
    private static List<Compte> comptes(ResultSet rows) throws SQLException {
        var comptes = new LinkedHashMap<String, Compte>();
        while (rows.next()) {
            comptes.merge(rows.getString("identifiant"), compte(rows), JdbcComptes::reunir);
        }
        return List.copyOf(comptes.values());
    }

    private static Compte reunir(Compte un, Compte autre) {
        var roles = new HashSet<>(un.roles());
        roles.addAll(autre.roles());
        return new Compte(
                un.identifiant(), un.nom(), un.motDePasse(), roles, un.creeLe(), un.creePar(), un.desactiveLe());
    }

    private static Compte compte(ResultSet row) throws SQLException {
        String role = row.getString("role");
        long desactiveLe = row.getLong("desactive_le");
        Optional<Instant> fin = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(desactiveLe));
        return new Compte(
                new Identifiant(row.getString("identifiant")),
                row.getString("nom"),
                row.getString("mot_de_passe"),
                role == null ? Set.of() : Set.of(Role.valueOf(role)),
                Instant.ofEpochMilli(row.getLong("cree_le")),
                new Identifiant(row.getString("cree_par")),
                fin);
    }
}
