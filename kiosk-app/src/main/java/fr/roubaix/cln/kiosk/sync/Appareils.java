package fr.roubaix.cln.kiosk.sync;

import java.util.List;

import fr.roubaix.cln.sync.Etat.Device;

/** The devices of this terminal, as the hub is told of them with every exchange. */
@FunctionalInterface
public interface Appareils {

    /** Each device and its state in a word, at most 20. Must answer at once: it is asked at every heartbeat. */
    List<Device> etats();
}
