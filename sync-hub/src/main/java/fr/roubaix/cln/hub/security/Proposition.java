package fr.roubaix.cln.hub.security;

import java.time.Instant;
import java.util.Optional;

/**
 * An act that waits for its second voice, or did.
 *
 * @param numero of its row in the register
 * @param empreinte of what was shown
 */
record Proposition(
        long numero,
        String genre,
        Presentation montree,
        String empreinte,
        Parametres parametres,
        String motif,
        Voix premiere,
        Instant expireLe,
        Optional<Suite> suite) {

    /** What became of it. */
    enum Suite {
        CONFIRME,
        REFUSE,
        RETIRE,
        EXPIRE
    }

    boolean expiree(Instant maintenant) {
        return !maintenant.isBefore(expireLe);
    }
}
