package fr.roubaix.cln.hub.documents;

import java.time.LocalDate;
import java.util.List;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.secteur.Secteur;

/** A letter to one person. It is not kept: who asks for it again gives the same, and gets the same bytes. */
public sealed interface Courrier permits CourrierACompleter, CourrierDIrrecevabilite {

    /** Name then address, a line each. */
    List<String> destinataire();

    /** Of the application that it is about. */
    ReceiptCode code();

    /** The day of the letter. */
    LocalDate le();

    Signature signature();

    /** Where the person may go. */
    Secteur mairie();

    /**
     * Who signs (CRPA, art. L212-1).
     *
     * @param nom name of the agent
     * @param qualite what the agent is, for example {@code Secrétariat du CLN}
     */
    record Signature(String nom, String qualite) {}
}
