package fr.roubaix.cln.hub.tirage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.tirage.TirageAuSort;
import fr.roubaix.cln.domaine.tirage.VersionDuReglement;
import fr.roubaix.cln.hub.documents.Document;
import fr.roubaix.cln.hub.documents.PdfWriter;
import fr.roubaix.cln.hub.documents.PiedsDePage;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.verificateur.EmpreinteDuVerificateur;

/**
 * The procès-verbal of a draw (art. 7 §2), once it is closed: what nobody can recompute as {@code ceremonie.json}, and all
 * of it as a document, for everyone or with the names of those present.
 */
@Service
class ProcesVerbalDuTirage {

    /** What the draw rests on. */
    static final List<String> ARTICLES = List.of("4 §1", "7 §1", "7 §2", "7 §3", "7 §4", "7 §5");

    private final PiecesDeLaCeremonie pieces;
    private final Registre registre;
    private final EmpreinteDuVerificateur verificateur;
    private final PdfWriter pdf;
    private final PiedsDePage pieds;
    private final MessageSource textes;

    ProcesVerbalDuTirage(
            PiecesDeLaCeremonie pieces,
            Registre registre,
            EmpreinteDuVerificateur verificateur,
            PdfWriter pdf,
            PiedsDePage pieds,
            MessageSource textes) {
        this.pieces = pieces;
        this.registre = registre;
        this.verificateur = verificateur;
        this.pdf = pdf;
        this.pieds = pieds;
        this.textes = textes;
    }

    /** The bytes of {@code ceremonie.json}; empty until the procès-verbal is closed. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('TIRAGE', 'PRESIDENCE', 'OBSERVATEUR')")
    public Optional<byte[]> ceremonie(CeremonieId id) {
        return clos(id).map(this::ceremonie);
    }

    /** The document for everyone: codes and qualities, no name. Empty until the procès-verbal is closed. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('TIRAGE', 'PRESIDENCE', 'OBSERVATEUR')")
    public Optional<byte[]> publique(CeremonieId id) {
        return clos(id).map(dossier -> ecrire(dossier, PagesDuProcesVerbal.Version.PUBLIQUE));
    }

    /** The document to be signed, with the names of those present. Empty until the procès-verbal is closed. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('TIRAGE', 'PRESIDENCE')")
    public Optional<byte[]> aSigner(CeremonieId id) {
        return clos(id).map(dossier -> ecrire(dossier, PagesDuProcesVerbal.Version.A_SIGNER));
    }

    private Optional<DossierClos> clos(CeremonieId id) {
        return pieces.de(id)
                .flatMap(lues -> lues.etat()
                        .tirage()
                        .flatMap(tirage -> tirage instanceof Tirage.Clos clos
                                ? Optional.of(new DossierClos(lues, clos, inscription(lues)))
                                : Optional.empty()));
    }

    /** The row that tells the closing: it holds every act of the ceremony, and is the same whenever one asks. */
    private Registre.Tete inscription(PiecesDeLaCeremonie.Pieces lues) {
        return registre.derniere(Acte.PROCES_VERBAL_CLOS, lues.etat().id().objet())
                .orElse(lues.registre());
    }

    private byte[] ceremonie(DossierClos dossier) {
        return CeremonieJson.write(
                dossier.pieces(),
                dossier.clos(),
                dossier.registre(),
                new CeremonieJson.Programmes(verificateur.duProgramme(), verificateur.deLaPage()));
    }

    private byte[] ecrire(DossierClos dossier, PagesDuProcesVerbal.Version version) {
        var clos = dossier.clos();
        var pv = TirageAuSort.tirer(clos.arret().liste(), clos.graine(), VersionDuReglement.DE_2025);
        var programmes = new CeremonieJson.Programmes(verificateur.duProgramme(), verificateur.deLaPage());
        var pages = new PagesDuProcesVerbal(dossier, pv, programmes, ceremonie(dossier), version, textes);
        return pdf.write(new Document(
                "documents/proces-verbal",
                texte("pv.titre"),
                texte("pv.sujet"),
                clos.cloture().le(),
                Document.Forme.A_LIRE,
                Map.of(
                        "pied", pieds.general(),
                        "chapeau", pages.chapeau(),
                        "repetition", clos.id().repetition(),
                        "chapitres", pages.chapitres(),
                        "signatures", pages.signatures())));
    }

    private String texte(String cle) {
        return textes.getMessage(cle, null, Locale.FRENCH);
    }

    /**
     * A ceremony whose procès-verbal is closed.
     *
     * @param registre the row of the register that tells the closing
     */
    record DossierClos(PiecesDeLaCeremonie.Pieces pieces, Tirage.Clos clos, Registre.Tete registre) {}
}
