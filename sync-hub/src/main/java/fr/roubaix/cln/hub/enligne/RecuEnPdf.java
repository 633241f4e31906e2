package fr.roubaix.cln.hub.enligne;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.documents.Document;
import fr.roubaix.cln.hub.documents.PdfWriter;
import fr.roubaix.cln.hub.documents.PiedsDePage;
import fr.roubaix.cln.hub.ingest.Trousseau;
import fr.roubaix.cln.sync.ReceiptToken;
import fr.roubaix.cln.web.FrenchDates;

/**
 * The receipt of an application deposited at home: what a kiosk prints, on a page. Its square is signed by the hub, and
 * any kiosk tells offline that it is genuine. Nothing on it names the person.
 */
@Component
class RecuEnPdf {

    private final Trousseau cles;
    private final PdfWriter documents;
    private final PiedsDePage pieds;
    private final MessageSource textes;

    RecuEnPdf(Trousseau cles, PdfWriter documents, PiedsDePage pieds, MessageSource textes) {
        this.cles = cles;
        this.documents = documents;
        this.pieds = pieds;
        this.textes = textes;
    }

    /**
     * Writes it; the same application gives the same bytes.
     *
     * @param le when the application was stored
     * @param appel the call whose draw is announced; none once it is over
     */
    byte[] ecrire(ReceiptCode code, Instant le, Optional<Appel> appel) {
        var cle = cles.receipts();
        var jeton = new ReceiptToken(
                cle.numero(), code, new ReceiptToken.Issuer.Hub(), ReceiptToken.Purpose.APPLICATION, le);
        var contenu = new HashMap<String, Object>();
        contenu.put("pied", pieds.general());
        contenu.put("numero", code.affiche());
        contenu.put("le", FrenchDates.fullInstant(le));
        contenu.put("carre", CarreEnPng.adresse(jeton.sign(cle.cle())));
        appel.ifPresent(a -> {
            contenu.put("tirage", FrenchDates.fullDay(a.tirageLe()));
            contenu.put("lieu", a.lieuDuTirage());
        });
        return documents.write(new Document(
                "documents/recu", texte("recu.titre"), texte("recu.sujet"), le, Document.Forme.A_LIRE, contenu));
    }

    private String texte(String cle) {
        return textes.getMessage(cle, null, Locale.FRENCH);
    }
}
