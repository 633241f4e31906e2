package fr.roubaix.cln.hub.ingest;

import java.time.Instant;
import java.util.List;

import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.KioskId;

/**
 * The applications that arrived and that the hub could not take: each may be a person who holds a receipt and would be
 * left out of the draw. One waits until a kiosk brings it again and it is taken, or until staff settle it: {@link TraitementDesMisesDeCote}.
 */
public interface Quarantaine {

    /** Those that wait, oldest first. */
    List<MiseDeCote> enAttente();

    /** How many wait. */
    default long candidaturesEnAttente() {
        return enAttente().size();
    }

    /**
     * One application set aside.
     *
     * @param contenu hash of the sealed payload
     * @param recueLe clock of the hub, at its first arrival
     */
    record MiseDeCote(EnvelopeId id, Hash contenu, KioskId borne, Reason raison, Instant recueLe) {}
}
