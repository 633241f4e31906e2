package fr.roubaix.cln.verifier;

import fr.roubaix.cln.domaine.tirage.Defaut;
import fr.roubaix.cln.domaine.tirage.ProcesVerbal;

/** What recomputing a draw showed. */
public sealed interface Verdict {

    /** One line of French. */
    String phrase();

    /** Every byte of the file follows from the list, the rule and the seed. */
    record Conforme(ProcesVerbal procesVerbal) implements Verdict {
        @Override
        public String phrase() {
            return "CONFORME";
        }
    }

    /**
     * The file is not what the draw gives.
     *
     * @param difference the first difference, in French
     */
    record NonConforme(String difference) implements Verdict {
        @Override
        public String phrase() {
            return "NON CONFORME : " + difference;
        }
    }

    /** The list cannot have been drawn from, so that nothing can be recomputed. */
    record ListeRefusee(Defaut defaut) implements Verdict {
        @Override
        public String phrase() {
            return defaut.phrase();
        }
    }
}
