package fr.roubaix.cln.hub.publication;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import fr.roubaix.cln.domaine.candidature.Langue;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.appel.Annonce;
import fr.roubaix.cln.hub.appel.Annonces;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.appel.FichesPapier;
import fr.roubaix.cln.hub.contacts.Contacts;

/** The page of the call: its text in five languages, its dates, its seats, where to go, the paper form. */
@Controller
class AppelController {

    private final Appels appels;
    private final Annonces annonces;
    private final FicheATelecharger fiche;
    private final Contacts contacts;
    private final Clock clock;

    AppelController(Appels appels, Annonces annonces, FichesPapier fiches, Contacts contacts, Clock clock) {
        this.appels = appels;
        this.annonces = annonces;
        this.fiche = new FicheATelecharger(fiches);
        this.contacts = contacts;
        this.clock = clock;
    }

    @GetMapping("/appel")
    String appel(@RequestParam(defaultValue = "fr") String langue, Model model) {
        var demandee = Langue.deCode(langue).orElse(Langue.FRANCAIS);
        var courant = appels.courant();
        var annonce = courant.map(suivi -> annonces.pour(suivi.id())).orElseGet(Annonce::vide);
        var lecture = annonce.lire(demandee);
        model.addAttribute("appel", AppelPublic.de(courant, clock.instant()));
        model.addAttribute("titre", courant.map(AppelSuivi::titre).orElse(null));
        model.addAttribute("langues", Langue.values());
        model.addAttribute("langue", demandee);
        model.addAttribute("lecture", lecture.orElse(null));
        model.addAttribute("aDefaut", lecture.map(lu -> lu.langue() != demandee).orElse(false));
        model.addAttribute("sieges", annonce.sieges());
        model.addAttribute("secteurs", secteurs(annonce));
        model.addAttribute("fiche", telechargeable().isPresent());
        return "publication/appel";
    }

    /** The form to fill in, as long as one may hand it in or will be able to. */
    @GetMapping("/appel/fiche.pdf")
    ResponseEntity<byte[]> fiche() {
        return telechargeable()
                .map(suivi -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .cacheControl(CacheControl.noCache())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.inline()
                                        .filename("fiche-de-candidature-" + suivi.id() + ".pdf")
                                        .build()
                                        .toString())
                        .body(fiche.de(suivi)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Optional<AppelSuivi> telechargeable() {
        return appels.courant()
                .filter(suivi ->
                        !suivi.clos() && clock.instant().isBefore(suivi.appel().fin()));
    }

    private List<SecteurPublic> secteurs(Annonce annonce) {
        return Stream.of(Secteur.values())
                .map(secteur -> new SecteurPublic(
                        secteur,
                        annonce.secteur(secteur).sieges(),
                        annonce.secteur(secteur).lieu(),
                        contacts.mairie(secteur).telephone()))
                .toList();
    }

    /** A sector as everyone may read it. */
    record SecteurPublic(Secteur secteur, int sieges, String lieu, String telephone) {}

    /** Typeset once per state of the call: anybody may ask for it as often as they like. */
    private static final class FicheATelecharger {
        private final FichesPapier fiches;
        private volatile @Nullable Faite derniere;

        FicheATelecharger(FichesPapier fiches) {
            this.fiches = fiches;
        }

        byte[] de(AppelSuivi suivi) {
            var faite = derniere;
            if (faite == null || !faite.suivi().equals(suivi)) {
                faite = new Faite(suivi, fiches.aTelecharger(suivi));
                derniere = faite;
            }
            return faite.pdf().clone();
        }

        @SuppressWarnings("ArrayRecordComponent") // never compared, and copied before it leaves
        private record Faite(AppelSuivi suivi, byte[] pdf) {}
    }
}
