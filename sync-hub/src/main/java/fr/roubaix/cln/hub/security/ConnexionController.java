package fr.roubaix.cln.hub.security;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Sign-in of staff, in two steps: name and password, then a second proof. After the first step nobody is signed in: the
 * session only remembers whose second proof is awaited.
 */
@Controller
@RequestMapping("/connexion")
class ConnexionController {

    /** Where the codes just made wait to be shown, once. */
    static final String CODES = ConnexionController.class.getName() + ".codes";

    private static final String RETOUR = "redirect:/connexion?recommencer";

    private final Authentification authentification;
    private final SecondFacteur secondFacteur;
    private final Entree entree;
    private final ObjectProvider<CodesDeDemonstration> demonstration;
    private final ObjectProvider<Annuaire> annuaire;
    private final Clock clock;

    ConnexionController(
            Authentification authentification,
            SecondFacteur secondFacteur,
            Entree entree,
            ObjectProvider<CodesDeDemonstration> demonstration,
            ObjectProvider<Annuaire> annuaire,
            Clock clock) {
        this.authentification = authentification;
        this.secondFacteur = secondFacteur;
        this.entree = entree;
        this.demonstration = demonstration;
        this.annuaire = annuaire;
        this.clock = clock;
    }

    @GetMapping
    String page(HttpServletRequest request, Model model) {
        if (request.getUserPrincipal() != null) {
            return "redirect:/app/gestion";
        }
        annuaire.ifAvailable(ville -> model.addAttribute("annuaire", ville.nom()));
        List.of("expiree", "sortie", "recommencer", "annuaire", "inconnu").stream()
                .filter(raison -> request.getParameter(raison) != null)
                .findFirst()
                .ifPresent(raison -> model.addAttribute("avis", raison));
        return "security/connexion";
    }

    @PostMapping
    String entrer(
            @RequestParam String username, @RequestParam String password, HttpServletRequest request, Model model) {
        model.addAttribute("identifiant", username);
        switch (authentification.examiner(username, password)) {
            case Authentification.Issue.Juste(var compte) -> {
                var session = request.getSession();
                request.changeSessionId();
                EntreeEnCours.de(compte.identifiant(), clock.instant()).garder(session);
                return secondFacteur.existe(compte.identifiant())
                        ? "redirect:/connexion/code"
                        : "redirect:/connexion/inscription";
            }
            case Authentification.Issue.Fausse _ -> model.addAttribute("refus", "faux");
            case Authentification.Issue.Affluence _ -> model.addAttribute("refus", "affluence");
            case Authentification.Issue.Verrouillee(var jusqua) -> verrou(model, jusqua);
        }
        return "security/connexion";
    }

    @GetMapping("/code")
    String demanderLeCode(HttpServletRequest request, Model model) {
        return avecSecondFacteur(request)
                .map(encours -> pageDuCode(encours, model))
                .orElse(RETOUR);
    }

    private String pageDuCode(EntreeEnCours encours, Model model) {
        demonstration.ifAvailable(
                codes -> codes.code(encours.qui()).ifPresent(code -> model.addAttribute("demonstration", code)));
        return "security/code";
    }

    @PostMapping("/code")
    String verifierLeCode(
            @RequestParam String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        return avecSecondFacteur(request)
                .map(encours -> verifier(encours, code, request, response, model))
                .orElse(RETOUR);
    }

    private String verifier(
            EntreeEnCours encours, String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        return switch (secondFacteur.verifier(encours.qui(), code)) {
            case SecondFacteur.Issue.Juste _ ->
                ouvrir(encours, request, response)
                        .map(suite -> "redirect:" + suite)
                        .orElse(RETOUR);
            case SecondFacteur.Issue.Faux _ -> {
                model.addAttribute("refus", "faux");
                yield pageDuCode(encours, model);
            }
            case SecondFacteur.Issue.Verrouille(var jusqua) -> {
                verrou(model, jusqua);
                yield "security/code";
            }
        };
    }

    @GetMapping("/inscription")
    String inscrire(HttpServletRequest request, Model model) {
        return sansSecondFacteur(request)
                .map(encours -> {
                    byte[] secret = encours.octetsDuSecret().orElseGet(secondFacteur::proposer);
                    encours.avec(secret).garder(request.getSession());
                    return pageDInscription(encours, secret, model);
                })
                .orElse(RETOUR);
    }

    private static String pageDInscription(EntreeEnCours encours, byte[] secret, Model model) {
        model.addAttribute("qr", DessinDeQr.de(Totp.adresse(secret, encours.qui(), "CLN Roubaix")));
        model.addAttribute("secret", Totp.base32(secret).replaceAll("(.{4})(?!$)", "$1 "));
        return "security/inscription";
    }

    @PostMapping("/inscription")
    String confirmerLInscription(
            @RequestParam String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        return sansSecondFacteur(request)
                .flatMap(encours -> encours.octetsDuSecret()
                        .map(secret -> confirmer(encours, secret, code, request, response, model)))
                .orElse(RETOUR);
    }

    private String confirmer(
            EntreeEnCours encours,
            byte[] secret,
            String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<List<CodeDeSecours>> codes = secondFacteur.inscrire(encours.qui(), secret, code);
        if (codes.isEmpty()) {
            model.addAttribute("refus", "faux");
            return pageDInscription(encours, secret, model);
        }
        return ouvrir(encours, request, response)
                .map(_ -> {
                    montrerUneFois(codes.get(), request);
                    return "redirect:/compte/codes";
                })
                .orElse(RETOUR);
    }

    /** Keeps codes until the next page has shown them. */
    static void montrerUneFois(List<CodeDeSecours> codes, HttpServletRequest request) {
        request.getSession()
                .setAttribute(CODES, codes.stream().map(CodeDeSecours::affiche).toArray(String[]::new));
    }

    /** Signs in, and tells where to go on; nothing when the account went away or was ended meanwhile. */
    private Optional<String> ouvrir(EntreeEnCours encours, HttpServletRequest request, HttpServletResponse response) {
        return entree.ouvrir(encours.qui(), encours.ajoutes(), request, response);
    }

    private Optional<EntreeEnCours> avecSecondFacteur(HttpServletRequest request) {
        return EntreeEnCours.lire(request, clock.instant()).filter(encours -> secondFacteur.existe(encours.qui()));
    }

    /** A telephone is registered by who has none yet, or has just proven theirs: never by a password alone otherwise. */
    private Optional<EntreeEnCours> sansSecondFacteur(HttpServletRequest request) {
        return EntreeEnCours.lire(request, clock.instant())
                .filter(encours -> encours.telephone() || !secondFacteur.existe(encours.qui()));
    }

    private void verrou(Model model, java.time.Instant jusqua) {
        model.addAttribute("refus", "verrou");
        model.addAttribute("minutes", Attente.jusqua(jusqua, clock.instant()).minutes());
    }
}
