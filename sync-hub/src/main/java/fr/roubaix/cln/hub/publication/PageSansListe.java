package fr.roubaix.cln.hub.publication;

import java.time.Clock;
import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

import fr.roubaix.cln.hub.publication.TiragesPublies.PasDeListe;

/**
 * Says of a call without list where it stands, and what became of a list that was published and annulled. Everything that
 * comes with the list answers with it too, as not found.
 */
@ControllerAdvice
class PageSansListe {

    private final Clock clock;

    PageSansListe(Clock clock) {
        this.clock = clock;
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String pasDeListe(PasDeListe refus, Model model) {
        return montrer(refus.appel(), model);
    }

    String montrer(AppelSansListe appel, Model model) {
        var suivi = appel.suivi();
        model.addAttribute("appel", suivi.id());
        model.addAttribute("nomDeLAppel", suivi.titre());
        model.addAttribute("etat", AppelPublic.de(Optional.of(suivi), clock.instant()));
        model.addAttribute("annulees", appel.annulees());
        return "publication/sans-liste";
    }
}
