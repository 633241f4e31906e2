package fr.roubaix.cln.domaine.tirage;

import java.time.Instant;

/**
 * The round of drand that is announced before the first die: nobody can know its randomness then.
 *
 * @param tour from 1 to {@value #TOUR_MAXIMAL}
 */
public record AnnonceDrand(ChaineDrand chaine, long tour) {

    /** Far beyond any round that a draw may wait for. */
    public static final long TOUR_MAXIMAL = 9_999_999_999L;

    public AnnonceDrand {
        if (tour < 1 || tour > TOUR_MAXIMAL) {
            throw new IllegalArgumentException("not a round of drand");
        }
    }

    /** The first round that a network publishes at this instant or after it. */
    public static AnnonceDrand aPartirDe(ChaineDrand chaine, Instant instant) {
        return new AnnonceDrand(chaine, chaine.tourAPartirDe(instant));
    }

    /** When the round is published. */
    public Instant publieLe() {
        return chaine.publication(tour);
    }

    /** Whether its randomness may be known at this instant: too late to announce it. */
    public boolean connueLe(Instant instant) {
        return !publieLe().isAfter(instant);
    }

    @Override
    public String toString() {
        return chaine.nom() + " " + tour;
    }
}
