package fr.roubaix.cln.kiosk.sync;

import org.springframework.stereotype.Service;

import fr.roubaix.cln.sync.Etat;

/** This terminal as whoever looks after it may see it: what the hub is told with every exchange, and nothing more. */
@Service
public class FicheTechnique {

    private final KioskState state;

    FicheTechnique(KioskState state) {
        this.state = state;
    }

    /** Queue, disk, devices, version and clock, now. */
    public Etat etat() {
        return state.etat();
    }
}
