package fr.roubaix.cln.hub.appel;

import java.time.Instant;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.security.Identifiant;

/**
 * A call as staff follow it.
 *
 * @param titre as staff and residents read it
 * @param ouvertLe when staff opened it (its first day may come later)
 * @param cloture once staff closed it
 */
public record AppelSuivi(
        Appel appel, String titre, Instant ouvertLe, Identifiant ouvertPar, Optional<Cloture> cloture) {

    public AppelId id() {
        return appel.id();
    }

    public boolean clos() {
        return cloture.isPresent();
    }

    /** Whether an application deposited at this instant is in time: within the dates, and before staff closed. */
    public boolean accepte(Instant deposeeLe) {
        return appel.accepte(deposeeLe)
                && cloture.map(c -> deposeeLe.isBefore(c.le())).orElse(true);
    }

    /**
     * The act that ended it.
     *
     * @param motif empty when the dates alone explain it
     */
    public record Cloture(Instant le, Identifiant par, String motif) {}
}
