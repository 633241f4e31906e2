package fr.roubaix.cln.hub.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.hub.security.Proposition.Suite;

/** The proposals as they were made and settled; nothing is removed but their parameters. */
@Repository
class Propositions {

    private final JdbcClient jdbc;

    Propositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a proposal; false when another one waits on the same thing. */
    boolean ajouter(Proposition p) {
        return jdbc.sql("""
                INSERT INTO acte_a_deux_voix (numero, genre, objet, montre, etat, empreinte, parametres, motif,
                       propose_par, propose_role, propose_le, expire_le)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                        .params(
                                p.numero(),
                                p.genre(),
                                p.montree().objet(),
                                p.montree().texte(),
                                p.montree().etat(),
                                p.empreinte(),
                                p.parametres().texte(),
                                p.motif(),
                                p.premiere().par().valeur(),
                                p.premiere().role().name(),
                                p.premiere().le().toEpochMilli(),
                                p.expireLe().toEpochMilli())
                        .update()
                == 1;
    }

    Optional<Proposition> trouver(long numero) {
        return jdbc.sql("SELECT * FROM acte_a_deux_voix WHERE numero = ?")
                .param(numero)
                .query(Propositions::proposition)
                .optional();
    }

    /** Those that wait, the oldest first; one that expired since waits no more. */
    List<Proposition> enAttente(Instant maintenant) {
        return jdbc.sql("SELECT * FROM acte_a_deux_voix WHERE suite IS NULL AND expire_le > ? ORDER BY numero")
                .param(maintenant.toEpochMilli())
                .query(Propositions::proposition)
                .list();
    }

    /** Those that a second voice confirmed from an instant to another, in that order. */
    List<Confirmee> confirmees(Instant debut, Instant fin) {
        return jdbc.sql("""
                SELECT * FROM acte_a_deux_voix WHERE suite = 'CONFIRME' AND suite_le >= ? AND suite_le < ?
                ORDER BY suite_le, numero""")
                .params(debut.toEpochMilli(), fin.toEpochMilli())
                .query((row, number) -> new Confirmee(
                        proposition(row, number),
                        new Voix(
                                new Identifiant(row.getString("suite_par")),
                                Role.valueOf(row.getString("suite_role")),
                                Instant.ofEpochMilli(row.getLong("suite_le")))))
                .list();
    }

    /** The one that waits on an object. */
    Optional<Proposition> enAttenteSur(String genre, String objet) {
        return jdbc.sql("SELECT * FROM acte_a_deux_voix WHERE genre = ? AND objet = ? AND suite IS NULL")
                .params(genre, objet)
                .query(Propositions::proposition)
                .optional();
    }

    boolean attendDeja(String genre, String objet) {
        return jdbc.sql("SELECT count(*) FROM acte_a_deux_voix WHERE genre = ? AND objet = ? AND suite IS NULL")
                        .params(genre, objet)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Settles those whose time has passed. */
    void perimer(Instant maintenant) {
        jdbc.sql("""
                UPDATE acte_a_deux_voix SET suite = 'EXPIRE', suite_le = ?, parametres = ''
                WHERE suite IS NULL AND expire_le <= ?""")
                .params(maintenant.toEpochMilli(), maintenant.toEpochMilli())
                .update();
    }

    /** Settles one that can no longer be confirmed, as if its time had passed. */
    void depasser(long numero, Instant maintenant) {
        jdbc.sql("""
                UPDATE acte_a_deux_voix SET suite = 'EXPIRE', suite_le = ?, parametres = ''
                WHERE numero = ? AND suite IS NULL""").params(maintenant.toEpochMilli(), numero).update();
    }

    /** Settles one, and holds it until the end of the transaction; false when somebody did. */
    boolean regler(long numero, Suite suite, Voix par, String motif) {
        return jdbc.sql("""
                UPDATE acte_a_deux_voix
                SET suite = ?, suite_par = ?, suite_role = ?, suite_le = ?, suite_motif = ?, parametres = ''
                WHERE numero = ? AND suite IS NULL""")
                        .params(
                                suite.name(),
                                par.par().valeur(),
                                par.role().name(),
                                par.le().toEpochMilli(),
                                motif,
                                numero)
                        .update()
                == 1;
    }

    private static Proposition proposition(ResultSet row, int number) throws SQLException {
        String suite = row.getString("suite");
        return new Proposition(
                row.getLong("numero"),
                row.getString("genre"),
                new Presentation(row.getString("objet"), row.getString("montre"), row.getString("etat")),
                row.getString("empreinte"),
                Parametres.lire(row.getString("parametres")),
                row.getString("motif"),
                new Voix(
                        new Identifiant(row.getString("propose_par")),
                        Role.valueOf(row.getString("propose_role")),
                        Instant.ofEpochMilli(row.getLong("propose_le"))),
                Instant.ofEpochMilli(row.getLong("expire_le")),
                suite == null ? Optional.empty() : Optional.of(Suite.valueOf(suite)));
    }

    /** A proposal and who said yes. */
    record Confirmee(Proposition proposition, Voix seconde) {}
}
