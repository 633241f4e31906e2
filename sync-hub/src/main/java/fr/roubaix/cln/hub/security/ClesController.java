package fr.roubaix.cln.hub.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Signing in with a passkey, and adding or taking away one's own. A challenge serves once. */
@Controller
class ClesController {

    private static final Logger LOG = LoggerFactory.getLogger(ClesController.class);
    private static final String DEFI = ClesController.class.getName() + ".defi";
    private static final String DEFI_DE_CREATION = ClesController.class.getName() + ".creation";
    private static final String PREUVE = ClesController.class.getName() + ".preuve";
    private static final Duration VALIDITE_DE_LA_PREUVE = Duration.ofMinutes(5);
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> REPONSE =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> NOUVELLE_CLE =
            new TypeReference<>() {};

    private final WebAuthnRelyingPartyOperations webAuthn;
    private final PreuvesDuCompte preuves;
    private final Entree entree;
    private final Clock clock;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    ClesController(WebAuthnRelyingPartyOperations webAuthn, PreuvesDuCompte preuves, Entree entree, Clock clock) {
        this.webAuthn = webAuthn;
        this.preuves = preuves;
        this.entree = entree;
        this.clock = clock;
    }

    /** The owner has just proven the telephone: for a few minutes they may add a key. */
    static void prouve(HttpServletRequest request, Instant le) {
        request.getSession().setAttribute(PREUVE, le);
    }

    @PostMapping(path = "/connexion/cle/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String defi(HttpServletRequest request) {
        var options = webAuthn.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(
                SecurityContextHolder.getContext().getAuthentication()));
        request.getSession().setAttribute(DEFI, options);
        return json.writeValueAsString(options);
    }

    @PostMapping(path = "/connexion/cle", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ResponseEntity<Map<String, String>> entrer(
            @RequestBody String corps, HttpServletRequest request, HttpServletResponse response) {
        return reconnaitre(corps, request)
                .flatMap(qui -> entree.ouvrir(qui, Set.of(), request, response))
                .map(suite -> ResponseEntity.ok(Map.of("suite", suite)))
                .orElseGet(() -> ResponseEntity.badRequest().body(Map.of("refus", "cle")));
    }

    private Optional<Identifiant> reconnaitre(String corps, HttpServletRequest request) {
        if (!(consommer(DEFI, request) instanceof PublicKeyCredentialRequestOptions options)) {
            return Optional.empty();
        }
        try {
            var titulaire = webAuthn.authenticate(
                    new RelyingPartyAuthenticationRequest(options, json.readValue(corps, REPONSE)));
            return titulaire == null ? Optional.empty() : Identifiant.lire(titulaire.getName());
        } catch (JacksonException | IllegalArgumentException | com.webauthn4j.util.exception.WebAuthnException e) {
            LOG.info("Une clé d’accès est refusée : {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    @GetMapping("/compte/cle")
    String page(HttpServletRequest request) {
        return peutAjouter(request) ? "security/cle" : "redirect:/compte";
    }

    @PostMapping(path = "/compte/cle/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ResponseEntity<String> preparer(Authentication qui, HttpServletRequest request) {
        if (!peutAjouter(request)) {
            return ResponseEntity.status(403).build();
        }
        var options = webAuthn.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(qui));
        request.getSession().setAttribute(DEFI_DE_CREATION, options);
        return ResponseEntity.ok(json.writeValueAsString(options));
    }

    @PostMapping(path = "/compte/cle", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ResponseEntity<Map<String, String>> ajouter(
            @RequestParam String nom, @RequestBody String corps, HttpServletRequest request) {
        if (peutAjouter(request)
                && consommer(DEFI_DE_CREATION, request) instanceof PublicKeyCredentialCreationOptions options) {
            try {
                preuves.ajouterCle(
                        options,
                        new RelyingPartyPublicKey(json.readValue(corps, NOUVELLE_CLE), nom.isBlank() ? "Clé" : nom));
                request.getSession().removeAttribute(PREUVE);
                return ResponseEntity.ok(Map.of("suite", "/compte?cle"));
            } catch (JacksonException | IllegalArgumentException | com.webauthn4j.util.exception.WebAuthnException e) {
                LOG.info("Une clé d’accès n’est pas ajoutée : {}", e.getClass().getSimpleName());
            }
        }
        return ResponseEntity.badRequest().body(Map.of("refus", "cle"));
    }

    @PostMapping("/compte/cle/retirer")
    String retirer(@RequestParam String id, RedirectAttributes suite) {
        suite.addFlashAttribute("fait", preuves.retirerCle(id) ? "cle" : "cle-inconnue");
        return "redirect:/compte";
    }

    private boolean peutAjouter(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                && session.getAttribute(PREUVE) instanceof Instant le
                && clock.instant().isBefore(le.plus(VALIDITE_DE_LA_PREUVE));
    }

    private static @Nullable Object consommer(String defi, HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            return null;
        }
        Object options = session.getAttribute(defi);
        session.removeAttribute(defi);
        return options;
    }
}
