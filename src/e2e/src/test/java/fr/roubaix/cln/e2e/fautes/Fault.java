package fr.roubaix.cln.e2e.fautes;

import java.util.Map;

/** One row of the table of faults: something that goes wrong, played for real, and what must still hold. */
interface Fault {

    /** What goes wrong, in French, for the table. */
    String name();

    /** What must hold, in French, for the table. */
    String promise();

    /**
     * Whether the tests of every day play a little of it. They have two minutes; what they leave out is played by
     * {@code ./cln bench fautes}, and the modules test it from inside.
     */
    default boolean everyDay() {
        return true;
    }

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
