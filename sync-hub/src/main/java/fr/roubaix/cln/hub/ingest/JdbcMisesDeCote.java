package fr.roubaix.cln.hub.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.Signed;

@Repository
class JdbcMisesDeCote implements MisesDeCote {

    /** More than anybody looks through; the counts tell the rest. */
    private static final int MAXIMUM = 2_000;

    private static final String SELECT = """
            SELECT q.kiosk, q.hash, q.chain, q.seq, q.kind, q.reason, q.received_at, length(q.content) AS taille,
                   q.settled_at, q.settled_by, q.settlement,
                   CASE WHEN f.id IS NULL THEN 0 ELSE 1 END AS prise
            FROM quarantine q LEFT JOIN fact f ON f.id = q.id AND f.payload_hash = q.payload_hash\s""";

    private final JdbcClient jdbc;

    JdbcMisesDeCote(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entree> entrees(Filtre filtre) {
        return jdbc.sql(SELECT + """
                WHERE (:etat = -1 OR (CASE WHEN f.id IS NULL AND q.settled_at IS NULL THEN 1 ELSE 0 END) = :etat)
                  AND (:raison = '' OR q.reason = :raison) AND (:borne = 0 OR q.kiosk = :borne)
                ORDER BY q.received_at DESC, q.kiosk, q.hash LIMIT :maximum""")
                .param("etat", filtre.enAttente().map(oui -> oui ? 1 : 0).orElse(-1))
                .param("raison", filtre.raison().map(Reason::name).orElse(""))
                .param("borne", filtre.borne().map(KioskId::numero).orElse(0))
                .param("maximum", MAXIMUM)
                .query(JdbcMisesDeCote::entree)
                .list();
    }

    @Override
    public Optional<Entree> entree(Cle cle) {
        return jdbc.sql(SELECT + "WHERE q.kiosk = ? AND q.hash = ?")
                .params(cle.borne().numero(), cle.empreinte().hex())
                .query(JdbcMisesDeCote::entree)
                .optional();
    }

    @Override
    public Optional<Signed> octets(Cle cle) {
        return jdbc.sql("SELECT content, signature FROM quarantine WHERE kiosk = ? AND hash = ?")
                .params(cle.borne().numero(), cle.empreinte().hex())
                .query((row, _) -> new Signed(Bytes.of(row.getBytes("content")), Bytes.of(row.getBytes("signature"))))
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Reason, Long> enAttente() {
        var comptes = new EnumMap<Reason, Long>(Reason.class);
        jdbc.sql("""
                SELECT q.reason, count(*) AS nombre FROM quarantine q
                WHERE q.settled_at IS NULL
                  AND NOT EXISTS (SELECT 1 FROM fact f WHERE f.id = q.id AND f.payload_hash = q.payload_hash)
                GROUP BY q.reason""").query(row -> {
            comptes.put(Reason.valueOf(row.getString("reason")), row.getLong("nombre"));
        });
        return comptes;
    }

    /** The same content may have come in several chains: it is settled in all of them. */
    @Override
    public boolean noter(Cle cle, Reglement reglement) {
        return jdbc.sql("""
                UPDATE quarantine SET settled_at = :le, settled_by = :par, settlement = :suite
                WHERE settled_at IS NULL AND EXISTS (
                    SELECT 1 FROM quarantine q WHERE q.kiosk = :borne AND q.hash = :empreinte
                                                 AND q.id = quarantine.id AND q.payload_hash = quarantine.payload_hash)""")
                        .param("le", reglement.le().toEpochMilli())
                        .param("par", reglement.par().valeur())
                        .param("suite", reglement.suite())
                        .param("borne", cle.borne().numero())
                        .param("empreinte", cle.empreinte().hex())
                        .update()
                > 0;
    }

    @Override
    public void oublierLesOctets(Cle cle) {
        jdbc.sql("""
                UPDATE quarantine SET content = :rien, signature = :rien WHERE EXISTS (
                    SELECT 1 FROM quarantine q WHERE q.kiosk = :borne AND q.hash = :empreinte
                                                 AND q.id = quarantine.id AND q.payload_hash = quarantine.payload_hash)""")
                .param("rien", new byte[0])
                .param("borne", cle.borne().numero())
                .param("empreinte", cle.empreinte().hex())
                .update();
    }

    private static Entree entree(ResultSet row, int number) throws SQLException {
        var settledAt = JdbcKiosks.present(row, "settled_at");
        var settledBy = row.getString("settled_by");
        var settlement = row.getString("settlement");
        return new Entree(
                new Cle(new KioskId(row.getInt("kiosk")), new Hash(row.getString("hash"))),
                new ChainId(row.getString("chain")),
                row.getLong("seq"),
                new Kind(row.getString("kind")),
                Reason.valueOf(row.getString("reason")),
                Instant.ofEpochMilli(row.getLong("received_at")),
                row.getLong("taille"),
                row.getInt("prise") == 1,
                settledAt.map(at -> new Reglement(
                        Instant.ofEpochMilli(at),
                        new Identifiant(Objects.requireNonNull(settledBy)),
                        Objects.requireNonNull(settlement))));
    }
}
