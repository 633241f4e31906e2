package fr.roubaix.cln.hub.ingest;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.hub.limites.Adresse;
import fr.roubaix.cln.hub.limites.Porte;
import fr.roubaix.cln.hub.limites.Portier;
import fr.roubaix.cln.hub.limites.TropDeDemandes;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.RequestAuthorization;
import fr.roubaix.cln.sync.RequestAuthorization.Request;

/**
 * Lets in the requests that an enrolled kiosk signed. Reads the whole body first, at most {@link Batch#MAX_BYTES},
 * because the signature covers it. A request without a valid signature goes on as nobody.
 */
final class KioskSignatureFilter extends OncePerRequestFilter {

    /** What a request signed by an enrolled kiosk may; a person signed in to the hub never has it. */
    static final String KIOSK = "KIOSK";

    /** The one request that comes before a kiosk has a number. */
    static final String ENROLMENT = "/api/borne/v1/enrolment";

    /** What a request that no kiosk signed counts for, besides itself: the hub looked for a kiosk and a signature. */
    private static final int POIDS_D_UN_REFUS = 9;

    private final Kiosks kiosks;
    private final Portier portier;
    private final Clock clock;

    KioskSignatureFilter(Kiosks kiosks, Portier portier, Clock clock) {
        this.kiosks = kiosks;
        this.portier = portier;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Before anything is read: whoever comes too often costs no more than this.
        String address = Adresse.de(request);
        boolean enrolment = ENROLMENT.equals(request.getRequestURI());
        var crowd = portier.attente(enrolment ? Porte.ENROLEMENTS : Porte.BORNES, address);
        if (crowd.isPresent()) {
            TropDeDemandes.repondre(request, response, crowd.get());
            return;
        }
        byte[] body = request.getInputStream().readNBytes(Batch.MAX_BYTES + 1);
        if (body.length > Batch.MAX_BYTES) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        // A kiosk whose clock is wrong is refused; with the hub's time it can correct its next claim.
        response.setDateHeader(HttpHeaders.DATE, clock.millis());
        var kiosk = signer(request, body);
        if (kiosk.isEmpty() && !enrolment) {
            portier.alourdir(Porte.BORNES, address, POIDS_D_UN_REFUS);
        }
        // Only its own signature counts against a kiosk: nobody can use up what is another's.
        var haste = kiosk.flatMap(k -> portier.attente(Porte.BORNE, k.id().toString()));
        if (haste.isPresent()) {
            TropDeDemandes.repondre(request, response, haste.get());
            return;
        }
        kiosk.ifPresent(KioskSignatureFilter::letIn);
        chain.doFilter(new BufferedRequest(request, body), response);
    }

    private Optional<Kiosk> signer(HttpServletRequest request, byte[] body) {
        var asked = new Request(request.getMethod(), target(request), Bytes.of(body));
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .flatMap(RequestAuthorization::parse)
                .filter(authorization -> authorization.timely(clock.instant()))
                .flatMap(authorization -> kiosks.byId(authorization.kiosk())
                        .filter(kiosk -> !kiosk.revoked())
                        .filter(kiosk -> authorization.verifies(kiosk.key(), asked)));
    }

    private static void letIn(Kiosk kiosk) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                kiosk, null, AuthorityUtils.createAuthorityList(KIOSK)));
        SecurityContextHolder.setContext(context);
    }

    private static String target(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
