package fr.roubaix.cln.hub.ingest;

import java.util.ArrayList;
import java.util.List;

import fr.roubaix.cln.hub.ingest.Arrival.Genuine;
import fr.roubaix.cln.sync.ChainHead;

/** Where an arrival falls in a chain whose head is known. Nothing is read or written to tell. */
sealed interface Placement {

    Arrival arrival();

    /** The next position, on top of the bytes that the hub holds. */
    record Next(Genuine arrival) implements Placement {}

    /** A position already taken: by the same bytes, or by others. */
    record Past(Genuine arrival) implements Placement {}

    /** The next position, on top of bytes that the hub does not hold. */
    record Fork(Genuine arrival) implements Placement {}

    /** Beyond the next position. */
    record Ahead(Genuine arrival, long expectedSeq) implements Placement {}

    /** Nowhere. */
    record Nowhere(Arrival.Forged arrival) implements Placement {}

    /**
     * A run of arrivals placed one behind the other.
     *
     * @param from the head before them
     * @param to the head once every {@link Next} is stored
     */
    record Run(ChainHead from, ChainHead to, List<Placement> placements) {

        static Run of(ChainHead from, List<Arrival> arrivals) {
            var placements = new ArrayList<Placement>();
            var head = from;
            for (Arrival arrival : arrivals) {
                var placement = place(head, arrival);
                placements.add(placement);
                if (placement instanceof Next(var next)) {
                    head = new ChainHead(head.chain(), next.envelope().seq(), next.hash());
                }
            }
            return new Run(from, head, List.copyOf(placements));
        }

        private static Placement place(ChainHead head, Arrival arrival) {
            return switch (arrival) {
                case Arrival.Forged forged -> new Nowhere(forged);
                case Genuine genuine -> place(head, genuine);
            };
        }

        private static Placement place(ChainHead head, Genuine genuine) {
            long next = head.seq() + 1;
            if (genuine.envelope().seq() > next) {
                return new Ahead(genuine, next);
            }
            if (genuine.envelope().seq() < next) {
                return new Past(genuine);
            }
            return genuine.envelope().prev().equals(head.hash()) ? new Next(genuine) : new Fork(genuine);
        }
    }
}
