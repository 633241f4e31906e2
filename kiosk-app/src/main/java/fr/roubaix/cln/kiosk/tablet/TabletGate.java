package fr.roubaix.cln.kiosk.tablet;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import fr.roubaix.cln.hardware.profile.TerminalProfile.Kind;
import fr.roubaix.cln.kiosk.device.Station;

/**
 * Who comes in. What arrives by the tablets' connector, whatever it says of itself, sees the page that asks for a code and
 * nothing else until it carries the secret of a tablet; then the screens for people, and never the devices, the health or
 * the trial pages of the terminal. What arrives by the terminal's own connector comes from this machine. A visit that began
 * at one place is refused at any other: a session's number, were it stolen, opens nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class TabletGate extends OncePerRequestFilter {

    /** The prefix makes browsers refuse it from anywhere but this very host, encrypted (RFC 6265bis, 4.1.3.2). */
    static final String COOKIE = "__Host-CLN-TABLETTE";

    /** Browsers keep no cookie longer (RFC 6265bis, 5.5); it is given again at every page. */
    private static final Duration COOKIE_LIFE = Duration.ofDays(400);

    private static final String VISIT_COOKIE = "CLN_BORNE";

    /** What the screens for people are made of. */
    private static final List<String> OPEN = List.of("/borne/", "/VAADIN/", "/aura/", "/cln/", "/lecteur/image");

    private static final List<String> TERMINAL_ONLY = List.of("/borne/materiel", "/borne/galerie");

    private static final Logger LOG = LoggerFactory.getLogger(TabletGate.class);

    private final TabletAccess access;
    private final Tablets tablets;
    private final TabletVisits visits;
    private final PairingPage page;

    TabletGate(TabletAccess access, Tablets tablets, TabletVisits visits, PairingPage page) {
        this.access = access;
        this.tablets = tablets;
        this.visits = visits;
        this.page = page;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // The port of the socket: what a request says of itself, its Host header first of all, decides nothing.
        if (access.leadsTo(request.getLocalPort())) {
            fromATablet(request, response, chain);
        } else {
            fromThisMachine(request, response, chain);
        }
    }

    private static void fromThisMachine(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var visit = request.getSession(false);
        if (!InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                || (visit != null && Station.of(visit).isPresent())) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void fromATablet(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var secret = secret(request);
        var paired = secret.flatMap(tablets::recognise);
        if (paired.isEmpty()) {
            page.answer(request, response, this::carry);
            return;
        }
        var tablet = paired.get();
        var station = new Station(tablet.id().text(), tablet.screen());
        var visit = request.getSession(false);
        if (visit != null && !Station.of(visit).equals(Optional.of(station))) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        tablets.seen(tablet);
        String path = path(request);
        if (path.equals("/")) {
            carry(response, secret.orElseThrow());
            seeOther(response, tablet.screen().kind() == Kind.AGENT_TABLET ? "/borne/agent" : "/borne/");
        } else if (OPEN.stream().anyMatch(path::startsWith)
                && TERMINAL_ONLY.stream().noneMatch(path::startsWith)) {
            chain.doFilter(new OfATablet(request, station), response);
            if (!tablets.holds(tablet.id())) {
                // Revoked in the middle of this request: the visit that it may have begun ends with it.
                visits.end(tablet.id());
            }
        } else {
            refuse(response, HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** As the server understood it, without what hides dots and slashes. */
    private static String path(HttpServletRequest request) {
        return Optional.ofNullable(request.getServletPath()).orElse("")
                + Optional.ofNullable(request.getPathInfo()).orElse("");
    }

    private static Optional<String> secret(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** Gives a tablet its secret to carry. */
    private void carry(HttpServletResponse response, String secret) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, secret)
                        .secure(true)
                        .httpOnly(true)
                        .sameSite("Strict")
                        .path("/")
                        .maxAge(COOKIE_LIFE)
                        .build()
                        .toString());
    }

    /** By path alone: an absolute address would be made of what the request calls this machine. */
    private static void seeOther(HttpServletResponse response, String path) {
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, path);
    }

    /** The visit that was shown is not this place's: the browser forgets it, and its next request begins another. */
    private static void refuse(HttpServletResponse response, int status) {
        if (status == HttpServletResponse.SC_FORBIDDEN) {
            LOG.warn("A request was refused: its visit belongs to another place");
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(VISIT_COOKIE, "")
                            .path("/")
                            .httpOnly(true)
                            .maxAge(0)
                            .build()
                            .toString());
        }
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(status);
    }

    /** Its visit, from the moment when it begins, is the tablet's. */
    private final class OfATablet extends HttpServletRequestWrapper {

        private final Station station;

        OfATablet(HttpServletRequest request, Station station) {
            super(request);
            this.station = station;
        }

        @Override
        public HttpSession getSession() {
            return getSession(true);
        }

        @Override
        @SuppressWarnings("NullAway") // the servlet API answers null for "no session, and none wanted"
        public HttpSession getSession(boolean create) {
            var visit = super.getSession(create);
            if (visit != null && Station.of(visit).isEmpty()) {
                visits.begin(visit, station);
            }
            return visit;
        }
    }
}
