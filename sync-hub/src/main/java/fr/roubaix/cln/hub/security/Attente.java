package fr.roubaix.cln.hub.security;

import java.time.Duration;
import java.time.Instant;

/** How long a lock still lasts, as it is said: in whole minutes, never less than what is left. */
record Attente(long minutes) {

    static Attente jusqua(Instant fin, Instant maintenant) {
        return new Attente(
                Math.max(1, Duration.between(maintenant, fin).plusSeconds(59).toMinutes()));
    }
}
