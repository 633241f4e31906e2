package fr.roubaix.cln.hub.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The one-time code that lets whoever can read the start-up log create the first administrator. It exists only while
 * there is no account, lives in memory and serves once.
 */
@Component
class CodeInitial {

    private static final Logger LOG = LoggerFactory.getLogger(CodeInitial.class);
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LONGUEUR = 16;

    private final Comptes comptes;
    private @Nullable String code;

    CodeInitial(Comptes comptes) {
        this.comptes = comptes;
    }

    @EventListener(ApplicationReadyEvent.class)
    void annoncer() {
        if (comptes.aucun()) {
            LOG.warn(
                    "Aucun compte n'existe. Ouvrez /app/premier-compte et entrez ce code, qui sert une seule fois : {}",
                    nouveau());
        }
    }

    /** Makes a new code, which replaces the previous one. */
    synchronized String nouveau() {
        var random = new SecureRandom();
        var texte = new StringBuilder();
        for (int i = 0; i < LONGUEUR; i++) {
            texte.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        code = texte.toString();
        return code;
    }

    /** Whether this is the code, compared in constant time. */
    synchronized boolean reconnait(String saisi) {
        return code != null && MessageDigest.isEqual(octets(code), octets(saisi));
    }

    /** Uses the code up; false when this is not the code, or it has served. */
    synchronized boolean consommer(String saisi) {
        boolean reconnu = reconnait(saisi);
        if (reconnu) {
            code = null;
        }
        return reconnu;
    }

    private static byte[] octets(String texte) {
        return texte.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "").getBytes(StandardCharsets.US_ASCII);
    }
}
