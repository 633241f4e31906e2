package fr.roubaix.cln.hub.documents;

import java.time.LocalDate;
import java.util.List;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * Asks for what an application lacks.
 *
 * @param manques what is missing, as the person will read it
 * @param avantLe the last day to answer
 */
public record CourrierACompleter(
        List<String> destinataire,
        ReceiptCode code,
        List<String> manques,
        LocalDate avantLe,
        LocalDate le,
        Signature signature,
        Secteur mairie)
        implements Courrier {

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
