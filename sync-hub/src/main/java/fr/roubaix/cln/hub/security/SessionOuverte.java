package fr.roubaix.cln.hub.security;

import java.time.Duration;
import java.time.Instant;

/**
 * A session of somebody signed in. It ends after a while without an act, and at the end of a working day in any case.
 *
 * @param id public name of the session, of no use to enter
 * @param appareil what the browser says it is
 */
record SessionOuverte(String id, Identifiant identifiant, String appareil, Instant ouverteLe, Instant vueLe) {

    static final Duration SANS_ACTE = Duration.ofMinutes(30);
    static final Duration EN_TOUT = Duration.ofHours(12);

    boolean vivante(Instant maintenant) {
        return maintenant.isBefore(vueLe.plus(SANS_ACTE)) && maintenant.isBefore(ouverteLe.plus(EN_TOUT));
    }
}
