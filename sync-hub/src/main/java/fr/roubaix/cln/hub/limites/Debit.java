package fr.roubaix.cln.hub.limites;

import java.time.Duration;

/**
 * How much passes a door.
 *
 * @param rafale requests that may come together
 * @param parMinute requests that may follow, minute after minute
 */
public record Debit(int rafale, int parMinute) {

    /** Whoever was not seen for so long is forgotten: by then nothing may be held against them any more. */
    static final Duration OUBLI = Duration.ofMinutes(10);

    public Debit {
        if (parMinute < 1 || rafale < 1 || rafale > OUBLI.toMinutes() * parMinute) {
            throw new IllegalArgumentException(
                    "Une porte laisse passer au moins une demande par minute, et au plus dix minutes d’un coup : "
                            + rafale + " d’un coup, " + parMinute + " par minute");
        }
    }
}
