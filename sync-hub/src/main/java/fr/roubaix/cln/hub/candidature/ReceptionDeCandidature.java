package fr.roubaix.cln.hub.candidature;

import java.time.Instant;

import fr.roubaix.cln.domaine.candidature.Circonstances;
import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.EnvelopeId;

/** Takes in an application that a kiosk delivered. Runs inside the transaction of the caller. */
public interface ReceptionDeCandidature {

    /**
     * Receives an application once; the same envelope again changes nothing.
     *
     * @throws RuntimeException the hub cannot take it now, for example because no call was ever opened: nothing is
     *     stored, and the kiosk keeps its envelope and comes back
     */
    Issue recevoir(Recue recue);

    /**
     * An application as delivered.
     *
     * @param mairie where it was deposited
     * @param deposeeLe wall clock of the terminal
     * @param recueLe clock of the hub
     * @param circonstances how it came in
     */
    record Recue(
            EnvelopeId envelope,
            ReceiptCode code,
            FicheDeCandidature fiche,
            Secteur mairie,
            Instant deposeeLe,
            Instant recueLe,
            Circonstances circonstances) {
        /** In the ordinary way: on a kiosk, by the person. */
        public Recue(
                EnvelopeId envelope,
                ReceiptCode code,
                FicheDeCandidature fiche,
                Secteur mairie,
                Instant deposeeLe,
                Instant recueLe) {
            this(envelope, code, fiche, mairie, deposeeLe, recueLe, Circonstances.BORNE);
        }
    }

    /** What became of it. */
    enum Issue {
        RECUE,
        DEJA_RECUE,
        /** Another application bears this code already: nothing stored, staff must resolve it. */
        CODE_DEJA_PRIS
    }
}
