package fr.roubaix.cln.hub.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.util.HtmlUtils;

/** What a browser shows for an address outside the staff screens that fails: never the cause, always a way on. */
@Component("error")
class PageDErreur implements View {

    private static final int DEFAUT_DU_HUB = 500;

    private final ResourceBundle textes = ResourceBundle.getBundle("vaadin-i18n.translations", Locale.FRENCH);

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int statut = response.getStatus();
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(statut < DEFAUT_DU_HUB ? page(titre(statut), phrase(statut)) : incident(request));
    }

    private String incident(HttpServletRequest request) {
        Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        String numero = Incident.noter(
                cause instanceof Throwable exception
                        ? exception
                        : new IllegalStateException(
                                String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))));
        return page(
                textes.getString("erreur.incident.titre"),
                MessageFormat.format(textes.getString("erreur.incident"), numero));
    }

    private String titre(int statut) {
        return textes.getString(
                statut == HttpServletResponse.SC_NOT_FOUND ? "erreur.introuvable.titre" : "erreur.demande.titre");
    }

    private String phrase(int statut) {
        return textes.getString(
                statut == HttpServletResponse.SC_NOT_FOUND ? "erreur.introuvable.adresse" : "erreur.demande");
    }

    private String page(String titre, String phrase) {
        return """
                <!doctype html>
                <html lang="fr" data-profile="hub" data-theme="clair">
                <head><meta charset="utf-8"><title>%1$s</title>
                <link rel="stylesheet" href="/cln/tokens.css"><link rel="stylesheet" href="/cln/components.css">
                <link rel="stylesheet" href="/hub/hub.css"></head>
                <body><main class="seuil"><p class="wordmark">%2$s</p>
                <div class="seuil__carte formulaire"><h1>%1$s</h1><p>%3$s</p><p><a href="/app/">%4$s</a></p></div>
                </main></body></html>
                """.formatted(
                        HtmlUtils.htmlEscape(titre, "UTF-8"),
                        HtmlUtils.htmlEscape(textes.getString("enseigne"), "UTF-8"),
                        HtmlUtils.htmlEscape(phrase, "UTF-8"),
                        HtmlUtils.htmlEscape(textes.getString("erreur.retour"), "UTF-8"));
    }
}
