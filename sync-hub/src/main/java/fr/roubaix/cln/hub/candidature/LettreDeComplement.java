package fr.roubaix.cln.hub.candidature;

import java.time.LocalDate;
import java.util.List;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.candidature.DemandeDeComplement.Manque;

/**
 * What the letter that asks for a complement has to say, before it is worded and laid out. It knows no « Madame » nor
 * « Monsieur »: nothing that the person did not write.
 *
 * @param destinataire first names and name
 * @param manques what is missing, in the order of the form
 * @param precisions what staff add; may be empty
 * @param echeance last day for an answer, inclusive
 */
public record LettreDeComplement(
        ReceiptCode code,
        String destinataire,
        String voie,
        String complementDAdresse,
        List<Manque> manques,
        String precisions,
        LocalDate echeance) {
    public LettreDeComplement {
        manques = List.copyOf(manques);
    }
}
