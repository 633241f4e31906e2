package fr.roubaix.cln.hub.security;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in whose first proof was right. It opens nothing but the page of the second proof, and not for long.
 *
 * @param identifiant whose
 * @param depuis since when
 * @param telephone whether a new telephone may be registered although the account has one
 * @param ajoutes roles that the city's directory adds to those of the account
 * @param secret what is being put in a telephone, in hexadecimal; nothing before that page was shown
 */
record EntreeEnCours(
        String identifiant,
        Instant depuis,
        boolean telephone,
        Set<Role> ajoutes,
        @Nullable String secret) implements Serializable {

    private static final Duration DELAI = Duration.ofMinutes(10);
    private static final String NOM = EntreeEnCours.class.getName();

    static EntreeEnCours de(Identifiant identifiant, Instant depuis) {
        return new EntreeEnCours(identifiant.valeur(), depuis, false, Set.of(), null);
    }

    static EntreeEnCours pourUnTelephone(Identifiant identifiant, Instant depuis) {
        return new EntreeEnCours(identifiant.valeur(), depuis, true, Set.of(), null);
    }

    static EntreeEnCours parAnnuaire(Identifiant identifiant, Instant depuis, Set<Role> ajoutes) {
        return new EntreeEnCours(identifiant.valeur(), depuis, false, Set.copyOf(ajoutes), null);
    }

    EntreeEnCours avec(byte[] propose) {
        return new EntreeEnCours(
                identifiant, depuis, telephone, ajoutes, HexFormat.of().formatHex(propose));
    }

    Optional<byte[]> octetsDuSecret() {
        return Optional.ofNullable(secret).map(HexFormat.of()::parseHex);
    }

    /** Never shows the secret, not even in a log. */
    @Override
    public String toString() {
        return "EntreeEnCours[" + identifiant + "]";
    }

    Identifiant qui() {
        return new Identifiant(identifiant);
    }

    void garder(HttpSession session) {
        session.setAttribute(NOM, this);
    }

    static Optional<EntreeEnCours> lire(HttpServletRequest request, Instant maintenant) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (EntreeEnCours) session.getAttribute(NOM))
                .filter(entree -> maintenant.isBefore(entree.depuis().plus(DELAI)));
    }
}
