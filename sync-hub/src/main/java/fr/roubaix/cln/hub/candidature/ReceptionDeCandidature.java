package fr.roubaix.cln.hub.candidature;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

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
     * @param deposeeLe wall clock of the terminal, or the day that counts of a paper form
     * @param recueLe clock of the hub
     * @param circonstances how it came in
     * @param papier of a form that an agent of the mairie copied at a kiosk
     */
    record Recue(
            EnvelopeId envelope,
            ReceiptCode code,
            FicheDeCandidature fiche,
            Secteur mairie,
            Instant deposeeLe,
            Instant recueLe,
            Circonstances circonstances,
            Optional<Papier> papier) {
        /** Filled in by the person, or entered at the hub itself. */
        public Recue(
                EnvelopeId envelope,
                ReceiptCode code,
                FicheDeCandidature fiche,
                Secteur mairie,
                Instant deposeeLe,
                Instant recueLe,
                Circonstances circonstances) {
            this(envelope, code, fiche, mairie, deposeeLe, recueLe, circonstances, Optional.empty());
        }

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

    /**
     * The dates on a paper form that a mairie received.
     *
     * @param recueLe of the mairie's stamp
     * @param posteeLe of the postmark
     */
    record Papier(LocalDate recueLe, Optional<LocalDate> posteeLe) {}

    /** What became of it. */
    enum Issue {
        RECUE,
        DEJA_RECUE,
        /** Another application bears this code already: nothing stored, staff must resolve it. */
        CODE_DEJA_PRIS,
        /** The paper original was entered before: nothing stored, staff must resolve it. */
        ORIGINAL_DEJA_SAISI
    }
}
