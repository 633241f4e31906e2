package fr.roubaix.cln.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.Langue;
import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * What the hub tells every kiosk, signed once. A kiosk works for weeks on the last one.
 *
 * @param serial strictly increasing; a lower one is refused
 * @param at when the hub wrote it
 * @param reglement version of the règlement in force, for example {@code 2025}
 * @param telephone the general number of the Conseil local du numérique
 * @param agents who may open the agent page of a kiosk
 * @param bornes every key that kiosks sign or signed receipts with, revoked ones too
 * @param successions the hub's keys since the first, each signed by the one before, for {@link HubKeys#follow}
 * @param anciennesCles what the hub signed receipts with before the key in force, the oldest first: the n-th is the one
 *     that receipts call number n
 * @param avis what the mairies put up on their boards, and kiosks show
 * @param renouvellement when members answer whether they go on; none while nobody is asked
 */
public record Bulletin(
        long serial,
        Instant at,
        String reglement,
        List<AppelPublie> appels,
        List<ContactDeMairie> contacts,
        String telephone,
        List<AgentPublie> agents,
        List<BornePubliee> bornes,
        List<Signed> successions,
        List<VerifyingKey> anciennesCles,
        List<AvisPublie> avis,
        @Nullable RenouvellementPublie renouvellement) {

    /** The largest signed bulletin in its text form, in bytes. */
    public static final int MAX_TEXT = 1024 * 1024;

    public Bulletin {
        appels = List.copyOf(appels);
        contacts = List.copyOf(contacts);
        agents = List.copyOf(agents);
        bornes = List.copyOf(bornes);
        successions = List.copyOf(successions);
        anciennesCles = List.copyOf(anciennesCles);
        avis = List.copyOf(avis);
    }

    /** One that asks no member anything. */
    public Bulletin(
            long serial,
            Instant at,
            String reglement,
            List<AppelPublie> appels,
            List<ContactDeMairie> contacts,
            String telephone,
            List<AgentPublie> agents,
            List<BornePubliee> bornes,
            List<Signed> successions,
            List<VerifyingKey> anciennesCles,
            List<AvisPublie> avis) {
        this(
                serial,
                at,
                reglement,
                appels,
                contacts,
                telephone,
                agents,
                bornes,
                successions,
                anciennesCles,
                avis,
                null);
    }

    /** One without notices. */
    public Bulletin(
            long serial,
            Instant at,
            String reglement,
            List<AppelPublie> appels,
            List<ContactDeMairie> contacts,
            String telephone,
            List<AgentPublie> agents,
            List<BornePubliee> bornes,
            List<Signed> successions,
            List<VerifyingKey> anciennesCles) {
        this(serial, at, reglement, appels, contacts, telephone, agents, bornes, successions, anciennesCles, List.of());
    }

    /** One that says nothing of the keys before. */
    public Bulletin(
            long serial,
            Instant at,
            String reglement,
            List<AppelPublie> appels,
            List<ContactDeMairie> contacts,
            String telephone,
            List<AgentPublie> agents,
            List<BornePubliee> bornes,
            List<Signed> successions) {
        this(serial, at, reglement, appels, contacts, telephone, agents, bornes, successions, List.of());
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
     * @param textes what it says to residents, in each language written; nothing once closed
     */
    public record AppelPublie(Appel appel, boolean clos, List<TextePublie> textes) {
        public AppelPublie {
            textes = List.copyOf(textes);
        }

        /** A call that says nothing beside its dates. */
        public AppelPublie(Appel appel, boolean clos) {
            this(appel, clos, List.of());
        }

        /** Whether a person may apply at this instant. */
        public boolean accepte(Instant instant) {
            return !clos && appel.accepte(instant);
        }
    }

    /**
     * What a call says in one language.
     *
     * @param corps paragraphs separated by an empty line
     */
    public record TextePublie(Langue langue, String titre, String corps) {}

    /** The project officer of a mairie de quartier (contact page of the règlement). */
    public record ContactDeMairie(Secteur secteur, String telephone) {}

    /**
     * An agent of a mairie.
     *
     * @param nom what the agent's colleagues call them
     * @param mairie where the agent may open the agent page; anywhere when none
     * @param pin Argon2id hash of the PIN, in the encoded form
     */
    public record AgentPublie(
            AgentId id, String nom, @Nullable Secteur mairie, String pin) {}

    /**
     * A key of a kiosk.
     *
     * @param cle number of this key among those of the kiosk, as receipt tokens name it
     * @param revoquee what it signs from now on is worth nothing
     */
    public record BornePubliee(KioskId id, Secteur mairie, int cle, VerifyingKey key, boolean revoquee) {}

    /**
     * A notice of the mairie.
     *
     * @param id never given to another notice
     * @param texte paragraphs separated by an empty line
     * @param du first day on which kiosks show it
     * @param au last day
     */
    public record AvisPublie(long id, String titre, String texte, LocalDate du, LocalDate au) {
        public AvisPublie {
            if (id < 1 || titre.isBlank() || au.isBefore(du)) {
                throw new IllegalArgumentException("a notice has a number, a title, and ends after it began");
            }
        }

        /** Whether kiosks show it on this day. */
        public boolean montreLe(LocalDate jour) {
            return !jour.isBefore(du) && !jour.isAfter(au);
        }
    }

    /**
     * A campaign of renewal (règlement art. 7 §4): the City wrote to the members and asks whether they go on. Their letters
     * carry a coupon that the hub signed.
     *
     * @param du first day on which kiosks offer to answer
     * @param au last day
     */
    public record RenouvellementPublie(LocalDate du, LocalDate au) {
        public RenouvellementPublie {
            if (au.isBefore(du)) {
                throw new IllegalArgumentException("a campaign ends after it began");
            }
        }

        /** Whether kiosks offer to answer on this day. */
        public boolean enCours(LocalDate jour) {
            return !jour.isBefore(du) && !jour.isAfter(au);
        }
    }
}
