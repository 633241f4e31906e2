package fr.roubaix.cln.hub.conservation;

import java.time.Instant;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.security.Identifiant;

/**
 * A hold: while somebody challenges a draw or a decision, nothing of it is destroyed.
 *
 * @param code empty when the whole call is held
 */
record Suspension(
        long numero, AppelId appel, Optional<ReceiptCode> code, String motif, Identifiant par, Instant poseeLe) {

    boolean retient(AppelId autre, ReceiptCode candidature) {
        return appel.equals(autre)
                && code.filter(seul -> !seul.equals(candidature)).isEmpty();
    }
}
