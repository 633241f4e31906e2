package fr.roubaix.cln.hub.candidature;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.candidature.ReceptionDeRetrait.Recu;
import fr.roubaix.cln.hub.candidature.ReceptionDeRetrait.Scelle;
import fr.roubaix.cln.hub.candidature.Retrait.Etat;
import fr.roubaix.cln.hub.candidature.Retrait.Raison;
import fr.roubaix.cln.hub.candidature.Retrait.Reglement;
import fr.roubaix.cln.hub.candidature.Retrait.Suite;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.KeyId;
import fr.roubaix.cln.sync.KioskId;

/** The withdrawals that came from kiosks, one row per envelope. */
@Repository
class JdbcRetraits {

    private static final String SELECT = """
            SELECT envelope, code, borne, mairie, agent, par_identite, demande_le, recu_le, etat, raison, suite, regle_le,
                   regle_par FROM retrait\s""";

    private final JdbcClient jdbc;

    JdbcRetraits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds one that waits; false when it is there already. */
    boolean ajouter(Recu recu, boolean parIdentite) {
        var scelle = recu.scelle();
        return jdbc.sql("""
                INSERT INTO retrait (envelope, code, borne, mairie, agent, par_identite, demande_le, recu_le, etat, cle, scelle)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'ATTEND', ?, ?) ON CONFLICT DO NOTHING""")
                        .params(
                                scelle.envelope().toString(),
                                recu.code().texte(),
                                scelle.borne().numero(),
                                recu.mairie().name(),
                                recu.agent().valeur(),
                                parIdentite ? 1 : 0,
                                recu.demandeLe().toEpochMilli(),
                                recu.recuLe().toEpochMilli(),
                                scelle.cle().toString(),
                                scelle.contenu().toArray())
                        .update()
                == 1;
    }

    Optional<Retrait> retrait(EnvelopeId envelope) {
        return jdbc.sql(SELECT + "WHERE envelope = ?")
                .param(envelope.toString())
                .query(JdbcRetraits::retrait)
                .optional();
    }

    /** Those of an application that has just arrived, the first one first. */
    List<Retrait> enAttente(ReceiptCode code) {
        return jdbc.sql(SELECT + "WHERE code = ? AND etat = 'ATTEND' ORDER BY recu_le, envelope")
                .param(code.texte())
                .query(JdbcRetraits::retrait)
                .list();
    }

    /** Those that staff still have something to do about, the oldest first. */
    List<Retrait> ouverts() {
        return jdbc.sql(SELECT + "WHERE etat IN ('ATTEND', 'A_DECIDER') ORDER BY recu_le, envelope")
                .query(JdbcRetraits::retrait)
                .list();
    }

    /** The latest of the others, the newest first. */
    List<Retrait> finis(int nombre) {
        return jdbc.sql(SELECT
                        + "WHERE etat NOT IN ('ATTEND', 'A_DECIDER') ORDER BY recu_le DESC, envelope DESC LIMIT ?")
                .param(nombre)
                .query(JdbcRetraits::retrait)
                .list();
    }

    long aDecider() {
        return jdbc.sql("SELECT count(*) FROM retrait WHERE etat = 'A_DECIDER'")
                .query(Long.class)
                .single();
    }

    Optional<Scelle> scelle(EnvelopeId envelope) {
        return jdbc.sql("SELECT borne, cle, scelle FROM retrait WHERE envelope = ? AND length(scelle) > 0")
                .param(envelope.toString())
                .query((row, _) -> new Scelle(
                        envelope,
                        new KioskId(row.getInt("borne")),
                        new KeyId(row.getString("cle")),
                        Bytes.of(row.getBytes("scelle"))))
                .optional();
    }

    void laisserDecider(EnvelopeId envelope, Raison raison) {
        changer(envelope, Etat.A_DECIDER, raison);
    }

    /** Nobody needs to read it any more: what was sealed goes. */
    void finir(EnvelopeId envelope, Etat etat, Optional<Raison> raison) {
        changer(envelope, etat, raison.orElse(null));
        vider(envelope);
    }

    /** Writes down what staff did; false when somebody did before, or it was applied meanwhile. */
    boolean regler(EnvelopeId envelope, Reglement reglement) {
        boolean fait = jdbc.sql("""
                UPDATE retrait SET etat = 'REGLE', suite = ?, regle_le = ?, regle_par = ?
                WHERE envelope = ? AND etat IN ('ATTEND', 'A_DECIDER')""")
                        .params(
                                reglement.suite().name(),
                                reglement.le().toEpochMilli(),
                                reglement.par().valeur(),
                                envelope.toString())
                        .update()
                == 1;
        if (fait) {
            vider(envelope);
        }
        return fait;
    }

    private void changer(EnvelopeId envelope, Etat etat, @Nullable Raison raison) {
        jdbc.sql("UPDATE retrait SET etat = :etat, raison = :raison WHERE envelope = :envelope")
                .param("etat", etat.name())
                .param("raison", raison == null ? null : raison.name(), Types.VARCHAR)
                .param("envelope", envelope.toString())
                .update();
    }

    private void vider(EnvelopeId envelope) {
        jdbc.sql("UPDATE retrait SET scelle = :rien WHERE envelope = :envelope")
                .param("rien", new byte[0])
                .param("envelope", envelope.toString())
                .update();
    }

    private static Retrait retrait(ResultSet row, int number) throws SQLException {
        return new Retrait(
                new EnvelopeId(UUID.fromString(row.getString("envelope"))),
                JdbcCandidatures.code(row),
                new KioskId(row.getInt("borne")),
                Secteur.valueOf(row.getString("mairie")),
                new AgentId(row.getString("agent")),
                row.getInt("par_identite") == 1,
                Instant.ofEpochMilli(row.getLong("demande_le")),
                Instant.ofEpochMilli(row.getLong("recu_le")),
                Etat.valueOf(row.getString("etat")),
                Optional.ofNullable(row.getString("raison")).map(Raison::valueOf),
                reglement(row));
    }

    private static Optional<Reglement> reglement(ResultSet row) throws SQLException {
        String suite = row.getString("suite");
        return suite == null
                ? Optional.empty()
                : Optional.of(new Reglement(
                        Suite.valueOf(suite),
                        Instant.ofEpochMilli(row.getLong("regle_le")),
                        new Identifiant(row.getString("regle_par"))));
    }
}
