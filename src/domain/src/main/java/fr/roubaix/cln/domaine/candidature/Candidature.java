package fr.roubaix.cln.domaine.candidature;

import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;

/** An application to the council (art. 7 §1), in exactly one state, with what the draw needs and no identity. */
public sealed interface Candidature {

    /** The number on the receipt. */
    ReceiptCode code();

    /** The sector where the person lives. */
    Secteur secteur();

    /** With whom the person asks to be counted. */
    Parite parite();

    /** The age class on the reference date of the call. */
    ClasseAge classe();

    /** Received, not yet examined. */
    record Deposee(ReceiptCode code, Secteur secteur, Parite parite, ClasseAge classe) implements Candidature {
        /** The application meets art. 7 §1. */
        public Recevable declarerRecevable() {
            return new Recevable(code, secteur, parite, classe);
        }

        /** The application does not meet art. 7 §1. */
        public Irrecevable declarerIrrecevable(MotifDIrrecevabilite motif) {
            return new Irrecevable(code, secteur, parite, classe, motif);
        }
    }

    /** Only a {@code Recevable} can enter the draw: the type is the proof. */
    record Recevable(ReceiptCode code, Secteur secteur, Parite parite, ClasseAge classe) implements Candidature {
        /** Takes the decision back while the list is not frozen. */
        public Deposee reexaminer() {
            return new Deposee(code, secteur, parite, classe);
        }
    }

    /** Refused, with its reason. */
    record Irrecevable(ReceiptCode code, Secteur secteur, Parite parite, ClasseAge classe, MotifDIrrecevabilite motif)
            implements Candidature {
        /** Takes the decision back while the list is not frozen. */
        public Deposee reexaminer() {
            return new Deposee(code, secteur, parite, classe);
        }
    }
}
