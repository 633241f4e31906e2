package fr.roubaix.cln.hub.conservation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import fr.roubaix.cln.domaine.conservation.RegleDeConservation;
import fr.roubaix.cln.hub.documents.Document;
import fr.roubaix.cln.hub.documents.PdfWriter;
import fr.roubaix.cln.hub.documents.PiedsDePage;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.security.Role;
import fr.roubaix.cln.web.FrenchDates;

/**
 * What the data protection officer keeps on file: the entry of the register of processing (GDPR, art. 30), written from the
 * rules and the roles themselves, and the screening for an impact assessment (art. 35).
 */
@Service
class DocumentsDeProtection {

    private static final String DPO = "hasRole('DPO')";

    private static final List<String> RUBRIQUES =
            List.of("responsable", "finalite", "base", "personnes", "donnees", "destinataires", "securite");

    private final PdfWriter pdf;
    private final PiedsDePage pieds;
    private final MessageSource textes;
    private final Clock clock;

    DocumentsDeProtection(PdfWriter pdf, PiedsDePage pieds, MessageSource textes, Clock clock) {
        this.pdf = pdf;
        this.pieds = pieds;
        this.textes = textes;
        this.clock = clock;
    }

    /** The entry of the register of processing, as a PDF. */
    @Consultation
    @PreAuthorize(DPO)
    byte[] registreDesTraitements() {
        Instant le = clock.instant();
        return pdf.write(new Document(
                "documents/registre-des-traitements",
                texte("traitement.titre"),
                texte("traitement.chapeau", FrenchDates.fullInstant(le)),
                le,
                Document.Forme.A_LIRE,
                Map.of(
                        "le",
                        FrenchDates.fullInstant(le),
                        "rubriques",
                        RUBRIQUES,
                        "regles",
                        List.of(RegleDeConservation.values()),
                        "roles",
                        List.of(Role.values()),
                        "pied",
                        pieds.general())));
    }

    /** The screening, as a PDF. */
    @Consultation
    @PreAuthorize(DPO)
    byte[] examenPrealable() {
        Instant le = clock.instant();
        return pdf.write(new Document(
                "documents/aipd",
                texte("aipd.titre"),
                texte("aipd.chapeau", FrenchDates.fullInstant(le)),
                le,
                Document.Forme.A_LIRE,
                Map.of("le", FrenchDates.fullInstant(le), "pied", pieds.general())));
    }

    private String texte(String cle, Object... valeurs) {
        return textes.getMessage(cle, valeurs, Locale.FRENCH);
    }
}
