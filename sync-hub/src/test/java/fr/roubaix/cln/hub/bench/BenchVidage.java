package fr.roubaix.cln.hub.bench;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.Use;
import fr.roubaix.cln.sync.VerifyingKey;
import fr.roubaix.cln.testkit.bench.BenchReport;

/** Five kiosks that were alone for weeks find the hub again at the same moment, and empty their queues over HTTP. */
final class BenchVidage {

    private static final int KIOSKS = 5;
    private static final String PATH = "/api/borne/v1/envelopes";

    private final int batchesPerKiosk;

    BenchVidage(int batchesPerKiosk) {
        this.batchesPerKiosk = batchesPerKiosk;
    }

    void measure(HubUnderLoad hub, BenchReport report) throws Exception {
        long before = hub.count("envelope");
        VerifyingKey hubKey = hub.keys().signing().verifyingKey();
        try (var threads = Executors.newFixedThreadPool(KIOSKS);
                var http = new KioskHttp(hub.address())) {
            List<Queue> queues = all(
                    threads,
                    IntStream.range(0, KIOSKS)
                            .<Callable<Queue>>mapToObj(i -> () -> queue(hub, i))
                            .toList());
            long start = System.nanoTime();
            all(
                    threads,
                    queues.stream().map(queue -> drain(http, queue, hubKey)).toList());
            double seconds = (System.nanoTime() - start) / 1e9;
            int envelopes = KIOSKS * batchesPerKiosk * Batch.MAX_ENVELOPES;
            if (hub.count("envelope") - before != envelopes) {
                throw new IllegalStateException("the hub does not hold what was sent");
            }
            report.figure("vidage_5_bornes_enveloppes", envelopes, "enveloppes");
            report.figure("vidage_5_bornes_secondes", seconds, "s");
            report.figure("vidage_5_bornes_debit", envelopes / seconds, "enveloppes/s");
        }
    }

    private Queue queue(HubUnderLoad hub, int number) {
        var key = SigningKey.generate();
        Kiosk enrolled = hub.enrol(key.verifyingKey(), "vidage " + number);
        var kiosk = new QueuedKiosk(key, enrolled.id(), hub.keys().opening().sealingKey(), 100 + number);
        return new Queue(kiosk, kiosk.batches(batchesPerKiosk));
    }

    private static Callable<Long> drain(KioskHttp http, Queue queue, VerifyingKey hub) {
        return () -> {
            long held = 0;
            for (byte[] body : queue.batches()) {
                var reply = http.send(
                        http.post(PATH, queue.kiosk().key(), queue.kiosk().id(), body));
                held += Batch.MAX_ENVELOPES;
                if (reply.statusCode() != 200 || ack(reply.body(), hub).contiguousSeq() != held) {
                    throw new IllegalStateException("batch up to " + held + " was answered " + reply.statusCode());
                }
            }
            return held;
        };
    }

    private static Ack ack(String text, VerifyingKey hub) {
        return Signed.parse(text)
                .filter(signed -> signed.verifiedBy(hub, Use.ACK))
                .flatMap(signed -> Ack.decode(signed.content().toArray()))
                .orElseThrow();
    }

    private static <T> List<T> all(ExecutorService threads, List<Callable<T>> tasks) throws Exception {
        var results = new java.util.ArrayList<T>();
        for (Future<T> task : threads.invokeAll(tasks)) {
            results.add(task.get());
        }
        return results;
    }

    private record Queue(QueuedKiosk kiosk, List<byte[]> batches) {}
}
