package fr.roubaix.cln.hub.publication;

import java.time.Instant;
import java.util.EnumMap;
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

import fr.roubaix.cln.hub.documents.Document;
import fr.roubaix.cln.hub.documents.PdfWriter;
import fr.roubaix.cln.hub.documents.PiedsDePage;

/** What people are told about their data: a page each, and the same as a document to print or to hand over. */
@Controller
class NoticesController {

    /** The day these texts were last changed: the date that the documents bear. */
    private static final Instant ETABLIES = Instant.parse("2026-11-22T00:00:00Z");

    private final PdfWriter pdf;
    private final PiedsDePage pieds;
    private final MessageSource textes;
    private final Map<Notice, byte[]> faites = new EnumMap<>(Notice.class);

    NoticesController(PdfWriter pdf, PiedsDePage pieds, MessageSource textes) {
        this.pdf = pdf;
        this.pieds = pieds;
        this.textes = textes;
    }

    @GetMapping("/vos-donnees")
    String adulte(Model model) {
        return page(Notice.ADULTE, model);
    }

    @GetMapping("/vos-donnees.pdf")
    ResponseEntity<byte[]> documentAdulte() {
        return document(Notice.ADULTE);
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
        model.addAttribute("autres", Notice.values());
        return "publication/notice";
    }

    private ResponseEntity<byte[]> document(Notice notice) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(ecrire(notice));
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
}
