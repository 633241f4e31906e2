package fr.roubaix.cln.hub.documents;

import java.time.LocalDate;
import java.util.List;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * A letter that asks for what an application lacks. It is not kept: who asks for it again gives the same, and gets the same
 * bytes.
 *
 * @param destinataire name then address, a line each
 * @param manques what is missing, as the person will read it
 * @param avantLe the last day to answer
 * @param le the day of the letter
 * @param signataire name of the agent
 * @param qualite what the agent is, for example {@code Secrétariat du CLN}
 * @param mairie where the person may go
 */
public record CourrierACompleter(
        List<String> destinataire,
        ReceiptCode code,
        List<String> manques,
        LocalDate avantLe,
        LocalDate le,
        String signataire,
        String qualite,
        Secteur mairie) {

    public CourrierACompleter {
        destinataire = List.copyOf(destinataire);
        manques = List.copyOf(manques);
        if (destinataire.isEmpty() || manques.isEmpty()) {
            throw new IllegalArgumentException("a letter goes to somebody and asks for something");
        }
        if (!avantLe.isAfter(le)) {
            throw new IllegalArgumentException("one answers after the letter");
        }
    }
}
