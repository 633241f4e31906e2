package fr.roubaix.cln.hub.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.Etat;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.VerifyingKey;

/** The kiosks that may knock at the door. */
public interface Kiosks {

    /** Enrols a key under the next free number. Runs inside the transaction of the caller. */
    Kiosk enrol(VerifyingKey key, Secteur mairie, String name, Instant at);

    Optional<Kiosk> byId(KioskId id);

    Optional<Kiosk> byKey(VerifyingKey key);

    /** Every kiosk, in the order of numbers. */
    List<Kiosk> all();

    /** Notes what a kiosk says of itself. */
    void heard(KioskId id, Etat etat, Instant at);

    /**
     * A kiosk as the hub enrolled it.
     *
     * @param revoked its requests are refused from now on
     * @param lastContact last batch or heartbeat that it signed
     * @param queue envelopes that it last said were waiting
     */
    record Kiosk(
            KioskId id,
            Secteur mairie,
            String name,
            VerifyingKey key,
            boolean revoked,
            Optional<Instant> lastContact,
            Optional<Integer> queue) {}
}
