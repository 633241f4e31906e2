package fr.roubaix.cln.hub.verificateur;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.core.io.ClassPathResource;

/**
 * The verifier as one HTML file to keep: the scripts and styles of the public page, word for word, inside. Browsers do not
 * load modules from {@code file://}, hence plain scripts; the policy inside lets exactly these run and nothing be fetched.
 */
final class PageHorsLigne {

    /** In the order in which they need one another. */
    private static final List<String> SCRIPTS =
            List.of("empreinte", "liste", "plan", "tirage", "comparaison", "mots", "etapes", "page");

    private static final String DOSSIER = "META-INF/resources/site/verificateur/";

    private PageHorsLigne() {}

    static byte[] composer() {
        String script =
                SCRIPTS.stream().map(nom -> texte(DOSSIER + nom + ".js")).collect(Collectors.joining("\n", "\n", "\n"));
        String style = "\n" + texte(DOSSIER + "verificateur.css") + "\n";
        return texte("verificateur/hors-ligne.html")
                .replace("<!--politique-->", politique(script, style))
                .replace("<!--style-->", "<style>" + style + "</style>")
                .replace("<!--script-->", "<script>" + script + "</script>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String politique(String script, String style) {
        return "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src '"
                + empreinte(script) + "'; style-src '" + empreinte(style) + "'; base-uri 'none'; form-action 'none'\">";
    }

    /** As a policy names an inline text (CSP level 3, section 2.3.1). */
    private static String empreinte(String texte) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(texte.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(sha256);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String texte(String chemin) {
        return new String(Programmes.lire(new ClassPathResource(chemin)), StandardCharsets.UTF_8);
    }
}
