package fr.roubaix.cln.hub.security;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import fr.roubaix.cln.web.FrenchDates;

/** One's own account: password, second proof, open sessions. */
@Controller
@RequestMapping("/compte")
class CompteController {

    private static final String COMPTE = "redirect:/compte";

    private final ChangementDeMotDePasse changement;
    private final GestionDesSessions sessions;
    private final SecondFacteur secondFacteur;
    private final PreuvesDuCompte preuves;
    private final TitulairesDeCles titulaires;
    private final ClesDAcces cles;
    private final AgentConnecte agent;
    private final Clock clock;

    CompteController(
            ChangementDeMotDePasse changement,
            GestionDesSessions sessions,
            SecondFacteur secondFacteur,
            PreuvesDuCompte preuves,
            TitulairesDeCles titulaires,
            ClesDAcces cles,
            AgentConnecte agent,
            Clock clock) {
        this.changement = changement;
        this.sessions = sessions;
        this.secondFacteur = secondFacteur;
        this.preuves = preuves;
        this.titulaires = titulaires;
        this.cles = cles;
        this.agent = agent;
        this.clock = clock;
    }

    @GetMapping
    String page(HttpServletRequest request, Model model) {
        String ici = nom(request);
        model.addAttribute("identifiant", agent.identifiant().valeur());
        model.addAttribute("codesRestants", secondFacteur.codesRestants(agent.identifiant()));
        model.addAttribute(
                "sessions",
                sessions.miennes().stream()
                        .map(s -> new Ligne(
                                s.id(),
                                s.appareil(),
                                FrenchDates.instant(s.ouverteLe()),
                                FrenchDates.instant(s.vueLe()),
                                s.id().equals(ici)))
                        .toList());
        model.addAttribute("cles", mesCles());
        model.addAttribute("changements", changements());
        if (request.getParameterMap().containsKey("cle")) {
            model.addAttribute("fait", "cle-ajoutee");
        }
        return "security/compte";
    }

    private List<Cle> mesCles() {
        return Optional.ofNullable(titulaires.findByUsername(agent.identifiant().valeur()))
                .map(titulaire -> cles.findByUserId(titulaire.getId()))
                .orElse(List.of())
                .stream()
                .map(c -> new Cle(
                        c.getCredentialId().toBase64UrlString(), c.getLabel(), FrenchDates.instant(c.getCreated())))
                .toList();
    }

    private List<Changement> changements() {
        return preuves.changements().stream()
                .map(fait -> new Changement(
                        fait.acte().titre(),
                        FrenchDates.instant(fait.le()),
                        fait.auteur().equals(agent.identifiant().valeur()) ? "" : fait.auteur()))
                .toList();
    }

    @PostMapping("/mot-de-passe")
    String changerLeMotDePasse(
            @RequestParam String ancien,
            @RequestParam String nouveau,
            @RequestParam String confirmation,
            HttpServletRequest request,
            RedirectAttributes suite) {
        changement
                .changer(ancien, nouveau, confirmation, nom(request))
                .ifPresentOrElse(
                        refus -> suite.addFlashAttribute("refusDuMotDePasse", refus.name()),
                        () -> suite.addFlashAttribute("fait", "mot-de-passe"));
        return COMPTE;
    }

    @PostMapping("/sessions/fermer")
    String fermer(@RequestParam String id, RedirectAttributes suite) {
        suite.addFlashAttribute("fait", sessions.fermer(id) ? "session" : "session-inconnue");
        return COMPTE;
    }

    /** Ten new codes on paper, for who proves the telephone, or one of the old codes, once more. */
    @PostMapping("/codes")
    String renouvelerLesCodes(@RequestParam String code, HttpServletRequest request, RedirectAttributes suite) {
        if (prouve(code, suite)) {
            ConnexionController.montrerUneFois(preuves.renouvelerCodes(), request);
            return "redirect:/compte/codes";
        }
        return COMPTE;
    }

    @PostMapping("/telephone")
    String changerDeTelephone(@RequestParam String code, HttpServletRequest request, RedirectAttributes suite) {
        if (prouve(code, suite)) {
            EntreeEnCours.pourUnTelephone(agent.identifiant(), clock.instant()).garder(request.getSession());
            return "redirect:/connexion/inscription";
        }
        return COMPTE;
    }

    @PostMapping("/cle/preuve")
    String preparerUneCle(@RequestParam String code, HttpServletRequest request, RedirectAttributes suite) {
        if (prouve(code, suite)) {
            ClesController.prouve(request, clock.instant());
            return "redirect:/compte/cle";
        }
        return COMPTE;
    }

    private boolean prouve(String code, RedirectAttributes suite) {
        return switch (secondFacteur.verifier(agent.identifiant(), code)) {
            case SecondFacteur.Issue.Juste _ -> true;
            case SecondFacteur.Issue.Faux _ -> {
                suite.addFlashAttribute("refusDuCode", "faux");
                yield false;
            }
            case SecondFacteur.Issue.Verrouille(var jusqua) -> {
                suite.addFlashAttribute("refusDuCode", "verrou");
                suite.addFlashAttribute(
                        "minutes", Attente.jusqua(jusqua, clock.instant()).minutes());
                yield false;
            }
        };
    }

    /** Shows once the codes just made: nobody can read them a second time, not even who is signed in. */
    @GetMapping("/codes")
    String montrerLesCodes(HttpServletRequest request, Model model) {
        var session = request.getSession();
        if (session.getAttribute(ConnexionController.CODES) instanceof String[] codes) {
            session.removeAttribute(ConnexionController.CODES);
            model.addAttribute("codes", codes);
            model.addAttribute("identifiant", agent.identifiant().valeur());
            model.addAttribute("jour", FrenchDates.instant(clock.instant()));
            return "security/codes";
        }
        return COMPTE;
    }

    private static String nom(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(SuiviDesSessions.NOM) instanceof String nom ? nom : "";
    }

    /** A passkey as its owner reads it. */
    record Cle(String id, String nom, String depuis) {}

    /**
     * Something that changed on the account.
     *
     * @param auteur empty for its owner
     */
    record Changement(String quoi, String le, String auteur) {}

    /** An open session as its owner reads it. */
    record Ligne(String id, String appareil, String depuis, String vueLe, boolean ici) {}
}
