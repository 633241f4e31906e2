package fr.roubaix.cln.hub.register;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import fr.roubaix.cln.web.FrenchDates;

/** The state of the register on one sheet of paper. */
@Controller
class EtatController {

    /** Outside the staff screens: a page without a script prints as it stands. */
    static final String ADRESSE = "/registre/etat";

    private final EtatsDuRegistre etats;

    EtatController(EtatsDuRegistre etats) {
        this.etats = etats;
    }

    @GetMapping(ADRESSE)
    String page(Model model) {
        var etat = etats.maintenant();
        model.addAttribute("etat", etat);
        model.addAttribute("groupes", etat.empreinteEnGroupes().split(" ", -1));
        model.addAttribute("quand", FrenchDates.fullInstant(etat.le()));
        return "register/etat";
    }
}
