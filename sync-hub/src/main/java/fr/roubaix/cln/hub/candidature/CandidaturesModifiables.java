package fr.roubaix.cln.hub.candidature;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.NumeroDOriginal;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.EnvelopeId;

/**
 * The applications, as the use cases of this package write them. Writers of one call queue behind its row in {@code
 * registre_de_l_appel}: that is what makes "the list is frozen" and "this decision is taken" exclude one another, on any
 * database.
 */
interface CandidaturesModifiables extends Candidatures {

    /** Moves the change counter of a call, frozen or not. */
    void noter(AppelId appel);

    /** Takes the next number of a change, for one more application of a call already noted in this transaction. */
    void numeroter();

    /** The same for a decision: false, and nothing moved, when the list of the call is frozen. */
    boolean noterSiDegelee(AppelId appel);

    /** Freezes or thaws; false when it was so already. */
    boolean geler(AppelId appel, boolean gelee);

    boolean gelee(AppelId appel);

    /** A number that moves whenever an application of the call was received or decided. */
    long changement(AppelId appel);

    /** Adds an application; false when its code or its envelope is there already. */
    boolean ajouter(Dossier dossier, EnvelopeId envelope, byte[] identite);

    Optional<EnvelopeId> envelope(ReceiptCode code);

    boolean contient(EnvelopeId envelope);

    /** The application that came in this envelope. */
    Optional<Dossier> deLEnveloppe(EnvelopeId envelope);

    /**
     * Moves an application to another state, and writes the decision down; false when it changed since it was shown.
     *
     * @param retour the number of the decision that holds again, 0 for the state on arrival, when one is taken back
     */
    boolean decider(Dossier.Vu vu, Statut apres, OptionalLong retour, Trace trace);

    /** The same for a decision that takes none back. */
    default boolean decider(Dossier.Vu vu, Statut apres, Trace trace) {
        return decider(vu, apres, OptionalLong.empty(), trace);
    }

    /** Every decision on an application, the first one first. */
    List<Decision> decisions(ReceiptCode code);

    /** The application of a call whose paper original bears this number. */
    Optional<ReceiptCode> parOriginal(AppelId appel, NumeroDOriginal original);

    /** Keeps the dates on a paper form that a mairie received, and copied at its kiosk. */
    void noterLePapier(EnvelopeId envelope, ReceiptCode code, ReceptionDeCandidature.Papier papier);

    /** The dates on the paper form of an application, when a mairie copied it at its kiosk. */
    Optional<ReceptionDeCandidature.Papier> papier(ReceiptCode code);

    /**
     * How many paper forms of a call were entered, by the mairie where they were left: those that came to it by post and were
     * copied at its kiosk too, since it counts them among what it received.
     */
    Map<Secteur, Integer> fichesPapier(AppelId appel);

    /** The sealed identity of a person. */
    Optional<byte[]> identite(ReceiptCode code);

    /**
     * What changed in a call after a change of this number, with each person's sealed identity.
     *
     * @param changement -1 for everything
     */
    List<Scellee> changeesDepuis(AppelId appel, long changement);

    /** The number of the last change, over all calls. */
    long dernierChangement();

    long nombre(AppelId appel);

    /** Makes whoever follows changes read these applications again; their call is noted already in this transaction. */
    void relire(java.util.Collection<ReceiptCode> codes);

    /**
     * Writes what was corrected: sector, parity, age class, how the sector is known and the sealed identity; false when the
     * application changed since it was shown, or the person was erased.
     */
    boolean rectifier(Dossier.Vu vu, Dossier apres, byte[] identite);

    /** Drops the sealed identity and the words of staff about a person whose key is destroyed; false when that was done already. */
    boolean effacer(ReceiptCode code, java.time.Instant le);

    /**
     * An application with the sealed identity of the person.
     *
     * @param identite empty once the person was erased
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Scellee(Dossier dossier, byte[] identite) {}

    /** Who decides, and when. */
    record Trace(fr.roubaix.cln.hub.security.Identifiant par, java.time.Instant le) {}
}
