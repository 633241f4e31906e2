package fr.roubaix.cln.hub.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.hub.ingest.OpenDoor;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.testkit.bench.BenchReport;

/** Time per envelope at the door of a hub that holds a thousand of them, then ten times more, and so on. */
final class BenchCroissance {

    private static final int WARM_UP = 50;

    private final int largest;
    private final int batches;

    BenchCroissance(int largest, int batches) {
        this.largest = largest;
        this.batches = batches;
    }

    void measure(HubUnderLoad hub, BenchReport report) throws SQLException {
        var door = hub.door();
        var rehearsal = SigningKey.generate();
        Kiosk passing = hub.enrol(rehearsal.verifyingKey(), "mise en route");
        queue(hub, rehearsal, passing).batches(WARM_UP).forEach(batch -> door.deliver(passing, batch));
        for (String table : List.of("candidature", "fact", "envelope")) {
            hub.jdbc().sql("DELETE FROM " + table).update();
        }
        var key = SigningKey.generate();
        Kiosk kiosk = hub.enrol(key.verifyingKey(), "croissance");
        var queue = queue(hub, key, kiosk);
        List<Double> times = new ArrayList<>();
        for (int size = 1_000; size <= largest; size *= 10) {
            fill(hub.jdbc(), kiosk, size);
            hub.settle();
            double time = perEnvelope(door, kiosk, queue.batches(batches));
            times.add(time);
            report.figure("temps_par_enveloppe_a_" + size, time, "ms");
        }
        report.figure("pente_croissance", times.getLast() / times.getFirst(), "x");
    }

    private static QueuedKiosk queue(HubUnderLoad hub, SigningKey key, Kiosk kiosk) {
        return new QueuedKiosk(key, kiosk.id(), hub.keys().opening().sealingKey(), 7);
    }

    private double perEnvelope(OpenDoor door, Kiosk kiosk, List<byte[]> batches) {
        double[] times = new double[batches.size()];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            door.deliver(kiosk, batches.get(i));
            times[i] = (System.nanoTime() - start) / 1e6 / Batch.MAX_ENVELOPES;
        }
        return Figures.median(times);
    }

    /** Brings each table to a size, with rows as wide as real ones and keys as scattered. */
    private static void fill(JdbcClient jdbc, Kiosk kiosk, int size) {
        long have = jdbc.sql("SELECT count(*) FROM envelope").query(Long.class).single();
        if (have >= size) {
            return;
        }
        String chain = "c0ffee0000000000";
        jdbc.sql("INSERT INTO kiosk_chain (kiosk, chain, seq, hash) VALUES (?, ?, 0, ?) ON CONFLICT DO NOTHING")
                .params(kiosk.id().numero(), chain, "0".repeat(64))
                .update();
        String numbers = "WITH RECURSIVE n(i) AS (SELECT " + have + " UNION ALL SELECT i + 1 FROM n WHERE i < "
                + (size - 1) + ") ";
        // Ids grow with time as real ones do; hashes and receipt codes do not.
        String id =
                "'019a0000-' || substr('0000' || (i / 10000), -4) || '-7000-8000-' || substr('00000000' || i, -8) || '0000'";
        String hash = "substr('0000000' || ((i * 7919) % 10000019), -8) || '" + "ab".repeat(28) + "'";
        jdbc.sql(
                        "INSERT INTO envelope (kiosk, chain, seq, id, kind, at, offset_millis, key_id, hash, prev, payload_hash,"
                                + " outcome, received_at) " + numbers + "SELECT "
                                + kiosk.id().numero() + ", '" + chain + "', i + 1, "
                                + id + ", 'CANDIDATURE', i, 0, '0123456789abcdef', " + hash + ", " + hash + ", " + hash
                                + ", 'ACCEPTED', i FROM n")
                .update();
        jdbc.sql("INSERT INTO fact (id, payload_hash, kind, received_at) " + numbers + "SELECT " + id + ", " + hash
                        + ", 'CANDIDATURE', i FROM n")
                .update();
        jdbc.sql(
                        "INSERT INTO candidature (code, envelope, appel, secteur, parite, classe, mairie, deposee_le, recue_le,"
                                + " hors_delai, etat, precisions, identite, changement) " + numbers
                                + "SELECT substr('0000000' || ((i * 7919) % 10000019), -8) || 'ZZ', " + id + ", '"
                                + HubUnderLoad.APPEL
                                + "', 'NORD', 'FEMMES', 'DE_26_A_64', 'NORD', i, i, 0, 'DEPOSEE', '', ?, i FROM n")
                .param(new byte[300])
                .update();
    }
}
