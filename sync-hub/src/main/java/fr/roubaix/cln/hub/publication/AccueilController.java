package fr.roubaix.cln.hub.publication;

import java.time.Clock;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.contacts.Contacts;

/** The first page of the public site: what the council is, where its call stands, where to apply, what is shown. */
@Controller
class AccueilController {

    private final Appels appels;
    private final Contacts contacts;
    private final Clock clock;

    AccueilController(Appels appels, Contacts contacts, Clock clock) {
        this.appels = appels;
        this.contacts = contacts;
        this.clock = clock;
    }

    @GetMapping("/")
    String accueil(Model model) {
        model.addAttribute("appel", AppelPublic.de(appels.courant(), clock.instant()));
        model.addAttribute("secteurs", Secteur.values());
        model.addAttribute("contacts", contacts);
        return "publication/accueil";
    }
}
