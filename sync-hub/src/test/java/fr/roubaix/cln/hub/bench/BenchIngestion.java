package fr.roubaix.cln.hub.bench;

import java.util.List;

import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.hub.ingest.OpenDoor;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.testkit.bench.BenchReport;

/**
 * Envelopes per second through the door, from the body of a request to the signed ack, beside {@link RawIngestion} of the
 * same envelopes into a database of its own on the same disk. Turn by turn, so that what else the machine does weighs on
 * both.
 */
final class BenchIngestion {

    private static final int WARM_UP = 3;

    private final int rounds;
    private final int batchesPerRound;

    BenchIngestion(int rounds, int batchesPerRound) {
        this.rounds = rounds;
        this.batchesPerRound = batchesPerRound;
    }

    /** @param other an empty database of the same kind as the hub's */
    void measure(HubUnderLoad hub, Database other, String name, BenchReport report) throws Exception {
        var key = SigningKey.generate();
        Kiosk kiosk = hub.enrol(key.verifyingKey(), "ingestion");
        List<byte[]> batches = new QueuedKiosk(
                        key, kiosk.id(), hub.keys().opening().sealingKey(), 1)
                .batches((rounds + WARM_UP) * batchesPerRound);
        var door = hub.door();
        double[] throughDoor = new double[rounds];
        double[] bare = new double[rounds];
        double[] ratios = new double[rounds];
        other.migrate("db/migration");
        try (var connection = other.dataSource().getConnection()) {
            Fixture.copy(hub.jdbc(), connection, kiosk);
            var raw = new RawIngestion(connection, hub.coffre(), hub.keys().opening(), kiosk.key());
            for (int round = -WARM_UP; round < rounds; round++) {
                int from = (round + WARM_UP) * batchesPerRound;
                var turn = batches.subList(from, from + batchesPerRound);
                var pieces = turn.stream().map(raw::takeApart).toList();
                double seconds = 0;
                // Neither goes always first.
                if (round % 2 == 0) {
                    seconds = through(door, kiosk, turn);
                }
                long start = System.nanoTime();
                for (var batch : pieces) {
                    raw.ingest(kiosk, batch);
                }
                double bareSeconds = (System.nanoTime() - start) / 1e9;
                if (round % 2 != 0) {
                    seconds = through(door, kiosk, turn);
                }
                if (round >= 0) {
                    double envelopes = (double) batchesPerRound * Batch.MAX_ENVELOPES;
                    throughDoor[round] = envelopes / seconds;
                    bare[round] = envelopes / bareSeconds;
                    ratios[round] = bareSeconds / seconds;
                }
            }
            Fixture.sameRows(hub.jdbc(), connection);
        }
        report.figure("enveloppes_par_seconde_" + name, Figures.median(throughDoor), "enveloppes/s");
        report.figure("cout_brut_" + name, Figures.median(bare), "enveloppes/s");
        report.figure("ratio_ingestion_" + name, Figures.median(ratios), "x");
    }

    private static double through(OpenDoor door, Kiosk kiosk, List<byte[]> batches) {
        long start = System.nanoTime();
        for (byte[] batch : batches) {
            door.deliver(kiosk, batch);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
