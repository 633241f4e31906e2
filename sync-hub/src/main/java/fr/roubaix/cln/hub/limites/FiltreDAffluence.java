package fr.roubaix.cln.hub.limites;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stops whoever comes too often before anything is done for them. To be set after the filter that writes the headers of
 * its chain, so that the answer has them too; by then the chain knows who is signed in.
 */
public final class FiltreDAffluence extends OncePerRequestFilter {

    private static final Set<String> LECTURES = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern ECRANS = Pattern.compile("/app(/.*)?");
    private static final Pattern PROJECTION = Pattern.compile("/(projection|repetitions)/[a-z0-9-]+/etat");
    private static final Pattern PHOTO = Pattern.compile("/tirages/[a-z0-9-]+/recherche/photo");
    private static final Pattern ANNUAIRE = Pattern.compile("/(login/)?oauth2/.*");
    private static final Pattern AVEC_SESSION = Pattern.compile("/(app|connexion|compte|oauth2|login)(/.*)?");

    /** What Vaadin's client asks from a page that is open. */
    private static final Set<String> SUITES = Set.of("v-r=uidl&", "v-r=heartbeat&");

    private static final String TOUT_LE_MONDE = "tous";

    private final Portier portier;

    public FiltreDAffluence(Portier portier) {
        this.portier = portier;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String adresse = Adresse.de(request);
        Optional<Duration> attente = portes(request).stream()
                .map(porte -> portier.attente(porte, porte == Porte.PHOTOS_EN_TOUT ? TOUT_LE_MONDE : adresse))
                .flatMap(Optional::stream)
                .findFirst();
        if (attente.isPresent()) {
            TropDeDemandes.repondre(request, response, attente.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Set<Porte> portes(HttpServletRequest request) {
        // Decoded, as what answers the request reads it.
        String chemin = request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
        var portes = EnumSet.of(porte(request.getMethod(), chemin));
        if (portes.contains(Porte.PHOTOS)) {
            portes.add(Porte.PHOTOS_EN_TOUT);
        }
        if (AVEC_SESSION.matcher(chemin).matches()
                && SecurityContextHolder.getContext().getAuthentication() == null
                && !seulementSuite(request, chemin)) {
            portes.add(Porte.VISITES);
        }
        return portes;
    }

    /** Goes on with a page that is open, as in the middle of the form at home: neither a session nor a page is begun. */
    private static boolean seulementSuite(HttpServletRequest request, String chemin) {
        String demande = String.valueOf(request.getQueryString());
        return request.isRequestedSessionIdValid()
                && (chemin.startsWith("/app/VAADIN/") || SUITES.stream().anyMatch(demande::startsWith));
    }

    private static Porte porte(String methode, String chemin) {
        if (ECRANS.matcher(chemin).matches()) {
            return Porte.ECRANS;
        }
        if (LECTURES.contains(methode) && PROJECTION.matcher(chemin).matches()) {
            return Porte.PROJECTION;
        }
        if (PHOTO.matcher(chemin).matches()) {
            return Porte.PHOTOS;
        }
        return LECTURES.contains(methode) && !ANNUAIRE.matcher(chemin).matches() ? Porte.PAGES : Porte.ENTREES;
    }
}
