package fr.roubaix.cln.kiosk.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.NumeroDOriginal;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.kiosk.sync.JournalIndex.Delivery;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.AvisPose;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Message.FichePapier;
import fr.roubaix.cln.sync.Message.RetraitDemande;

/** In the kiosk's own tables, written by the transactions that append to the journal. */
@Repository
class JdbcGestes implements Gestes {

    private final JdbcClient jdbc;
    private final PrintJobs papiers;

    JdbcGestes(JdbcClient jdbc, PrintJobs papiers) {
        this.jdbc = jdbc;
        this.papiers = papiers;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RetraitNote> retrait(ReceiptCode code) {
        return jdbc.sql("""
                SELECT r.agent, r.at, coalesce(i.delivery, 'PENDING') AS delivery
                FROM retrait r LEFT JOIN inscription i ON i.id = r.inscription WHERE r.code = ?""")
                .param(code.texte())
                .query((row, _) -> new RetraitNote(
                        code,
                        new AgentId(row.getString("agent")),
                        Instant.ofEpochMilli(row.getLong("at")),
                        Delivery.valueOf(row.getString("delivery"))))
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, AffichageNote> affichages() {
        var parAvis = new HashMap<Long, AffichageNote>();
        jdbc.sql("""
                SELECT a.avis, a.jour, a.agent, coalesce(i.delivery, 'PENDING') AS delivery
                FROM affichage a LEFT JOIN inscription i ON i.id = a.inscription""").query(row -> {
            parAvis.put(
                    row.getLong("avis"),
                    new AffichageNote(
                            LocalDate.parse(row.getString("jour")),
                            new AgentId(row.getString("agent")),
                            Delivery.valueOf(row.getString("delivery"))));
        });
        return Map.copyOf(parAvis);
    }

    @Override
    @Transactional(readOnly = true)
    public int fichesPapier(LocalDate du, LocalDate au) {
        return jdbc.sql("SELECT count(*) FROM fiche_papier WHERE jour BETWEEN ? AND ?")
                .params(du.toString(), au.toString())
                .query(Integer.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public int fichesPapierApresCloture(AppelId appel, LocalDate du, LocalDate au) {
        return jdbc.sql("""
                SELECT count(*) FROM fiche_papier f JOIN inscription i ON i.id = f.inscription
                WHERE f.jour BETWEEN ?1 AND ?2 AND i.rowid > (
                  SELECT max(d.rowid) FROM cloture c JOIN inscription d ON d.id = c.inscription WHERE c.appel = ?3)""")
                .params(du.toString(), au.toString(), appel.valeur())
                .query(Integer.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean originalDejaSaisi(NumeroDOriginal original, LocalDate du, LocalDate au) {
        return jdbc.sql("SELECT count(*) FROM fiche_papier WHERE original = ? AND jour BETWEEN ? AND ?")
                        .params(original.valeur(), du.toString(), au.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public int numeroterUnDuplicata(ReceiptCode code, AgentId agent) {
        return papiers.number(code, agent);
    }

    @Override
    public int duplicatas(ReceiptCode code) {
        return papiers.duplicates(code);
    }

    /** Joins the transaction that appends it. Asked again elsewhere or later, the first one stays. */
    static void withdrawn(JdbcClient jdbc, EnvelopeId id, RetraitDemande retrait, Instant at) {
        jdbc.sql("INSERT INTO retrait (code, agent, at, inscription) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(retrait.code().texte(), retrait.agent().valeur(), at.toEpochMilli(), id.toString())
                .update();
    }

    /** Joins the transaction that appends it. */
    static void posted(JdbcClient jdbc, EnvelopeId id, AvisPose pose) {
        jdbc.sql("""
                INSERT INTO affichage (avis, jour, agent, inscription) VALUES (?, ?, ?, ?)
                ON CONFLICT (avis) DO UPDATE SET jour = excluded.jour, agent = excluded.agent,
                inscription = excluded.inscription""")
                .params(pose.avis(), pose.jour().toString(), pose.agent().valeur(), id.toString())
                .update();
    }

    /** Joins the transaction that appends it. */
    static void copied(JdbcClient jdbc, EnvelopeId id, FichePapier papier) {
        jdbc.sql("INSERT INTO fiche_papier (inscription, jour, original) VALUES (?, ?, ?)")
                .params(
                        id.toString(),
                        papier.deposeeLe().toString(),
                        papier.original().valeur())
                .update();
    }
}
