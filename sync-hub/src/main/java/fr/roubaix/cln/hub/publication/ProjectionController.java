package fr.roubaix.cln.hub.publication;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.publication.EtatsProjetes.EtatProjete;
import fr.roubaix.cln.hub.tirage.CeremonieId;
import fr.roubaix.cln.hub.tirage.CleDeSalle;

/**
 * The draw as the room sees it on the wall, and anybody from home: a page, and the part of it that changes, asked for every
 * second. A rehearsal has an address that nobody guesses: it shows how those who applied are spread, while the call may
 * still be open.
 */
@Controller
class ProjectionController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final EtatsProjetes etats;

    ProjectionController(EtatsProjetes etats) {
        this.etats = etats;
    }

    @GetMapping("/projection/{appel:[a-z0-9-]{1,32}}")
    String tirage(@PathVariable String appel, Model model) {
        model.addAttribute("verifier", PageAVerifier.de("/tirages/" + appel));
        return page(publique(appel), "/projection/" + appel, model);
    }

    @GetMapping("/projection/{appel:[a-z0-9-]{1,32}}/etat")
    ResponseEntity<byte[]> etatDuTirage(@PathVariable String appel) {
        return etat(publique(appel));
    }

    @GetMapping("/repetitions/{cle:" + CleDeSalle.FORME + "}")
    String repetition(@PathVariable String cle, Model model) {
        var salle = new CleDeSalle(cle);
        return page(etats.etat(salle), salle.chemin(), model);
    }

    @GetMapping("/repetitions/{cle:" + CleDeSalle.FORME + "}/etat")
    ResponseEntity<byte[]> etatDUneRepetition(@PathVariable String cle) {
        return etat(etats.etat(new CleDeSalle(cle)));
    }

    private Optional<EtatProjete> publique(String appel) {
        return etats.etat(new CeremonieId.Publique(new AppelId(appel)));
    }

    private static String page(Optional<EtatProjete> demande, String adresse, Model model) {
        var etat = trouve(demande);
        model.addAttribute("salle", etat.salle());
        model.addAttribute("adresse", adresse);
        model.addAttribute("marque", etat.marque());
        return "publication/projection";
    }

    /** Answered with 304 and no byte as long as nothing changed. */
    private static ResponseEntity<byte[]> etat(Optional<EtatProjete> demande) {
        var etat = trouve(demande);
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noCache())
                .eTag(etat.marque())
                .body(etat.html().toArray());
    }

    private static EtatProjete trouve(Optional<EtatProjete> demande) {
        return demande.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
