package fr.roubaix.cln.hub.conservation;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import fr.roubaix.cln.hub.conservation.DocumentsDuTraitement.Sorte;
import fr.roubaix.cln.hub.register.Consultation;

/** What the data protection officer keeps on file, from their own screen. */
@Service
class DocumentsDeProtection {

    private static final String DPO = "hasRole('DPO')";

    private final DocumentsDuTraitement documents;

    DocumentsDeProtection(DocumentsDuTraitement documents) {
        this.documents = documents;
    }

    /** The entry of the register of processing, as a PDF. */
    @Consultation
    @PreAuthorize(DPO)
    byte[] registreDesTraitements() {
        return documents.pdf(Sorte.REGISTRE);
    }

    /** The screening, as a PDF. */
    @Consultation
    @PreAuthorize(DPO)
    byte[] examenPrealable() {
        return documents.pdf(Sorte.EXAMEN);
    }
}
