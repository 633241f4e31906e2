package fr.roubaix.cln.hub.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The register in the hub's database. */
@Repository
class JdbcRegistre implements Registre {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcRegistre(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public long inscrire(Inscription acte) {
        return inscrire(Auteur.connecte(), acte);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public long inscrire(Auteur auteur, Inscription acte) {
        return ajouter(jdbc, auteur, acte, clock.instant());
    }

    /** The head is held from its first statement on: whoever comes at the same time waits for the end of this act. */
    static long ajouter(JdbcClient jdbc, Auteur auteur, Inscription acte, Instant le) {
        Tete avant = jdbc.sql(
                        "UPDATE registre_tete SET numero = numero + 1 WHERE single = 1 RETURNING numero, empreinte")
                .query(JdbcRegistre::lireLaTete)
                .single();
        Ligne ligne = Ligne.nouvelle(avant.numero(), le, auteur, acte, avant.empreinte());
        jdbc.sql("""
                INSERT INTO registre
                       (numero, le, auteur, roles, acte, objet, motif, details, precedente, empreinte)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        ligne.numero(),
                        ligne.le().toEpochMilli(),
                        ligne.auteur(),
                        ligne.roles(),
                        ligne.acte(),
                        ligne.objet(),
                        ligne.motif(),
                        ligne.details(),
                        ligne.precedente(),
                        ligne.empreinte())
                .update();
        jdbc.sql("UPDATE registre_tete SET empreinte = ? WHERE single = 1")
                .param(ligne.empreinte())
                .update();
        return ligne.numero();
    }

    @Override
    public Tete tete() {
        return tete(jdbc);
    }

    @Override
    public Optional<Tete> derniere(Acte acte, String objet) {
        return jdbc.sql(
                        "SELECT numero, empreinte FROM registre WHERE acte = ? AND objet = ? ORDER BY numero DESC LIMIT 1")
                .params(acte.name(), objet)
                .query(JdbcRegistre::lireLaTete)
                .optional();
    }

    @Override
    public List<Fait> derniers(String objet, Set<Acte> actes, int combien) {
        return jdbc.sql("""
                SELECT acte, le, auteur, motif FROM registre WHERE objet = :objet AND acte IN (:actes)
                ORDER BY numero DESC LIMIT :combien""")
                .param("objet", objet)
                .param("actes", actes.stream().map(Acte::name).toList())
                .param("combien", combien)
                .query((row, _) -> new Fait(
                        Acte.valueOf(row.getString("acte")),
                        Instant.ofEpochMilli(row.getLong("le")),
                        row.getString("auteur"),
                        row.getString("motif")))
                .list();
    }

    static Tete tete(JdbcClient jdbc) {
        return jdbc.sql("SELECT numero, empreinte FROM registre_tete WHERE single = 1")
                .query(JdbcRegistre::lireLaTete)
                .single();
    }

    /** Rows after this number, in their order. */
    static List<Ligne> apres(JdbcClient jdbc, long numero, int combien) {
        return jdbc.sql("SELECT * FROM registre WHERE numero > ? ORDER BY numero LIMIT ?")
                .params(numero, combien)
                .query(JdbcRegistre::ligne)
                .list();
    }

    static Ligne ligne(ResultSet row, int number) throws SQLException {
        return new Ligne(
                row.getLong("numero"),
                Instant.ofEpochMilli(row.getLong("le")),
                row.getString("auteur"),
                row.getString("roles"),
                row.getString("acte"),
                row.getString("objet"),
                row.getString("motif"),
                row.getString("details"),
                row.getString("precedente"),
                row.getString("empreinte"));
    }

    private static Tete lireLaTete(ResultSet row, int number) throws SQLException {
        return new Tete(row.getLong("numero"), row.getString("empreinte"));
    }
}
