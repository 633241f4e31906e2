package fr.roubaix.cln.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * What the hub tells every kiosk, signed once. A kiosk works for weeks on the last one.
 *
 * @param serial strictly increasing; a lower one is refused
 * @param at when the hub wrote it
 * @param reglement version of the règlement in force, for example {@code 2025}
 * @param telephone the general number of the Conseil local du numérique
 */
public record Bulletin(
        long serial,
        Instant at,
        String reglement,
        List<AppelPublie> appels,
        List<ContactDeMairie> contacts,
        String telephone) {

    /** The largest signed bulletin in its text form, in bytes. */
    public static final int MAX_TEXT = 1024 * 1024;

    public Bulletin {
        appels = List.copyOf(appels);
        contacts = List.copyOf(contacts);
    }

    /** The bytes that the hub signs for {@link Use#BULLETIN}. */
    public byte[] encode() {
        return BulletinCodec.encode(this);
    }

    /** Reads what {@link #encode} writes and nothing else. */
    public static Optional<Bulletin> decode(byte[] bytes) {
        return BulletinCodec.decode(bytes);
    }

    /**
     * A call as published.
     *
     * @param clos the hub has closed it; until then its dates alone decide
     */
    public record AppelPublie(Appel appel, boolean clos) {
        /** Whether a person may apply at this instant. */
        public boolean accepte(Instant instant) {
            return !clos && appel.accepte(instant);
        }
    }

    /** The project officer of a mairie de quartier (contact page of the règlement). */
    public record ContactDeMairie(Secteur secteur, String telephone) {}
}
