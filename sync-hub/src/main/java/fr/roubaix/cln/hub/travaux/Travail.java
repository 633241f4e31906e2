package fr.roubaix.cln.hub.travaux;

import java.time.Duration;

/**
 * Work to be done at an interval by one instance of the hub for all. Declare a bean of this type: it is looked at from time
 * to time, and done when it is due. What it does must bear being done twice: an instance that was frozen longer than its
 * lease may go on beside the one that took over.
 *
 * @param nom unique, and the same in every instance and every version
 * @param intervalle between the starts of two runs; a run that failed is tried again sooner
 */
public record Travail(String nom, Duration intervalle, Runnable tache) {
    public Travail {
        if (nom.isBlank() || !intervalle.isPositive()) {
            throw new IllegalArgumentException("work has a name and comes back after a while");
        }
    }
}
