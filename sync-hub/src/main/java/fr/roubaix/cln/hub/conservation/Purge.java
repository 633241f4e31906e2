package fr.roubaix.cln.hub.conservation;

import java.time.Instant;
import java.util.Optional;

import fr.roubaix.cln.domaine.conservation.RegleDeConservation;
import fr.roubaix.cln.hub.security.Identifiant;

/**
 * What the hub proposes to destroy under one rule, and how far that came.
 *
 * @param empreinte of the objects and their last days: the visa is bound to it
 * @param nombre how many objects
 * @param detruites how many of them are destroyed so far
 * @param ecartees how many were left alone, because something held them meanwhile
 */
record Purge(
        long numero,
        RegleDeConservation regle,
        Etat etat,
        String empreinte,
        int nombre,
        Instant proposeeLe,
        Optional<Visa> visa,
        Optional<Instant> executeeLe,
        int detruites,
        int ecartees) {

    /** How far it came; a later stage never goes back. */
    enum Etat {
        PROPOSEE,
        VISEE,
        EN_COURS,
        EXECUTEE,
        ECARTEE
    }

    /** Who agreed, and when. */
    record Visa(Identifiant par, Instant le) {}
}
