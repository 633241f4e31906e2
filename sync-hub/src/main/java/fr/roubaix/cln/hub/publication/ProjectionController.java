package fr.roubaix.cln.hub.publication;

import java.nio.charset.StandardCharsets;

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

/**
 * The draw as the room sees it on the wall, and anybody from home: a page, and the part of it that changes, asked for every
 * second. Rehearsals have addresses of their own.
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
        return page(new CeremonieId.Publique(new AppelId(appel)), "/projection/" + appel, model);
    }

    @GetMapping("/projection/{appel:[a-z0-9-]{1,32}}/etat")
    ResponseEntity<byte[]> etatDuTirage(@PathVariable String appel) {
        return etat(new CeremonieId.Publique(new AppelId(appel)));
    }

    @GetMapping("/projection/{appel:[a-z0-9-]{1,32}}/repetitions/{numero:[1-9][0-9]{0,5}}")
    String repetition(@PathVariable String appel, @PathVariable int numero, Model model) {
        return page(
                new CeremonieId.Repetition(new AppelId(appel), numero),
                "/projection/" + appel + "/repetitions/" + numero,
                model);
    }

    @GetMapping("/projection/{appel:[a-z0-9-]{1,32}}/repetitions/{numero:[1-9][0-9]{0,5}}/etat")
    ResponseEntity<byte[]> etatDUneRepetition(@PathVariable String appel, @PathVariable int numero) {
        return etat(new CeremonieId.Repetition(new AppelId(appel), numero));
    }

    private String page(CeremonieId id, String adresse, Model model) {
        var etat = demande(id);
        model.addAttribute("salle", etat.salle());
        model.addAttribute("adresse", adresse);
        model.addAttribute("marque", etat.marque());
        return "publication/projection";
    }

    /** Answered with 304 and no byte as long as nothing changed. */
    private ResponseEntity<byte[]> etat(CeremonieId id) {
        var etat = demande(id);
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noCache())
                .eTag(etat.marque())
                .body(etat.html().toArray());
    }

    private EtatProjete demande(CeremonieId id) {
        return etats.etat(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
