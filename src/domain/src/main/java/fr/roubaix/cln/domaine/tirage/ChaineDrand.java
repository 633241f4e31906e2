package fr.roubaix.cln.domaine.tirage;

import java.time.Duration;
import java.time.Instant;

/**
 * The networks of the public randomness beacon drand that a draw may announce a round of. Each publishes a round at a known
 * instant, and its randomness is the SHA-256 of its signature (https://docs.drand.love/docs/specification, League of
 * Entropy).
 */
public enum ChaineDrand {
    /** A round every three seconds, without a link to the round before; signatures of 48 bytes. */
    QUICKNET("quicknet", Instant.ofEpochSecond(1_692_803_367L), Duration.ofSeconds(3), 48),
    /** The first network: a round every thirty seconds, each signed with the one before; signatures of 96 bytes. */
    DEFAULT("default", Instant.ofEpochSecond(1_595_431_050L), Duration.ofSeconds(30), 96);

    private final String nom;
    private final Instant origine;
    private final Duration periode;
    private final int octets;

    ChaineDrand(String nom, Instant origine, Duration periode, int octets) {
        this.nom = nom;
        this.origine = origine;
        this.periode = periode;
        this.octets = octets;
    }

    /** As drand names it. */
    public String nom() {
        return nom;
    }

    /** When a round is published; round 1 is at the origin. */
    Instant publication(long tour) {
        return origine.plus(periode.multipliedBy(tour - 1));
    }

    /** The first round published at this instant or after it. */
    long tourAPartirDe(Instant instant) {
        long attente = Duration.between(origine, instant).toMillis();
        return attente <= 0 ? 1 : Math.ceilDiv(attente, periode.toMillis()) + 1;
    }

    /** How long its signatures are, in bytes. */
    int octetsDeSignature() {
        return octets;
    }
}
