package fr.roubaix.cln.hub.tirage;

import fr.roubaix.cln.domaine.candidature.AppelId;

/** Names a ceremony. A rehearsal is another type: what is published takes a {@link Publique}, so no rehearsal ever is. */
public sealed interface CeremonieId {

    AppelId appel();

    /** The draw of a call; there is one. */
    record Publique(AppelId appel) implements CeremonieId {
        @Override
        public String toString() {
            return cle();
        }
    }

    /**
     * A rehearsal on a copy.
     *
     * @param numero from 1, never used again
     */
    record Repetition(AppelId appel, int numero) implements CeremonieId {
        public Repetition {
            if (numero < 1) {
                throw new IllegalArgumentException("rehearsals are counted from 1");
            }
        }

        @Override
        public String toString() {
            return cle();
        }
    }

    /** As stored, and in addresses: the call, and for a rehearsal its number. */
    default String cle() {
        return switch (this) {
            case Publique(var appel) -> appel.valeur();
            case Repetition(var appel, int numero) -> appel.valeur() + "~" + numero;
        };
    }

    /** As the register names it. */
    default String objet() {
        return switch (this) {
            case Publique(var appel) -> "appel " + appel;
            case Repetition(var appel, int numero) -> "répétition " + numero + " de l’appel " + appel;
        };
    }

    /** Whether nothing of it counts. */
    default boolean repetition() {
        return this instanceof Repetition;
    }

    /**
     * Reads {@link #cle()}.
     *
     * @throws IllegalArgumentException not one
     */
    static CeremonieId lire(String cle) {
        int tilde = cle.indexOf('~');
        return tilde < 0
                ? new Publique(new AppelId(cle))
                : new Repetition(new AppelId(cle.substring(0, tilde)), Integer.parseInt(cle.substring(tilde + 1)));
    }
}
