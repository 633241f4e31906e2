package fr.roubaix.cln.hub.publication;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Saisie;
import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.domaine.tirage.Ligne;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.ProcesVerbal;
import fr.roubaix.cln.hub.contacts.Contacts;
import fr.roubaix.cln.hub.publication.TiragePublie.AvecResultat;
import fr.roubaix.cln.hub.publication.TiragePublie.ListePubliee;
import fr.roubaix.cln.sync.ReceiptToken;

/**
 * One code in a draw: what became of it and why, and the commands that find its rank again. The code is public, whose it
 * is is not: it is sent in the body of a form, so that neither the history of the browser nor the journals of a proxy keep
 * it beside an address. Nothing is changed by asking, hence no token and no session.
 */
@Controller
class CodeDuTirageController {

    /** Nobody types a longer one by hand, spaces and hyphens included. */
    private static final int PLUS_LONG_NUMERO = 40;

    private final TiragesPublies tirages;
    private final ResultatsVerifies resultats;
    private final PhotosDeRecu photos;
    private final Contacts contacts;
    private final MessageSource textes;

    CodeDuTirageController(
            TiragesPublies tirages,
            ResultatsVerifies resultats,
            PhotosDeRecu photos,
            Contacts contacts,
            MessageSource textes) {
        this.tirages = tirages;
        this.resultats = resultats;
        this.photos = photos;
        this.contacts = contacts;
        this.textes = textes;
    }

    @GetMapping("/tirages/{appel:[a-z0-9-]{1,32}}/recherche")
    String demander(@PathVariable String appel, Model model) {
        TiragesController.entete(tirages.demande(appel), model);
        return "publication/code";
    }

    @PostMapping("/tirages/{appel:[a-z0-9-]{1,32}}/recherche")
    String chercher(@PathVariable String appel, @RequestParam(defaultValue = "") String code, Model model) {
        var tirage = tirages.demande(appel);
        TiragesController.entete(tirage, model);
        model.addAttribute("telephone", contacts.telephone());
        var id = lire(code, tirage.liste());
        id.ifPresentOrElse(lu -> montrer(tirage, lu, model), () -> model.addAttribute("refus", refus(code)));
        return "publication/code";
    }

    /** The same from a photograph of the receipt, for whoever has no scanner and would rather not type. */
    @PostMapping("/tirages/{appel:[a-z0-9-]{1,32}}/recherche/photo")
    String photographier(
            @PathVariable String appel, @RequestParam(required = false) @Nullable MultipartFile photo, Model model)
            throws IOException {
        var tirage = tirages.demande(appel);
        TiragesController.entete(tirage, model);
        model.addAttribute("telephone", contacts.telephone());
        switch (photos.lire(photo == null ? new byte[0] : photo.getBytes())) {
            case PhotosDeRecu.Issue.Lu(var code) -> montrer(tirage, IdDeListe.de(code), model);
            case PhotosDeRecu.Issue.Refus refus -> model.addAttribute("refusDePhoto", refus.name());
        }
        return "publication/code";
    }

    /** A form that was cut on its way, or that no browser wrote. */
    @ExceptionHandler
    ModelAndView formulaireIllisible(MultipartException refus) {
        return new ModelAndView(
                "erreur",
                Map.of(
                        "titre", textes.getMessage("suivi.photo.illisible.titre", null, Locale.FRENCH),
                        "phrase", textes.getMessage("suivi.photo.illisible.phrase", null, Locale.FRENCH)),
                HttpStatus.BAD_REQUEST);
    }

    private void montrer(TiragePublie tirage, IdDeListe id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("sort", SortDUnCode.chercher(tirage.liste(), procesVerbal(tirage, model), id));
    }

    private static String refus(String saisi) {
        if (saisi.isBlank()) {
            return "vide";
        }
        return saisi.strip().length() > PLUS_LONG_NUMERO ? "scan" : "mal-forme";
    }

    /** For the candidate with the best rank, as an example. */
    @GetMapping("/tirages/{appel:[a-z0-9-]{1,32}}/a-la-main")
    String exemple(@PathVariable String appel, Model model) {
        return aLaMain(appel, null, model);
    }

    @PostMapping("/tirages/{appel:[a-z0-9-]{1,32}}/a-la-main")
    String aLaMain(@PathVariable String appel, @RequestParam @Nullable String code, Model model) {
        var tirage = tirages.demande(appel);
        TiragesController.entete(tirage, model);
        procesVerbal(tirage, model).ifPresent(pv -> {
            var premier = pv.ordre().getFirst().id();
            var choisi = Optional.ofNullable(code)
                    .flatMap(saisi -> lire(saisi, tirage.liste()))
                    .flatMap(id -> candidat(tirage.liste(), id));
            if (code != null && choisi.isEmpty()) {
                model.addAttribute("refus", "pas-candidat");
            }
            choisi.or(() -> candidat(tirage.liste(), premier)).ifPresent(ligne -> {
                model.addAttribute("ligne", ligne);
                model.addAttribute("commandes", ALaMain.pour(pv, ligne).commandes());
            });
        });
        return "publication/a-la-main";
    }

    private Optional<ProcesVerbal> procesVerbal(TiragePublie tirage, Model model) {
        return switch (tirage) {
            case ListePubliee _ -> Optional.empty();
            case AvecResultat connu -> TiragesController.verifie(resultats.de(connu.resultat()), model);
        };
    }

    private static Optional<Ligne> candidat(ListeDuTirage liste, IdDeListe id) {
        return liste.lignes().stream()
                .filter(ligne -> ligne.estCandidat() && ligne.id().equals(id))
                .findFirst();
    }

    /** What a scanner types, or a receipt code however it is typed; otherwise an id that stands on the list as it is. */
    private static Optional<IdDeListe> lire(String saisi, ListeDuTirage liste) {
        String tel = saisi.strip().toUpperCase(Locale.ROOT);
        var scanne = ReceiptToken.claimedCode(tel);
        if (scanne.isPresent()) {
            return scanne.map(IdDeListe::de);
        }
        return liste.lignes().stream()
                .map(Ligne::id)
                .filter(id -> id.valeur().equals(tel))
                .findFirst()
                .or(() -> switch (ReceiptCode.lire(saisi)) {
                    case Saisie.Lue<ReceiptCode>(var code) -> Optional.of(IdDeListe.de(code));
                    case Saisie.Refusee<ReceiptCode> _ -> Optional.empty();
                });
    }
}
