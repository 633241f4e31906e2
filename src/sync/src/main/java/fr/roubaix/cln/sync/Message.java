package fr.roubaix.cln.sync;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;

/** What an envelope carries once its seal is opened. Its type is the envelope's {@code kind}. */
public sealed interface Message {

    /** An application (kind {@code CANDIDATURE}). */
    record CandidatureDeposee(ReceiptCode code, FicheDeCandidature fiche) implements Message {}
}
