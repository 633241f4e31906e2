package fr.roubaix.cln.hub.ingest;

import java.time.Duration;
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

    /**
     * Enrols a key under a number that no kiosk has. Runs inside the transaction of the caller.
     *
     * @param lastKey the number of the last key that the terminal had; this one comes after it
     */
    Kiosk enrolAs(KioskId id, VerifyingKey key, int lastKey, Secteur mairie, String name, Instant at);

    /**
     * Gives a kiosk another key, and lets it in again if it was revoked; its former keys verify its old receipts, and
     * what an administrator imports from its old disk. Its present key again changes no number. Runs inside the transaction of the caller.
     */
    default Kiosk renew(KioskId id, VerifyingKey key, Instant at) {
        return renew(id, key, 0, at);
    }

    /**
     * The same for a terminal that remembers the number of its last key, which this hub, restored since, may not: another
     * key never gets a number that receipts were signed under.
     */
    Kiosk renew(KioskId id, VerifyingKey key, int lastKey, Instant at);

    /** Refuses every request of this kiosk from now on. */
    void revoke(KioskId id, Instant at);

    /** Changes how people call a terminal. */
    void rename(KioskId id, String name);

    Optional<Kiosk> byId(KioskId id);

    /** The kiosk whose present key this is. */
    Optional<Kiosk> byKey(VerifyingKey key);

    /** Every key that a kiosk signs or signed with, in the order of kiosks then keys. */
    List<KeyOfKiosk> keys();

    /** Every kiosk, in the order of numbers. */
    List<Kiosk> all();

    /** Notes what a kiosk says of itself. */
    void heard(KioskId id, Etat etat, Instant at);

    /**
     * A kiosk as the hub enrolled it.
     *
     * @param keyNumber which of its keys this is, from 1
     * @param revokedAt its requests are refused since then
     * @param report what it last said of itself, if it ever did
     */
    record Kiosk(
            KioskId id,
            Secteur mairie,
            String name,
            VerifyingKey key,
            int keyNumber,
            Instant enrolledAt,
            Optional<Instant> revokedAt,
            Optional<Report> report) {

        public boolean revoked() {
            return revokedAt.isPresent();
        }
    }

    /**
     * The state of a kiosk as it last signed it.
     *
     * @param at clock of the hub
     * @param clockAhead clock of the kiosk minus clock of the hub
     */
    record Report(
            Instant at, long queue, long diskFree, String version, Duration clockAhead, List<Etat.Device> devices) {
        public Report {
            devices = List.copyOf(devices);
        }
    }

    /** One key of a kiosk. */
    record KeyOfKiosk(KioskId kiosk, Secteur mairie, int number, VerifyingKey key, boolean revoked) {}
}
