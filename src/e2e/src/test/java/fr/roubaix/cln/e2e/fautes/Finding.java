package fr.roubaix.cln.e2e.fautes;

/** What a row showed. */
sealed interface Finding {

    /** What should be zero and may not be. */
    Tally tally();

    /**
     * It was played.
     *
     * @param played how much of it, in French with counts
     */
    record Shown(String played, Tally tally) implements Finding {}

    /**
     * This machine does not allow it.
     *
     * @param why in French
     */
    record NotRun(String why) implements Finding {
        @Override
        public Tally tally() {
            return Tally.ZERO;
        }
    }

    /**
     * What must be zero.
     *
     * @param lost reported durable, or acknowledged, and no longer there
     * @param twice handed on more than once
     * @param forged accepted or marked although nobody entitled said so
     * @param readable places where a person's data could be read
     */
    record Tally(long lost, long twice, long forged, long readable) {

        static final Tally ZERO = new Tally(0, 0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(lost + other.lost, twice + other.twice, forged + other.forged, readable + other.readable);
        }
    }
}
