package fr.roubaix.cln.hub.candidature;

import java.time.Instant;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.KioskId;

/**
 * A person who took their application back in a mairie, and what became of that.
 *
 * @param parIdentite the person told the code and showed who they are; else they handed over the receipt
 * @param demandeLe wall clock of the terminal
 * @param recuLe clock of the hub
 * @param raison why it was not simply applied
 */
record Retrait(
        EnvelopeId envelope,
        ReceiptCode code,
        KioskId borne,
        Secteur mairie,
        AgentId agent,
        boolean parIdentite,
        Instant demandeLe,
        Instant recuLe,
        Etat etat,
        Optional<Raison> raison,
        Optional<Reglement> reglement) {

    /** Where it stands. */
    enum Etat {
        /** No application bears this code yet: it may still be on its way from another kiosk. */
        ATTEND,
        /** The application is withdrawn by it. */
        APPLIQUE,
        /** There was nothing left to withdraw. */
        SANS_EFFET,
        /** Staff decide. */
        A_DECIDER,
        /** Staff decided. */
        REGLE
    }

    /** Why it was not simply applied. */
    enum Raison {
        /** From the freeze on a person who withdraws is the secretariat's to follow, and the draw's (art. 7 §2). */
        LISTE_ARRETEE,
        /** The treatment of the file is restricted. */
        LIMITEE,
        /** Who showed their identity is not who applied. */
        AUTRE_IDENTITE,
        /** Nobody can compare: the hub cannot read one of the two. */
        IDENTITE_ILLISIBLE,
        /** It enters no draw as it is; the decision may still be taken back. */
        NON_RECEVABLE,
        DEJA_RETIREE,
        EFFACEE
    }

    /** What staff did about it. */
    enum Suite {
        /** Withdrawn after all. */
        RETIREE,
        /** The draw takes care of it: the freeze was annulled, or the person counts as refusing. */
        SUIVIE_AU_TIRAGE,
        /** The secretariat asked the person: it was not their application, or they keep it. */
        ECARTEE,
        /** No application bears this code, and none will. */
        CODE_INCONNU
    }

    record Reglement(Suite suite, Instant le, Identifiant par) {}

    /** Whether staff have something to do or to watch. */
    boolean ouvert() {
        return etat == Etat.ATTEND || etat == Etat.A_DECIDER;
    }
}
