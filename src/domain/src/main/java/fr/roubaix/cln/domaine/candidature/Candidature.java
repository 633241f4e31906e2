package fr.roubaix.cln.domaine.candidature;

import java.util.Optional;

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

    /**
     * Received, not yet examined. Every decision starts here, including one that is read again from where it was kept.
     *
     * @param classe the age class on the reference date of the call; empty under 16, who have none
     */
    record Deposee(ReceiptCode code, Secteur secteur, Parite parite, Optional<ClasseAge> classe)
            implements Candidature {
        /** The application meets art. 7 §1; empty under 16, whom no decision makes eligible. */
        public Optional<Recevable> declarerRecevable() {
            return classe.map(age -> new Recevable(this, age));
        }

        /** The application does not meet art. 7 §1. */
        public Irrecevable declarerIrrecevable(MotifDIrrecevabilite motif) {
            return new Irrecevable(this, motif);
        }

        /** The person takes the application back. */
        public Retiree retirer() {
            return new Retiree(this);
        }
    }

    /**
     * Only a {@code Recevable} can enter the draw, and only {@link Deposee#declarerRecevable()} makes one: the type is
     * the proof.
     */
    final class Recevable implements Candidature {

        private final Deposee deposee;
        private final ClasseAge classe;

        private Recevable(Deposee deposee, ClasseAge classe) {
            this.deposee = deposee;
            this.classe = classe;
        }

        @Override
        public ReceiptCode code() {
            return deposee.code();
        }

        @Override
        public Secteur secteur() {
            return deposee.secteur();
        }

        @Override
        public Parite parite() {
            return deposee.parite();
        }

        /** The age class on the reference date of the call. */
        public ClasseAge classe() {
            return classe;
        }

        @Override
        public boolean equals(Object autre) {
            return autre instanceof Recevable recevable && deposee.equals(recevable.deposee);
        }

        @Override
        public int hashCode() {
            return deposee.hashCode();
        }

        @Override
        public String toString() {
            return "Recevable[" + deposee + "]";
        }
    }

    /** Refused, with its reason. */
    record Irrecevable(Deposee deposee, MotifDIrrecevabilite motif) implements Candidature {
        @Override
        public ReceiptCode code() {
            return deposee.code();
        }

        @Override
        public Secteur secteur() {
            return deposee.secteur();
        }

        @Override
        public Parite parite() {
            return deposee.parite();
        }
    }

    /** Taken back by the person. */
    record Retiree(Deposee deposee) implements Candidature {
        @Override
        public ReceiptCode code() {
            return deposee.code();
        }

        @Override
        public Secteur secteur() {
            return deposee.secteur();
        }

        @Override
        public Parite parite() {
            return deposee.parite();
        }
    }
}
