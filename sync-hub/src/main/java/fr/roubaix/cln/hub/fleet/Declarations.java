package fr.roubaix.cln.hub.fleet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.ingest.FaitRecu;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.ChainHead;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.EtatDAppareil;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.Message.CandidatureDeposee;
import fr.roubaix.cln.sync.Message.Cause;
import fr.roubaix.cln.sync.Message.ChaineOuverte;
import fr.roubaix.cln.sync.Message.ClotureDeclaree;
import fr.roubaix.cln.sync.Message.EvenementSurvenu;
import fr.roubaix.cln.sync.Message.Nature;
import fr.roubaix.cln.sync.Message.ReouvertureDeclaree;
import fr.roubaix.cln.sync.Message.RetraitDemande;

/** What kiosks declare of themselves, written in the transaction that takes their envelopes. */
@Repository
class Declarations {

    private final JdbcClient jdbc;

    Declarations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void noter(FaitRecu fait) {
        switch (fait.message()) {
            case ChaineOuverte(var precedente, var cause) -> ouvrir(fait, Optional.ofNullable(precedente), cause);
            case ClotureDeclaree cloture -> cloturer(fait, cloture);
            case ReouvertureDeclaree(var appel) -> rouvrir(fait, appel);
            case CandidatureDeposee _ -> compter(fait);
            // A withdrawal takes nothing in: what this mairie closed stays closed.
            case RetraitDemande _ -> {}
            case EvenementSurvenu(var nature, var details) -> {
                if (fait.premiereFois()) {
                    survenir(fait, nature, details);
                    if (nature == Nature.APPAREIL) {
                        EtatDAppareil.lire(details).ifPresent(dit -> retenir(fait, dit));
                    }
                }
            }
        }
    }

    /** Every chain of which an opening arrived, by kiosk, in the order of arrival. */
    Map<KioskId, List<Ouverte>> ouvertures() {
        return jdbc
                .sql("""
                SELECT borne, chaine, cause, precedente, precedente_seq, precedente_hash FROM chaine_ouverte
                ORDER BY borne, numero""")
                .query((row, _) -> Map.entry(new KioskId(row.getInt("borne")), ouverte(row)))
                .list()
                .stream()
                .collect(parBorne());
    }

    /** The last closing of a call in each chain, by kiosk. */
    Map<KioskId, List<SuiviDeBorne.Cloture>> clotures(AppelId appel) {
        return jdbc
                .sql("""
                SELECT borne, chaine, agent, formulaires, perdues, recue_le, rouverte_le, candidatures_depuis FROM cloture
                WHERE appel = ? ORDER BY borne, recue_le, chaine""")
                .param(appel.valeur())
                .query((row, _) -> Map.entry(
                        new KioskId(row.getInt("borne")),
                        new SuiviDeBorne.Cloture(
                                new ChainId(row.getString("chaine")),
                                new AgentId(row.getString("agent")),
                                row.getInt("formulaires"),
                                row.getInt("perdues"),
                                Instant.ofEpochMilli(row.getLong("recue_le")),
                                instant(row, "rouverte_le"),
                                row.getLong("candidatures_depuis"))))
                .list()
                .stream()
                .collect(parBorne());
    }

