package fr.roubaix.cln.hub.limites;

import java.time.Duration;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/**
 * Counts who passes which door (token buckets), and stops whoever comes too often. Memory is bounded: a crowd of addresses
 * makes it forget, never grow.
 */
public final class Portier {

    private final Limites limites;
    private final TimeMeter temps;
    private final Cache<Visiteur, Bucket> seaux;

    public Portier(Limites limites) {
        this(limites, TimeMeter.SYSTEM_NANOTIME);
    }

    Portier(Limites limites, TimeMeter temps) {
        this.limites = limites;
        this.temps = temps;
        this.seaux = Caffeine.newBuilder()
                .maximumSize(limites.visiteurs())
                .expireAfterAccess(Debit.OUBLI)
                .ticker(temps::currentTimeNanos)
                .build();
    }

    /** Lets one request pass; otherwise says how long to wait before the next. */
    public Optional<Duration> attente(Porte porte, String qui) {
        var passage = seau(porte, qui).tryConsumeAndReturnRemaining(1);
        return passage.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(passage.getNanosToWaitForRefill()));
    }

    /** Holds more against a visitor than the one request that passed. */
    public void alourdir(Porte porte, String qui, int demandes) {
        seau(porte, qui).tryConsumeAsMuchAsPossible(demandes);
    }

    /** How many visitors are remembered now. */
    long connus() {
        seaux.cleanUp();
        return seaux.estimatedSize();
    }

    private Bucket seau(Porte porte, String qui) {
        return seaux.get(new Visiteur(porte, qui), visiteur -> nouveau(visiteur.porte()));
    }

    private Bucket nouveau(Porte porte) {
        var debit = limites.debit(porte);
        return Bucket.builder()
                .addLimit(limite ->
                        limite.capacity(debit.rafale()).refillGreedy(debit.parMinute(), Duration.ofMinutes(1)))
                .withCustomTimePrecision(temps)
                .build();
    }

    private record Visiteur(Porte porte, String qui) {}
}
