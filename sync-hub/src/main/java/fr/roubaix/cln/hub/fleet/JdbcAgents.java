package fr.roubaix.cln.hub.fleet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.appel.BulletinChanges;
import fr.roubaix.cln.hub.fleet.AgentDeMairie.Etat;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.Bulletin.AgentPublie;

@Repository
class JdbcAgents implements Agents {

    private final JdbcClient jdbc;
    private final BulletinChanges changes;

    JdbcAgents(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.changes = new BulletinChanges(jdbc);
    }

    @Override
    public List<AgentDeMairie> tous() {
        return jdbc.sql("""
                SELECT id, nom, mairie, pin_le, a_changer, actif, modifie_par, modifie_le FROM agent_de_mairie
                ORDER BY nom, id""").query(JdbcAgents::agent).list();
    }

    @Override
    public Optional<String> pin(AgentId id) {
        return jdbc.sql("SELECT pin FROM agent_de_mairie WHERE id = ?")
                .param(id.valeur())
                .query(String.class)
                .optional();
    }

    @Override
    public List<AgentPublie> publies() {
        return jdbc.sql("""
                SELECT id, nom, mairie, pin FROM agent_de_mairie WHERE actif = 1 AND a_changer = 0 ORDER BY id""")
                .query((row, _) -> new AgentPublie(
                        new AgentId(row.getString("id")),
                        row.getString("nom"),
                        mairie(row).orElse(null),
                        row.getString("pin")))
                .list();
    }

    @Override
    @Transactional
    public boolean ajouter(AgentDeMairie agent, String pin) {
        return changes.raiseIfAny(jdbc.sql("""
                INSERT INTO agent_de_mairie (id, nom, mairie, pin, pin_le, modifie_par, modifie_le)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                        .param(agent.id().valeur())
                        .param(agent.nom())
                        .param(agent.mairie().map(Secteur::name).orElse(null))
                        .param(pin)
                        .param(agent.pinLe().toEpochMilli())
                        .param(agent.modifiePar().valeur())
                        .param(agent.modifieLe().toEpochMilli())
                        .update())
                == 1;
    }

    @Override
    @Transactional
    public boolean changerLeCode(AgentId id, String pin, Acte acte) {
        return changes.raiseIfAny(jdbc.sql("""
                UPDATE agent_de_mairie SET pin = ?, pin_le = ?, a_changer = 0, modifie_par = ?, modifie_le = ?
                WHERE id = ?""")
                        .params(
                                pin,
                                acte.le().toEpochMilli(),
                                acte.par().valeur(),
                                acte.le().toEpochMilli(),
                                id.valeur())
                        .update())
                == 1;
    }

    @Override
    @Transactional
    public boolean activer(AgentId id, boolean actif, Acte acte) {
        int voulu = actif ? 1 : 0;
        return changes.raiseIfAny(jdbc.sql("""
                UPDATE agent_de_mairie SET actif = ?, modifie_par = ?, modifie_le = ? WHERE id = ? AND actif <> ?""")
                        .params(voulu, acte.par().valeur(), acte.le().toEpochMilli(), id.valeur(), voulu)
                        .update())
                == 1;
    }

    @Override
    @Transactional
    public int toutChanger(Acte acte) {
        return changes.raiseIfAny(jdbc.sql("""
                UPDATE agent_de_mairie SET a_changer = 1, modifie_par = ?, modifie_le = ? WHERE a_changer = 0""")
                .params(acte.par().valeur(), acte.le().toEpochMilli())
                .update());
    }

    private static AgentDeMairie agent(ResultSet row, int number) throws SQLException {
        return new AgentDeMairie(
                new AgentId(row.getString("id")),
                row.getString("nom"),
                mairie(row),
                etat(row),
                Instant.ofEpochMilli(row.getLong("pin_le")),
                new Identifiant(row.getString("modifie_par")),
                Instant.ofEpochMilli(row.getLong("modifie_le")));
    }

    private static Etat etat(ResultSet row) throws SQLException {
        if (row.getInt("actif") == 0) {
            return Etat.DESACTIVE;
        }
        return row.getInt("a_changer") == 1 ? Etat.CODE_A_CHANGER : Etat.ACTIF;
    }

    private static Optional<Secteur> mairie(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("mairie")).map(Secteur::valueOf);
    }
}
