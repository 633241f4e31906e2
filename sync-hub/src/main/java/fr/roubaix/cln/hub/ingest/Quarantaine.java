package fr.roubaix.cln.hub.ingest;

/** The genuine envelopes that the hub set aside for staff. */
public interface Quarantaine {

    /**
     * How many applications were set aside and have not been taken since: each may be a person who holds a receipt and
     * would be left out of the draw.
     */
    long candidaturesEnAttente();
}
