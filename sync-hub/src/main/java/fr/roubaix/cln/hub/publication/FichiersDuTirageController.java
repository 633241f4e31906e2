package fr.roubaix.cln.hub.publication;

import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.publication.TiragePublie.AvecResultat;
import fr.roubaix.cln.hub.publication.TiragePublie.Clos;
import fr.roubaix.cln.hub.tirage.PiecesGardees;
import fr.roubaix.cln.hub.tirage.PiecesGardees.Genre;
import fr.roubaix.cln.hub.tirage.PiecesGardees.Programme;
import fr.roubaix.cln.sync.Hash;

/**
 * The files of a draw, as bytes that anybody compares with the fingerprints of the procès-verbal. One that is not there yet
 * is said so, in words: somebody follows the draw and came early.
 */
@Controller
class FichiersDuTirageController {

    private final TiragesPublies tirages;
    private final PiecesGardees pieces;
    private final MessageSource textes;

    FichiersDuTirageController(TiragesPublies tirages, PiecesGardees pieces, MessageSource textes) {
        this.tirages = tirages;
        this.pieces = pieces;
        this.textes = textes;
    }

    @GetMapping("/tirages/{appel:[a-z0-9-]{1,32}}/liste.csv")
    ResponseEntity<byte[]> liste(@PathVariable String appel) {
        return fichier(tirages.demande(appel).liste().octets(), "liste.csv", "text/csv;charset=UTF-8");
    }

    @GetMapping("/tirages/{appel:[a-z0-9-]{1,32}}/pv.json")
    ResponseEntity<byte[]> pv(@PathVariable String appel) {
        if (tirages.demande(appel) instanceof AvecResultat connu) {
            return fichier(connu.resultat().pv().toArray(), "pv.json", MediaType.APPLICATION_JSON_VALUE);
        }
        throw new TropTot("resultat");
    }

    @GetMapping("/tirages/{appel:[a-z0-9-]{1,32}}/ceremonie.json")
    ResponseEntity<byte[]> ceremonie(@PathVariable String appel) {
        return piece(appel, Genre.CEREMONIE);
    }

    @GetMapping("/tirages/{appel:[a-z0-9-]{1,32}}/proces-verbal.pdf")
    ResponseEntity<byte[]> document(@PathVariable String appel) {
        return piece(appel, Genre.DOCUMENT);
    }

    /** One that was published, then annulled: it stays what it was, beside the reason of its annulment. */
    @GetMapping("/tirages/{appel:[a-z0-9-]{1,32}}/listes-annulees/{empreinte:[0-9a-f]{64}}.csv")
    ResponseEntity<byte[]> listeAnnulee(@PathVariable String appel, @PathVariable String empreinte) {
        byte[] octets = tirages.listeAnnulee(new AppelId(appel), empreinte)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return fichier(octets, "liste-annulee-" + empreinte.substring(0, 8) + ".csv", "text/csv;charset=UTF-8");
    }

    /** The program that the procès-verbal of this draw names, whatever the hub gives today. */
    @GetMapping("/tirages/{appel:[a-z0-9-]{1,32}}/cln-verificateur.jar")
    ResponseEntity<byte[]> programme(@PathVariable String appel) {
        return programme(appel, Programme.JAVA);
    }

    @GetMapping("/tirages/{appel:[a-z0-9-]{1,32}}/cln-verificateur.html")
    ResponseEntity<byte[]> pageHorsLigne(@PathVariable String appel) {
        return programme(appel, Programme.PAGE);
    }

    private ResponseEntity<byte[]> programme(String appel, Programme lequel) {
        if (tirages.demande(appel) instanceof Clos clos) {
            byte[] octets = pieces.programme(clos.procesVerbal().id(), lequel)
                    .orElseThrow(() -> new TropTot("programme"))
                    .toArray();
            return fichier(octets, lequel.fichier(), lequel.type());
        }
        throw new TropTot("cloture");
    }

    private ResponseEntity<byte[]> piece(String appel, Genre genre) {
        if (tirages.demande(appel) instanceof Clos clos) {
            var piece = pieces.piece(clos.procesVerbal().id(), genre).orElseThrow();
            return fichier(piece.octets().toArray(), genre.fichier(), genre.type());
        }
        throw new TropTot("cloture");
    }

    /** What is asked for will be there and is not yet, or comes from before it was kept. */
    private static final class TropTot extends RuntimeException {
        private static final long serialVersionUID = 1;

        TropTot(String attendu) {
            super(attendu, null, false, false);
        }
    }

    @ExceptionHandler
    ModelAndView tropTot(TropTot refus) {
        String cle = "erreur.tirage." + refus.getMessage();
        return new ModelAndView(
                "erreur",
                Map.of("titre", texte(cle + ".titre"), "phrase", texte(cle + ".phrase")),
                HttpStatus.NOT_FOUND);
    }

    private String texte(String cle) {
        return textes.getMessage(cle, null, Locale.FRENCH);
    }

    /** Asked for again each time, sent again only when it changed: nobody compares a fingerprint with an old copy. */
    private static ResponseEntity<byte[]> fichier(byte[] octets, String nom, String type) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(CacheControl.noCache())
                .eTag(Hash.of(octets).hex())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(nom).build().toString())
                .body(octets);
    }
}
