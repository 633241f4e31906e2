package fr.roubaix.cln.adresses;

import java.util.List;

/** What became of an import. */
public sealed interface Import {

    /** The new base stands in the place of the old one. */
    record Done(Report report) implements Import {}

    /**
     * Nothing was changed.
     *
     * @param message what is wrong and what to do, in French
     */
    record Refused(String message, BadLines badLines) implements Import {}

    /**
     * What is in the new base.
     *
     * @param source the file that was imported
     * @param streets how many
     * @param addresses how many, with a number
     * @param duplicates lines that repeated an address
     * @param sectorsKnown whether sectors have been imported, now or before
     * @param outside addresses that fall in no sector, or in two
     * @param holes places between the sectors that belong to none
     * @param badLines lines that were left out, because the person accepted it
     */
    record Report(
            Provenance source,
            int streets,
            int addresses,
            int duplicates,
            boolean sectorsKnown,
            Listed outside,
            List<String> holes,
            BadLines badLines) {
        public Report {
            holes = List.copyOf(holes);
        }
    }

    /** The first of a list, and how long it is. */
    record Listed(List<String> first, int total) {
        public Listed {
            first = List.copyOf(first);
        }
    }

    /** Lines that are no address: the first ones, and how many there are. */
    record BadLines(List<BadLine> first, long total) {

        static final BadLines NONE = new BadLines(List.of(), 0);

        public BadLines {
            first = List.copyOf(first);
        }
    }

    /**
     * A line that is no address.
     *
     * @param number from 1, the line of titles included
     * @param why in French
     */
    record BadLine(long number, String why) {}

    /** Is told from time to time how far an import is. */
    interface Progress {
        /**
         * News of it.
         *
         * @param lines read so far
         * @param bytes of the file read so far
         * @param all its size
         */
        void told(long lines, long bytes, long all);
    }
}
