package fr.roubaix.cln.hub.candidature;

import java.util.List;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;

/**
 * Where applications stand, in the order in which that changed. A change has a number, and a number is never seen before
 * every smaller one: whoever asks again after the last one misses nothing.
 */
public interface ChangementsDeStatut {

    /** The number of the last change; 0 when there was none. */
    long dernier();

    /** Changes after one number, up to another and at most so many, in their order. */
    List<Changement> entre(long depuis, long jusquA, int maximum);

    /** Where an application stands since a change; each is told with its last change only. */
    record Changement(long numero, ReceiptCode code, fr.roubaix.cln.sync.Statut statut) {}
}
