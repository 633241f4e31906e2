package fr.roubaix.cln.e2e.fautes;

import java.util.Map;

/** One row of the table of faults: something that goes wrong, played for real, and what must still hold. */
interface Fault {

    /** What goes wrong, in French, for the table. */
    String name();

    /** What must hold, in French, for the table. */
    String promise();

    /** Figures measured while it was played, by name. */
    default Map<String, Double> figures() {
        return Map.of();
    }

    /**
     * Plays it.
     *
     * @throws AssertionError something that was promised does not hold
     */
    Finding run(Ground ground) throws Exception;
}
