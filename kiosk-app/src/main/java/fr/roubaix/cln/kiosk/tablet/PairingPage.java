package fr.roubaix.cln.kiosk.tablet;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.function.BiConsumer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

import fr.roubaix.cln.kiosk.tablet.Pairing.Answer;

/**
 * The one page that a tablet sees before it is paired: a field for the code. Whole in one answer, without a script, an image
 * or a session, so that nothing else needs to be let through. It is for staff, and in French.
 */
@Component
class PairingPage {

    private static final int TOO_MANY = 429;

    /** More than the longest code with its blanks, in a form. */
    private static final int LARGEST_FORM = 200;

    private static final String STYLE = """
            :root{color-scheme:light}
            body{margin:0;min-height:100vh;display:grid;place-items:center;background:#eff4f2;color:#12211f;\
            font:1.35rem/1.4 "Instrument Sans",system-ui,sans-serif}
            main{box-sizing:border-box;width:min(40rem,100% - 2rem);padding:2.5rem;background:#fff;border-radius:1.25rem;\
            border:1.5px solid #d0dbd8}
            h1{margin:0 0 1rem;font-size:2rem;line-height:1.2}
            label{display:block;margin:1.75rem 0 .5rem;font-weight:600}
            input{box-sizing:border-box;width:100%;min-height:4.75rem;padding:.5rem 1rem;font:inherit;\
            font-size:2.25rem;font-weight:600;letter-spacing:.12em;color:inherit;background:#fff;\
            border:2px solid #687976;border-radius:.75rem}
            button{width:100%;min-height:4.75rem;margin-top:1.25rem;font:inherit;font-weight:600;color:#fff;\
            background:#0b5a54;border:0;border-radius:.75rem}
            :focus-visible{outline:4px solid #1f3fd6;outline-offset:3px}
            .aide{color:#3f4f4c}
            .erreur{padding:1rem 1.25rem;background:#fbe3e0;color:#8f1717;border:2px solid;border-radius:.75rem}
            [aria-invalid]{border-color:#8f1717;border-width:3px}
            """;

    private static final String POLICY = "default-src 'none'; style-src '" + hashOf(STYLE)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Pairing pairing;
    private final MessageSource texts = texts();

    PairingPage(Pairing pairing) {
        this.pairing = pairing;
    }

    /**
     * Answers whatever an unpaired tablet asks.
     *
     * @param carry gives the tablet its secret
     */
    void answer(HttpServletRequest request, HttpServletResponse response, BiConsumer<HttpServletResponse, String> carry)
            throws IOException {
        headers(response);
        boolean form = request.getRequestURI().equals("/");
        switch (request.getMethod()) {
            case "GET", "HEAD" ->
                show(response, form ? HttpServletResponse.SC_OK : HttpServletResponse.SC_UNAUTHORIZED, "");
            case "POST" -> {
                if (form && fromItself(request)) {
                    redeem(request, response, carry);
                } else {
                    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                }
            }
            default -> response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private void redeem(
            HttpServletRequest request, HttpServletResponse response, BiConsumer<HttpServletResponse, String> carry)
            throws IOException {
        long length = request.getContentLengthLong();
        String typed = length >= 0 && length <= LARGEST_FORM ? request.getParameter("code") : null;
        switch (pairing.redeem(typed == null ? "" : typed, request.getRemoteAddr())) {
            case Answer.Paired(var secret) -> {
                carry.accept(response, secret);
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader(HttpHeaders.LOCATION, "/");
            }
            case Answer.Wrong _ -> show(response, HttpServletResponse.SC_FORBIDDEN, text("tablette.code.faux"));
            case Answer.TurnedAway _ -> show(response, TOO_MANY, text("tablette.code.trop"));
            case Answer.Impossible _ ->
                show(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, text("tablette.code.impossible"));
        }
    }

    /** A page of somebody else that a tablet happens to show cannot spend its tries. */
    private static boolean fromItself(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        String host = request.getHeader(HttpHeaders.HOST);
        if (origin == null) {
            return true;
        }
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static void headers(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
    }

    private void show(HttpServletResponse response, int status, String error) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(html(error).getBytes(StandardCharsets.UTF_8));
    }

    private String html(String error) {
        String alert = error.isEmpty()
                ? ""
                : "<p class=\"erreur\" id=\"erreur\" role=\"alert\">" + HtmlUtils.htmlEscape(error, "UTF-8") + "</p>";
        return """
                <!doctype html>
                <html lang="fr">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s</title>
                <style>%2$s</style>
                </head>
                <body>
                <main>
                <h1>%1$s</h1>
                <p>%3$s</p>
                %4$s
                <form method="post" action="/" autocomplete="off">
                <label for="code">%5$s</label>
                <input id="code" name="code" inputmode="numeric" maxlength="20" required autofocus \
                autocomplete="off" spellcheck="false" aria-describedby="aide%7$s"%8$s>
                <p class="aide" id="aide">%6$s</p>
                <button type="submit">%9$s</button>
                </form>
                </main>
                </body>
                </html>
                """.formatted(
                        escaped("tablette.titre"),
                        STYLE,
                        escaped("tablette.explication"),
                        alert,
                        escaped("tablette.code"),
                        escaped("tablette.code.aide"),
                        error.isEmpty() ? "" : " erreur",
                        error.isEmpty() ? "" : " aria-invalid=\"true\"",
                        escaped("tablette.associer"));
    }

    private String escaped(String key) {
        return HtmlUtils.htmlEscape(text(key), "UTF-8");
    }

    private String text(String key) {
        return texts.getMessage(key, null, Locale.FRENCH);
    }

    private static MessageSource texts() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("vaadin-i18n.personnel");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }

    private static String hashOf(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java machine has SHA-256", e);
        }
    }
}
