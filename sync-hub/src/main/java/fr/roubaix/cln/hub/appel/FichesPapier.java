package fr.roubaix.cln.hub.appel;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.documents.Document;
import fr.roubaix.cln.hub.documents.PdfWriter;
import fr.roubaix.cln.hub.documents.PiedDePage;
import fr.roubaix.cln.hub.documents.PiedsDePage;
import fr.roubaix.cln.web.FrenchDates;

/**
 * The paper form of a call (art. 7 §1): the questions of the kiosks, in their words and their order. One to fill in on a
 * screen, without a number; or numbered copies to print for a mairie, so that paper can be counted.
 */
@Component
public class FichesPapier {

    /** A picture of one white point: each field takes the place of one. */
    private static final String VIDE = "data:image/png;base64,"
            + "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==";

    private final PdfWriter pdf;
    private final PiedsDePage pieds;
    private final MessageSource textes;

    FichesPapier(PdfWriter pdf, PiedsDePage pieds, MessageSource textes) {
        this.pdf = pdf;
        this.pieds = pieds;
        this.textes = textes;
    }

    /** The form that anybody downloads, to fill in and print, or to print and fill in. */
    public byte[] aTelecharger(AppelSuivi suivi) {
        return ecrire(suivi, Document.Forme.A_REMPLIR, List.of(texte("fiche.sans-numero")), pieds.general());
    }

    /** Copies for a mairie, from one number to another, both included. */
    byte[] lot(AppelSuivi suivi, LotDeFiches lot) {
        var numeros = IntStream.rangeClosed(lot.premier(), lot.dernier())
                .mapToObj(numero -> LotDeFiches.numero(lot.mairie(), numero))
                .toList();
        return ecrire(suivi, Document.Forme.A_LIRE, numeros, pieds.pour(lot.mairie()));
    }

    private byte[] ecrire(AppelSuivi suivi, Document.Forme forme, List<String> exemplaires, PiedDePage pied) {
        var appel = suivi.appel();
        return pdf.write(new Document(
                "documents/fiche",
                texte("fiche.titre") + " : " + suivi.titre(),
                texte("fiche.sujet"),
                suivi.ouvertLe(),
                forme,
                Map.of(
                        "appel", suivi.titre(),
                        "jusquAu", texte("fiche.jusqu-au", FrenchDates.end(appel)),
                        "suite",
                                texte("fiche.suite.texte", FrenchDates.fullDay(appel.tirageLe()), appel.lieuDuTirage()),
                        "exemplaires", exemplaires,
                        "secteurs", Secteur.values(),
                        "parites", Parite.values(),
                        "publications", Publication.values(),
                        "vide", VIDE,
                        "pied", pied)));
    }

    private String texte(String cle, Object... valeurs) {
        return textes.getMessage(cle, valeurs.length == 0 ? null : valeurs, Locale.FRENCH);
    }
}
