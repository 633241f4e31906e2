package fr.roubaix.cln.kiosk.sync;

import java.util.Optional;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.Bulletin;
import fr.roubaix.cln.sync.KioskId;

/** The hub as this kiosk knows it, in reach or not. */
public interface Hub {

    /** The last bulletin whose signature was verified; none before the first contact. */
    Optional<Bulletin> bulletin();

    /** Whether the last exchange succeeded, and how many envelopes no verified ack covers yet. */
    Liaison liaison();

    /** Who this kiosk is, once enrolled. */
    Optional<Borne> borne();

    /** State of the link, without any personal data. */
    record Liaison(boolean connectee, int enAttente) {}

    /** This kiosk as the hub enrolled it. */
    record Borne(KioskId id, Secteur mairie) {}
}
