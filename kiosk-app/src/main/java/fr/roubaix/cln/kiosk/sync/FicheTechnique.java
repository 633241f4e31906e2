package fr.roubaix.cln.kiosk.sync;

import java.util.Optional;

import org.springframework.stereotype.Service;

import fr.roubaix.cln.sync.Etat;
import fr.roubaix.cln.sync.Fingerprint;

/** This terminal as whoever looks after it may see it: what the hub is told with every exchange, and nothing more. */
@Service
public class FicheTechnique {

    private final KioskState state;
    private final KioskIdentity identity;

    FicheTechnique(KioskState state, KioskIdentity identity) {
        this.state = state;
        this.identity = identity;
    }

    /** Queue, disk, devices, version and clock, now. */
    public Etat etat() {
        return state.etat();
    }

    /** Free bytes where the journal is. */
    public long diskFree() {
        return state.diskFree();
    }

    /** The six words of the keys in use, to compare with those that the hub shows; none before the enrolment. */
    public Optional<Fingerprint> empreinte() {
        return identity.enrolled().flatMap(enrolled -> identity.key().map(enrolled::fingerprint));
    }
}
