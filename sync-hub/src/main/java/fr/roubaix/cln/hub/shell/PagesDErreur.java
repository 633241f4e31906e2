package fr.roubaix.cln.hub.shell;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a browser shows for an address outside the staff screens that fails: never the cause, always a way on, and a
 * number that finds the failure in the log. An address that does not exist, or a crowd, is no failure: no number.
 */
@Component
class PagesDErreur implements ErrorViewResolver {

    private static final Set<HttpStatus> PROPRES = Set.of(
            HttpStatus.BAD_REQUEST,
            HttpStatus.FORBIDDEN,
            HttpStatus.NOT_FOUND,
            HttpStatus.METHOD_NOT_ALLOWED,
            HttpStatus.CONTENT_TOO_LARGE,
            HttpStatus.TOO_MANY_REQUESTS);
    private static final Set<HttpStatus> SANS_NUMERO = Set.of(HttpStatus.NOT_FOUND, HttpStatus.TOO_MANY_REQUESTS);

    private final MessageSource textes;

    PagesDErreur(MessageSource textes) {
        this.textes = textes;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus statut, Map<String, Object> ignored) {
        String cle = "erreur.page." + famille(statut);
        var page = new HashMap<String, @Nullable Object>();
        page.put("titre", texte(cle + ".titre"));
        page.put("phrase", texte(cle + ".phrase"));
        page.put("incident", numero(request, statut));
        return new ModelAndView("erreur", page, statut);
    }

    private static String famille(HttpStatus statut) {
        if (PROPRES.contains(statut)) {
            return Integer.toString(statut.value());
        }
        return statut.is5xxServerError() ? "5xx" : "4xx";
    }

    private static @Nullable String numero(HttpServletRequest request, HttpStatus statut) {
        if (SANS_NUMERO.contains(statut)) {
            return null;
        }
        String adresse = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (statut.is4xxClientError()) {
            return Incident.refuser(statut.value(), request.getMethod(), adresse);
        }
        return Incident.noter(
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause
                        ? cause
                        : new IllegalStateException(statut + " " + adresse));
    }

    private String texte(String cle) {
        return textes.getMessage(cle, null, Locale.FRENCH);
    }
}
