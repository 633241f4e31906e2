package fr.roubaix.cln.hub.tirage;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.domaine.tirage.TirageAuSort;
import fr.roubaix.cln.domaine.tirage.VersionDuReglement;
import fr.roubaix.cln.hub.documents.Document;
import fr.roubaix.cln.hub.documents.PdfWriter;
import fr.roubaix.cln.hub.documents.PiedsDePage;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.verificateur.EmpreinteDuVerificateur;
import fr.roubaix.cln.sync.Hash;

/** Writes the procès-verbal of a closed ceremony: what it is written from, its pages, its PDF. Keeps nothing. */
@Component
class RedactionDuProcesVerbal {

    /** What the draw rests on. */
    static final List<String> ARTICLES = List.of("4 §1", "7 §1", "7 §2", "7 §3", "7 §4", "7 §5");

    private final PiecesDeLaCeremonie pieces;
    private final Registre registre;
    private final EmpreinteDuVerificateur verificateur;
    private final PdfWriter pdf;
    private final PiedsDePage pieds;
    private final MessageSource textes;

    RedactionDuProcesVerbal(
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

    /**
     * A ceremony whose procès-verbal is closed.
     *
     * @param registre the row of the register that tells the closing
     */
    record DossierClos(PiecesDeLaCeremonie.Pieces pieces, Tirage.Clos clos, Registre.Tete registre) {}

    /** What a closed ceremony is written from; empty until it is closed. */
    Optional<DossierClos> dossier(CeremonieId id) {
        return pieces.lire(id)
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

    /** Those that this hub gives now. */
    CeremonieJson.Programmes programmes() {
        return new CeremonieJson.Programmes(verificateur.duProgramme(), verificateur.deLaPage());
    }

    /**
     * What the document prints the fingerprints of, beside the list and {@code pv.json}.
     *
     * @param ceremonie that of {@code ceremonie.json}
     * @param programmes those of the moment of the closing
     */
    record Empreintes(Hash ceremonie, CeremonieJson.Programmes programmes) {}

    /** The page of the document for everyone. */
    String publique(DossierClos dossier, Empreintes empreintes) {
        return pdf.page(document(dossier, empreintes, PagesDuProcesVerbal.Version.PUBLIQUE, Map.of()));
    }

    /**
     * The PDF to be signed.
     *
     * @param noms of the members whose name the hub knows, or why it does not
     */
    byte[] aSigner(DossierClos dossier, Empreintes empreintes, Map<IdDeListe, String> noms) {
        return pdf.write(document(dossier, empreintes, PagesDuProcesVerbal.Version.A_SIGNER, noms));
    }

    /** The PDF of a page that was kept. */
    byte[] composer(CeremonieId id, String page) {
        Instant cloture = dossier(id).orElseThrow().clos().cloture().le();
        return pdf.typeset(document(id, cloture, Map.of()), page);
    }

    private Document document(
            DossierClos dossier,
            Empreintes empreintes,
            PagesDuProcesVerbal.Version version,
            Map<IdDeListe, String> noms) {
        var clos = dossier.clos();
        var pv = TirageAuSort.tirer(clos.arret().liste(), clos.graine(), VersionDuReglement.DE_2025);
        var pages = new PagesDuProcesVerbal(dossier, pv, empreintes, version, noms, new MotsDuProcesVerbal(textes));
        return document(
                clos.id(),
                clos.cloture().le(),
                Map.of(
                        "pied", pieds.general(),
                        "chapeau", pages.chapeau(),
                        "repetition", clos.id().repetition(),
                        "chapitres", pages.chapitres(),
                        "attestation", pages.attestation(),
                        "signatures", pages.signatures(),
                        "annexe", pages.annexe()));
    }

    private Document document(CeremonieId id, Instant le, Map<String, Object> contenu) {
        return new Document(
                "documents/proces-verbal",
                texte("pv.titre"),
                texte("pv.sujet"),
                le,
                Document.Forme.A_LIRE,
                contenu,
                id.repetition() ? Optional.of(texte("pv.filigrane")) : Optional.empty());
    }

    private String texte(String cle) {
        return textes.getMessage(cle, null, Locale.FRENCH);
    }
}
