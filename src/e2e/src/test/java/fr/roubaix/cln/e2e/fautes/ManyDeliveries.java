package fr.roubaix.cln.e2e.fautes;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.e2e.fautes.Finding.Shown;
import fr.roubaix.cln.e2e.fautes.Finding.Tally;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.Outcome;
import fr.roubaix.cln.sync.Signed;

/**
 * A million deliveries over a bad network. The kiosks are simulated, so that there can be a million; the hub is real and
 * is reached over HTTP. {@link BadNetwork} shows the same with real kiosks, in smaller numbers.
 */
final class ManyDeliveries implements Fault {

    private static final int KIOSKS = 4;

    /** Of the deliveries, about this part brings something new. */
    private static final int TIMES_EACH = 8;

    @Override
    public String name() {
        return "Livraisons perdues, doublées, désordonnées, retardées, coupées après l’enregistrement";
    }

    @Override
    public String promise() {
        return "le hub a exactement les chaînes des bornes ; aucun doublon";
    }

    @Override
    public Finding run(Ground ground) throws Exception {
        int deliveries = ground.times(1_000_000, 3_000);
        var random = ground.random(this);
        var lines = new ArrayList<BadLine>();
        for (int i = 0; i < KIOSKS; i++) {
            var kiosk = SimulatedKiosk.enrolled(
                    ground.hub(), Secteur.parNumero(i + 1).orElseThrow(), new Random(random.nextLong()));
            lines.add(new BadLine(kiosk, new Random(random.nextLong()), deliveries / KIOSKS));
        }
        try (var threads = Executors.newFixedThreadPool(KIOSKS)) {
            List<Callable<Void>> work =
                    lines.stream().<Callable<Void>>map(line -> line::play).toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        var tally = Tally.ZERO;
        for (BadLine line : lines) {
            tally = tally.plus(line.kiosk.compared(ground.hub()));
        }
        return new Shown(
                "%d livraisons d’enveloppes (%d enveloppes de %d bornes simulées, hub réel par HTTP) : %d perdues à l’aller, %d au retour, %d doublées, %d retardées, %d désordonnées"
                        .formatted(
                                sum(lines, line -> line.sent + line.lostThere),
                                sum(lines, line -> line.kiosk.envelopes.size()),
                                KIOSKS,
                                sum(lines, line -> line.lostThere),
                                sum(lines, line -> line.lostBack),
                                sum(lines, line -> line.twice),
                                sum(lines, line -> line.late),
                                sum(lines, line -> line.shuffled)),
                tally);
    }

    private static long sum(List<BadLine> lines, java.util.function.ToLongFunction<BadLine> count) {
        return lines.stream().mapToLong(count).sum();
    }

    /** One kiosk and what its network does. */
    private static final class BadLine {
        private final SimulatedKiosk kiosk;
        private final Random random;
        private final int deliveries;
        private final Deque<Held> held = new ArrayDeque<>();
        private long known;
        private long sent;
        private long lostThere;
        private long lostBack;
        private long twice;
        private long late;
        private long shuffled;

        /** A request on its way, for longer than others. */
        private record Held(HttpRequest request, int envelopes) {}

        BadLine(SimulatedKiosk kiosk, Random random, int deliveries) {
            this.kiosk = kiosk;
            this.random = random;
            this.deliveries = deliveries;
        }

        Void play() throws IOException {
            while (sent + lostThere < deliveries) {
                if (kiosk.envelopes.size() < (sent + lostThere) / TIMES_EACH + 100) {
                    for (int i = random.nextInt(30); i >= 0; i--) {
                        kiosk.deposit();
                    }
                }
                exchange(window());
            }
            while (!held.isEmpty()) {
                arrive(held.poll(), false);
            }
            settle();
            return null;
        }

        /** Some envelopes: where the kiosk believes to be, a little before, or too far. */
        private List<Signed> window() {
            int size = 1 + random.nextInt(100);
            int drift = random.nextInt(10) < 7 ? 0 : random.nextInt(120) - 80;
            int from = Math.clamp(known + drift, 0, kiosk.envelopes.size() - 1);
            var some = new ArrayList<>(kiosk.envelopes.subList(from, Math.min(kiosk.envelopes.size(), from + size)));
            if (random.nextInt(10) == 0) {
                Collections.shuffle(some, random);
                shuffled += some.size();
            }
            return some;
        }

        private void exchange(List<Signed> some) throws IOException {
            var one = new Held(kiosk.request(kiosk.batch(some)), some.size());
            switch (random.nextInt(8)) {
                case 0 -> lostThere += some.size();
                case 1 -> arrive(one, true);
                case 2 -> {
                    arrive(one, random.nextBoolean());
                    arrive(one, false);
                    twice += some.size();
                }
                case 3 -> {
                    held.add(one);
                    late += some.size();
                }
                default -> arrive(one, false);
            }
            if (held.size() > random.nextInt(20)) {
                // Not the oldest first: the network has no order.
                arrive(random.nextBoolean() ? held.pollLast() : held.poll(), false);
            }
        }

        private void arrive(Held one, boolean answerLost) throws IOException {
            HttpResponse<byte[]> answer = SimulatedKiosk.send(one.request());
            sent += one.envelopes();
            if (answerLost) {
                lostBack += one.envelopes();
                return;
            }
            if (answer.statusCode() != 401) {
                learn(kiosk.ack(answer));
            }
        }

        private void learn(Ack ack) {
            var mine = kiosk.envelopes.get((int) Math.max(0, ack.contiguousSeq() - 1));
            if (ack.contiguousSeq() > 0 && !mine.hash().equals(ack.chainHash())) {
                throw new AssertionError("the hub's head is not this kiosk's");
            }
            for (Ack.Answer answer : ack.answers()) {
                if (answer.outcome() instanceof Outcome.Conflict || answer.outcome() instanceof Outcome.Forged) {
                    throw new AssertionError("a genuine envelope was answered " + answer.outcome());
                }
            }
            known = Math.max(known, ack.contiguousSeq());
        }

        /** The network is good again: what a kiosk does until nothing is due. */
        private void settle() throws IOException {
            while (known < kiosk.envelopes.size()) {
                long before = known;
                learn(kiosk.deliver(
                        kiosk.envelopes.subList((int) known, (int) Math.min(known + 100, kiosk.envelopes.size()))));
                if (known == before) {
                    throw new AssertionError("the hub does not go on after " + known);
                }
            }
        }
    }
}
