package fr.roubaix.cln.hub.appel;

import fr.roubaix.cln.domaine.candidature.AppelId;

/**
 * Says whether a closed call has reached its end. The feature that ends calls answers: this one opens the next call
 * only then, because staff work on the latest call and one left behind it could no longer be drawn.
 */
@FunctionalInterface
public interface FinDAppel {

    /** Whether nothing is left to do for this closed call. */
    boolean atteinte(AppelId appel);
}
