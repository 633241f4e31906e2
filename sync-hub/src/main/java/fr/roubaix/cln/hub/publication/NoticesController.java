package fr.roubaix.cln.hub.publication;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

import fr.roubaix.cln.hub.conservation.DocumentsDuTraitement;
import fr.roubaix.cln.hub.conservation.DocumentsDuTraitement.Sorte;
import fr.roubaix.cln.hub.documents.Document;
import fr.roubaix.cln.hub.documents.PdfWriter;
import fr.roubaix.cln.hub.documents.PiedsDePage;

/**
 * What people are told about their data, and what the Ville writes down about it: a page each, and the same as a document to
 * print or to hand over.
 */
@Controller
class NoticesController {

    /** The day these texts were last changed: the date that the documents bear. */
    private static final Instant ETABLIES = Instant.parse("2026-11-22T00:00:00Z");

    private final PdfWriter pdf;
    private final PiedsDePage pieds;
    private final MessageSource textes;
    private final DocumentsDuTraitement traitement;
    private final Map<Notice, byte[]> faites = new EnumMap<>(Notice.class);

    NoticesController(PdfWriter pdf, PiedsDePage pieds, MessageSource textes, DocumentsDuTraitement traitement) {
        this.pdf = pdf;
        this.pieds = pieds;
        this.textes = textes;
        this.traitement = traitement;
    }

    @GetMapping("/vos-donnees")
    String adulte(Model model) {
        return page(Notice.ADULTE, model);
    }

    @GetMapping("/vos-donnees.pdf")
    ResponseEntity<byte[]> documentAdulte() {
        return document(Notice.ADULTE);
    }

    @GetMapping("/vos-donnees/registre-des-traitements")
    String registre(Model model) {
        return page(Sorte.REGISTRE, model);
    }

    @GetMapping("/vos-donnees/registre-des-traitements.pdf")
    ResponseEntity<byte[]> documentRegistre() {
        return document(traitement.pdf(Sorte.REGISTRE));
    }

    @GetMapping("/vos-donnees/examen-prealable")
    String examen(Model model) {
        return page(Sorte.EXAMEN, model);
    }

    @GetMapping("/vos-donnees/examen-prealable.pdf")
    ResponseEntity<byte[]> documentExamen() {
        return document(traitement.pdf(Sorte.EXAMEN));
    }

    @GetMapping("/vos-donnees/{nom:[a-z-]+}")
    String page(@PathVariable String nom, Model model) {
        return page(de(nom), model);
    }

    @GetMapping("/vos-donnees/{nom:[a-z-]+}.pdf")
    ResponseEntity<byte[]> document(@PathVariable String nom) {
        return document(de(nom));
    }

    private static Notice de(String nom) {
        return Stream.of(Notice.values())
                .filter(notice -> notice.chemin().equals("/vos-donnees/" + nom))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(Notice notice, Model model) {
        model.addAttribute("notice", notice.texte(textes));
        model.addAttribute("chemin", notice.chemin());
        model.addAttribute("autres", liens());
        return "publication/notice";
    }

    private String page(Sorte sorte, Model model) {
        model.addAllAttributes(traitement.contenu());
        model.addAttribute("sorte", sorte);
        model.addAttribute("chemin", chemin(sorte));
        model.addAttribute("autres", liens());
        return "publication/document";
    }

    private static String chemin(Sorte sorte) {
        return switch (sorte) {
            case REGISTRE -> "/vos-donnees/registre-des-traitements";
            case EXAMEN -> "/vos-donnees/examen-prealable";
        };
    }

    private static List<Lien> liens() {
        return Stream.concat(
                        Stream.of(Notice.values())
                                .map(notice -> new Lien(notice.chemin(), "notice." + notice.cle() + ".court")),
                        Stream.of(Sorte.values()).map(sorte -> new Lien(chemin(sorte), "page-notice." + sorte.name())))
                .toList();
    }

    private ResponseEntity<byte[]> document(Notice notice) {
        return document(ecrire(notice));
    }

    private static ResponseEntity<byte[]> document(byte[] pdf) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(pdf);
    }

    /** Typeset once: nothing in it changes while the hub runs. */
    byte[] ecrire(Notice notice) {
        synchronized (faites) {
            return faites.computeIfAbsent(notice, this::composer).clone();
        }
    }

    private byte[] composer(Notice notice) {
        var texte = notice.texte(textes);
        return pdf.write(new Document(
                "documents/notice",
                texte.titre(),
                texte.chapeau(),
                ETABLIES,
                Document.Forme.A_LIRE,
                Map.of("notice", texte, "pied", pieds.general())));
    }

    /** Where one goes, and the key of the word that says so. */
    record Lien(String chemin, String cle) {}
}
