package fr.roubaix.cln.hub.publication;

import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Saisie;
import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.domaine.tirage.Ligne;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.ProcesVerbal;
import fr.roubaix.cln.hub.contacts.Contacts;
import fr.roubaix.cln.hub.publication.TiragePublie.AvecResultat;
import fr.roubaix.cln.hub.publication.TiragePublie.ListePubliee;

/**
 * One code in a draw: what became of it and why, and the commands that find its rank again. The code is public, whose it
 * is is not: it is sent in the body of a form, so that neither the history of the browser nor the journals of a proxy keep
 * it beside an address. Nothing is changed by asking, hence no token and no session.
 */
@Controller
class CodeDuTirageController {

    private final TiragesPublies tirages;
    private final ResultatsVerifies resultats;
    private final Contacts contacts;

    CodeDuTirageController(TiragesPublies tirages, ResultatsVerifies resultats, Contacts contacts) {
        this.tirages = tirages;
        this.resultats = resultats;
        this.contacts = contacts;
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
        if (id.isEmpty()) {
            model.addAttribute("refus", code.isBlank() ? "vide" : "mal-forme");
        } else {
            model.addAttribute("id", id.get());
            model.addAttribute("sort", SortDUnCode.chercher(tirage.liste(), procesVerbal(tirage, model), id.get()));
        }
        return "publication/code";
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

    /** A receipt code however it is typed; otherwise an id that stands on the list as it is. */
    private static Optional<IdDeListe> lire(String saisi, ListeDuTirage liste) {
        String tel = saisi.strip().toUpperCase(Locale.ROOT);
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