    /** The latest events of a kiosk, the newest first. */
    List<Evenement> evenements(KioskId borne, int nombre) {
        return jdbc.sql("""
                SELECT nature, details, at, recu_le FROM evenement WHERE borne = ?
                ORDER BY recu_le DESC, seq DESC LIMIT ?""")
                .params(borne.numero(), nombre)
                .query((row, _) -> new Evenement(
                        Nature.valueOf(row.getString("nature")),
                        row.getString("details"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        Instant.ofEpochMilli(row.getLong("recu_le"))))
                .list();
    }

    /** What every kiosk last said of a device that does not work, by kiosk. */
    Map<KioskId, List<Panne>> pannes() {
        return jdbc
                .sql("SELECT borne, appareil, etat, depuis FROM panne ORDER BY borne, appareil")
                .query((row, _) -> Map.entry(
                        new KioskId(row.getInt("borne")),
                        new Panne(
                                new EtatDAppareil(row.getString("appareil"), row.getString("etat")),
                                Instant.ofEpochMilli(row.getLong("depuis")))))
                .list()
                .stream()
                .collect(parBorne());
    }

    /** A device that works again is no longer anybody's business. */
    private void retenir(FaitRecu fait, EtatDAppareil dit) {
        if (dit.bon()) {
            jdbc.sql("DELETE FROM panne WHERE borne = ? AND appareil = ?")
                    .params(fait.borne().numero(), dit.appareil())
                    .update();
        } else {
            jdbc.sql("""
                    INSERT INTO panne (borne, appareil, etat, depuis) VALUES (?, ?, ?, ?)
                    ON CONFLICT (borne, appareil) DO UPDATE SET etat = excluded.etat, depuis = excluded.depuis""")
                    .params(
                            fait.borne().numero(),
                            dit.appareil(),
                            dit.etat(),
                            fait.at().toEpochMilli())
                    .update();
        }
    }

    private void ouvrir(FaitRecu fait, Optional<ChainHead> precedente, Cause cause) {
        jdbc.sql("""
                INSERT INTO chaine_ouverte (borne, chaine, numero, cause, precedente, precedente_seq, precedente_hash,
                at, recue_le) SELECT ?, ?, coalesce(max(numero), 0) + 1, ?, ?, ?, ?, ?, ? FROM chaine_ouverte
                WHERE borne = ?""")
                .param(fait.borne().numero())
                .param(fait.chaine().hex())
                .param(cause.name())
                .param(precedente.map(tete -> tete.chain().hex()).orElse(null))
                .param(precedente.map(ChainHead::seq).orElse(null))
                .param(precedente.map(tete -> tete.hash().hex()).orElse(null))
                .param(fait.at().toEpochMilli())
                .param(fait.recuLe().toEpochMilli())
                .param(fait.borne().numero())
                .update();
    }

    private void cloturer(FaitRecu fait, ClotureDeclaree cloture) {
        jdbc.sql("""
                INSERT INTO cloture (borne, appel, chaine, seq, agent, formulaires, perdues, at, recue_le)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (borne, appel, chaine) DO UPDATE SET seq = excluded.seq, agent = excluded.agent,
                formulaires = excluded.formulaires, perdues = excluded.perdues, at = excluded.at,
                recue_le = excluded.recue_le, rouverte_le = NULL, candidatures_depuis = 0
                WHERE excluded.seq > cloture.seq""")
                .params(
                        fait.borne().numero(),
                        cloture.appel().valeur(),
                        fait.chaine().hex(),
                        fait.seq(),
                        cloture.agent().valeur(),
                        cloture.formulairesPapier(),
                        cloture.perdues(),
                        fait.at().toEpochMilli(),
                        fait.recuLe().toEpochMilli())
                .update();
    }

    private void rouvrir(FaitRecu fait, AppelId appel) {
        jdbc.sql("""
                UPDATE cloture SET rouverte_le = ?
                WHERE borne = ? AND appel = ? AND rouverte_le IS NULL AND (chaine <> ? OR seq < ?)""")
                .params(
                        fait.recuLe().toEpochMilli(),
                        fait.borne().numero(),
                        appel.valeur(),
                        fait.chaine().hex(),
                        fait.seq())
                .update();
    }

    /** An application behind a closing undoes it, until the mairie closes again; one read late stands before it. */
    private void compter(FaitRecu fait) {
        jdbc.sql("""
                UPDATE cloture SET candidatures_depuis = candidatures_depuis + 1
                WHERE borne = ? AND chaine = ? AND seq < ? AND rouverte_le IS NULL""")
                .params(fait.borne().numero(), fait.chaine().hex(), fait.seq())
                .update();
    }

    private void survenir(FaitRecu fait, Nature nature, String details) {
        jdbc.sql("""
                INSERT INTO evenement (borne, chaine, seq, nature, details, at, recu_le) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""")
                .params(
                        fait.borne().numero(),
                        fait.chaine().hex(),
                        fait.seq(),
                        nature.name(),
                        details,
                        fait.at().toEpochMilli(),
                        fait.recuLe().toEpochMilli())
                .update();
    }

    private static Ouverte ouverte(ResultSet row) throws SQLException {
        String precedente = row.getString("precedente");
        return new Ouverte(
                new ChainId(row.getString("chaine")),
                Cause.valueOf(row.getString("cause")),
                precedente == null
                        ? Optional.empty()
                        : Optional.of(new ChainHead(
                                new ChainId(precedente),
                                row.getLong("precedente_seq"),
                                new Hash(row.getString("precedente_hash")))));
    }

    private static Optional<Instant> instant(ResultSet row, String colonne) throws SQLException {
        long valeur = row.getLong(colonne);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(valeur));
    }

    private static <T> java.util.stream.Collector<Map.Entry<KioskId, T>, ?, Map<KioskId, List<T>>> parBorne() {
        return Collectors.groupingBy(
                (Function<Map.Entry<KioskId, T>, KioskId>) Map.Entry::getKey,
                Collectors.mapping(Map.Entry::getValue, Collectors.toList()));
    }

    /** The opening of a chain as the kiosk declared it. */
    record Ouverte(ChainId chaine, Cause cause, Optional<ChainHead> precedente) {}

    /** A device that a kiosk said does not work. */
    record Panne(EtatDAppareil dit, Instant depuis) {}

    /** Something technical that a kiosk told. */
    record Evenement(Nature nature, String details, Instant at, Instant recuLe) {}
}
