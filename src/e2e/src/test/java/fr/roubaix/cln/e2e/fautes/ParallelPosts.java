package fr.roubaix.cln.e2e.fautes;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.e2e.fautes.Finding.Shown;
import fr.roubaix.cln.sync.Outcome;

/** The same envelope, posted 32 times at once. */
final class ParallelPosts implements Fault {

    private static final int POSTS = 32;

    @Override
    public String name() {
        return "La même enveloppe envoyée 32 fois au même instant";
    }

    @Override
    public String promise() {
        return "une seule fois acceptée, 31 fois reconnue comme doublon";
    }

    @Override
    public Finding run(Ground ground) throws Exception {
        int rounds = ground.times(200, 5);
        var kiosk = SimulatedKiosk.enrolled(ground.hub(), Secteur.SUD, ground.random(this));
        kiosk.deliver(kiosk.envelopes);
        try (var threads = Executors.newFixedThreadPool(POSTS)) {
            for (int i = 0; i < rounds; i++) {
                var envelope = kiosk.deposit();
                var together = new CyclicBarrier(POSTS);
                Callable<Outcome> post = () -> {
                    together.await();
                    return kiosk.deliver(List.of(envelope)).answers().getFirst().outcome();
                };
                long accepted = 0;
                long duplicates = 0;
                for (var done : threads.invokeAll(Collections.nCopies(POSTS, post))) {
                    accepted += done.get() instanceof Outcome.Accepted ? 1 : 0;
                    duplicates += done.get() instanceof Outcome.Duplicate ? 1 : 0;
                }
                if (accepted != 1 || duplicates != POSTS - 1) {
                    throw new AssertionError(accepted + " accepted, " + duplicates + " duplicates");
                }
            }
        }
        return new Shown("%d enveloppes, %d envois".formatted(rounds, rounds * POSTS), kiosk.compared(ground.hub()));
    }
}
