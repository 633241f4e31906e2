package fr.roubaix.cln.hub.ingest;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.KioskId;

/**
 * How far a verified backup covers each chain. Kiosks are told so, and one day drop what lies below: nothing is noted here
 * that was not read in the copy itself.
 */
@Repository
public class CouvertureDesChaines {

    private final JdbcClient jdbc;

    CouvertureDesChaines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads the heads in a copy of this database. */
    public static List<Tete> dans(JdbcClient copie) {
        return copie.sql("SELECT kiosk, chain, seq FROM kiosk_chain ORDER BY kiosk, chain")
                .query((row, _) -> new Tete(
                        new KioskId(row.getInt("kiosk")), new ChainId(row.getString("chain")), row.getLong("seq")))
                .list();
    }

    /** Notes that a verified copy holds every chain up to its head there. What was covered before stays covered. */
    @Transactional
    public void noter(List<Tete> copiees) {
        for (Tete tete : copiees) {
            jdbc.sql("""
                    UPDATE kiosk_chain SET saved_seq = :seq
                    WHERE kiosk = :borne AND chain = :chaine AND saved_seq < :seq AND seq >= :seq""")
                    .param("seq", tete.seq())
                    .param("borne", tete.borne().numero())
                    .param("chaine", tete.chaine().hex())
                    .update();
        }
    }

    /** How far a copy holds a chain. */
    public record Tete(KioskId borne, ChainId chaine, long seq) {}
}
