package fr.roubaix.cln.hub.documents;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

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

    public byte[] ecrire(CourrierACompleter courrier) {
        return pdf.write(new Document(
                "documents/courrier-a-completer",
                texte("courrier.a-completer.objet"),
                texte("courrier.a-completer.sujet"),
                courrier.le().atStartOfDay().toInstant(ZoneOffset.UTC),
                Document.Forme.A_LIRE,
                Map.of(
                        "courrier", courrier,
                        "numero", courrier.code().toString(),
                        "date", texte("courrier.date", FrenchDates.day(courrier.le())),
                        "avantLe", FrenchDates.fullDay(courrier.avantLe()),
                        "pied", pieds.pour(courrier.mairie()))));
    }

    private String texte(String cle, Object... valeurs) {
        return textes.getMessage(cle, valeurs.length == 0 ? null : valeurs, Locale.FRENCH);
    }
}
