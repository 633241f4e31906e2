package fr.roubaix.cln.web.candidature;

import java.time.Instant;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.web.saisie.AdressesProposees;
import fr.roubaix.cln.web.saisie.Poste;

/** Where somebody applies: what the six steps ask of it, because a kiosk and a browser at home answer differently. */
public interface Lieu {

    /** On what the fields are filled in. */
    Poste poste();

    /** The addresses that this place can propose. */
    AdressesProposees adresses();

    /** The call that accepts applications here and now. */
    Optional<Appel> appelEnCours();

    /** Begins a draft: what comes back deposits it, once, however often it is asked. */
    Envoi commencer();

    /** A screen that a reload took away, and that comes before a new draft: none where every visit begins anew. */
    default Optional<Ecran> reprise() {
        return Optional.empty();
    }

    /** The screen for whoever cannot apply now: it says so, says when if that is known, and that nothing is stored. */
    Ecran ferme();

    /**
     * The screen of an application that is stored for good.
     *
     * @param appel the call at the moment of sending
     */
    Ecran enregistree(ReceiptCode code, Instant le, Optional<Appel> appel);

    /** Goes back to where people come from; nothing was typed that would have to be erased. */
    void accueil();

    /** Ends the visit and erases it. */
    void effacer();
}
