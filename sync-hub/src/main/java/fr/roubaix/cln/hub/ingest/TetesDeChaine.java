package fr.roubaix.cln.hub.ingest;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.sync.ChainHead;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.KioskId;

/** How far the hub holds each chain: without gap up to its head. */
@Repository
public class TetesDeChaine {

    private final JdbcClient jdbc;

    TetesDeChaine(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every chain of every kiosk, in the order of kiosks. */
    public List<Tete> toutes() {
        return jdbc.sql("SELECT kiosk, chain, seq, hash FROM kiosk_chain WHERE seq > 0 ORDER BY kiosk, chain")
                .query((row, _) -> new Tete(
                        new KioskId(row.getInt("kiosk")),
                        new ChainHead(
                                new ChainId(row.getString("chain")),
                                row.getLong("seq"),
                                new Hash(row.getString("hash")))))
                .list();
    }

    /** Whether an application of this kiosk was ever taken or set aside. */
    public boolean aTransmisUneCandidature(KioskId borne) {
        return jdbc.sql("SELECT count(*) FROM (SELECT 1 AS un FROM envelope WHERE kiosk = ? AND kind = ? LIMIT 1) e")
                        .params(borne.numero(), Kind.CANDIDATURE.name())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The last envelope that the hub holds of a chain. */
    public record Tete(KioskId borne, ChainHead tete) {}
}
