package fr.roubaix.cln.sync;

/** What became of one envelope at the hub's door. */
public sealed interface Outcome {

    /** Stored and handed on; or already held in another chain, and nothing was handed on twice. */
    record Accepted() implements Outcome {}

    /** Same position, same bytes: the first answer again. */
    record Duplicate(Outcome first) implements Outcome {
        public Duplicate {
            if (!(first instanceof Accepted || first instanceof Refused)) {
                throw new IllegalArgumentException("only what was stored can come again");
            }
        }
    }

    /** Genuine, but the hub cannot make use of it: in the hands of staff, and the chain advances. */
    record Refused() implements Outcome {}

    /**
     * Something before it is missing: nothing stored, the kiosk rewinds.
     *
     * @param expectedSeq where to begin again
     */
    record Gap(long expectedSeq) implements Outcome {}

    /** Genuine, but its position is taken by other bytes: a kiosk was restored or cloned. Kept for staff. */
    record Conflict() implements Outcome {}

    /** Not an envelope that this kiosk signed for this chain: nothing stored. */
    record Forged() implements Outcome {}
}
