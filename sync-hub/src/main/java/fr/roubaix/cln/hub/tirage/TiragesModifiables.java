package fr.roubaix.cln.hub.tirage;

import fr.roubaix.cln.domaine.candidature.AppelId;

/** The draws, as the use cases of this package write them. */
interface TiragesModifiables extends Tirages {

    /** Makes place for the public draw of a call, where there is none. */
    void creer(CeremonieId.Publique id);

    /** Makes place for a new rehearsal of a call, whose room is asked for by this key. */
    CeremonieId.Repetition creerUneRepetition(AppelId appel, CleDeSalle cle);

    /**
     * Holds a ceremony until the end of the transaction: what is then read does not move before it is written on.
     *
     * @return false when there is none
     */
    boolean tenir(CeremonieId id);

    /**
     * Writes a fact after those that are there.
     *
     * @param version how many the writer read
     * @return false when somebody wrote meanwhile
     */
    boolean ecrire(CeremonieId id, int version, Fait fait, Tirage.Acte acte);

    /** Keeps the bytes of {@code pv.json}; false when some are kept. */
    boolean garder(CeremonieId id, byte[] procesVerbal);

    /** Throws a rehearsal away; false when there is none. */
    boolean jeter(CeremonieId.Repetition id);
}
