package fr.roubaix.cln.hub.documents;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.web.FrenchDates;

/** Letters on fixed templates, for a window envelope. Nobody is called Madame or Monsieur: nobody said they were. */
@Component
public class Courriers {

    private final PdfWriter pdf;
    private final PiedsDePage pieds;
    private final MessageSource textes;

    Courriers(PdfWriter pdf, PiedsDePage pieds, MessageSource textes) {
        this.pdf = pdf;
        this.pieds = pieds;
        this.textes = textes;
    }

    /** The letter as a PDF that anybody can read, and that can be archived. */
    public byte[] ecrire(Courrier courrier) {
        String genre = switch (courrier) {
            case CourrierACompleter _ -> "a-completer";
            case CourrierDIrrecevabilite _ -> "irrecevable";
        };
        var pied = pieds.pour(courrier.mairie());
        var contenu = new HashMap<String, Object>();
        contenu.put("courrier", courrier);
        contenu.put("numero", courrier.code().affiche());
        contenu.put("date", texte("courrier.date", FrenchDates.day(courrier.le())));
        contenu.put("pied", pied);
        if (courrier instanceof CourrierACompleter demande) {
            contenu.put("avantLe", FrenchDates.fullDay(demande.avantLe()));
        }
        return pdf.write(new Document(
                "documents/courrier-" + genre,
                texte("courrier." + genre + ".objet"),
                texte("courrier." + genre + ".sujet"),
                courrier.le().atStartOfDay().toInstant(ZoneOffset.UTC),
                Document.Forme.A_LIRE,
                contenu));
    }

    private String texte(String cle, Object... valeurs) {
        return textes.getMessage(cle, valeurs.length == 0 ? null : valeurs, Locale.FRENCH);
    }
}
