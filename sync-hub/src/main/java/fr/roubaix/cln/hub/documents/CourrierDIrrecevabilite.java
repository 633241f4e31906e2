package fr.roubaix.cln.hub.documents;

import java.time.LocalDate;
import java.util.List;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * Says that an application does not enter the draw, why (CRPA, art. L211-2 and L211-5), and how to contest it (code de
 * justice administrative, art. R421-5: without that, no time limit runs).
 *
 * @param motif the rule, with its article
 * @param precisions the facts, as staff wrote them; may be empty
 */
public record CourrierDIrrecevabilite(
        List<String> destinataire,
        ReceiptCode code,
        String motif,
        String precisions,
        LocalDate le,
        Signature signature,
        Secteur mairie)
        implements Courrier {

    public CourrierDIrrecevabilite {
        destinataire = List.copyOf(destinataire);
        if (destinataire.isEmpty() || motif.isBlank()) {
            throw new IllegalArgumentException("a letter goes to somebody and says why");
        }
    }
}
