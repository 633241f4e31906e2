package fr.roubaix.cln.hub.attaques;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import fr.roubaix.cln.hub.security.Role;
import fr.roubaix.cln.hub.tirage.CleDeSalle;

/**
 * Every address that the running hub serves, asked for by nobody in particular and by every role. An address that is not
 * in these lists fails the test: whoever adds one says here whom it is for.
 */
class ForcedBrowsingTest extends AttackedHub {

    private static final Set<Role> NOBODY = EnumSet.noneOf(Role.class);
    private static final Set<Role> EVERYONE_BUT_MEMBERS = EnumSet.complementOf(EnumSet.of(Role.MEMBRE));

    static final String OPEN_TO_ALL = "candidature";

    static final Map<String, Set<Role>> SCREENS = Map.ofEntries(
            // The form at home, for people without account as for staff.
            entry(OPEN_TO_ALL, EnumSet.allOf(Role.class)),
            entry("gestion", EVERYONE_BUT_MEMBERS),
            entry("gestion/a-confirmer", EnumSet.of(Role.TIRAGE, Role.PRESIDENCE, Role.OBSERVATEUR, Role.ADMIN)),
            entry("gestion/acces", EnumSet.of(Role.DPO)),
            entry("gestion/affichage", EnumSet.of(Role.SECRETARIAT, Role.TIRAGE, Role.PRESIDENCE, Role.OBSERVATEUR)),
            entry("gestion/agents", EnumSet.of(Role.ADMIN)),
            entry("gestion/appel", EnumSet.of(Role.SECRETARIAT)),
            entry("gestion/avis", EnumSet.of(Role.SECRETARIAT)),
            entry("gestion/bornes", EnumSet.of(Role.ADMIN)),
            entry("gestion/candidatures", EnumSet.of(Role.SECRETARIAT)),
            entry("gestion/candidatures/saisir", EnumSet.of(Role.SECRETARIAT)),
            entry(
                    "gestion/completude",
                    EnumSet.of(Role.SECRETARIAT, Role.TIRAGE, Role.PRESIDENCE, Role.OBSERVATEUR, Role.ADMIN)),
            entry("gestion/comptes", EnumSet.of(Role.ADMIN)),
            entry("gestion/conservation", EnumSet.of(Role.DPO)),
            entry("gestion/conservation/executions", EnumSet.of(Role.DPO)),
            entry("gestion/droits", EnumSet.of(Role.DPO)),
            entry("gestion/irrecevabilites", EnumSet.of(Role.SECRETARIAT, Role.PRESIDENCE)),
            entry("gestion/mises-de-cote", EnumSet.of(Role.SECRETARIAT, Role.TIRAGE, Role.ADMIN)),
            entry("gestion/registre", EnumSet.of(Role.PRESIDENCE, Role.OBSERVATEUR, Role.DPO, Role.ADMIN)),
            entry("gestion/retraits", EnumSet.of(Role.SECRETARIAT)),
            entry("gestion/sauvegardes", EnumSet.of(Role.ADMIN)),
            entry("gestion/proces-verbaux", EnumSet.of(Role.SECRETARIAT, Role.PRESIDENCE)),
            entry("gestion/tirage", EnumSet.of(Role.TIRAGE, Role.PRESIDENCE, Role.OBSERVATEUR)),
            entry("gestion/trousseau", EnumSet.of(Role.ADMIN)),
            // Leads to sign-in as soon as there is an account.
            entry("premier-compte", NOBODY));

    /** Who a page or a door outside the screens is for. */
    private enum For {
        EVERYONE,
        SIGNED_IN,
        READERS_OF_THE_REGISTER,
        KIOSKS,
        /** Only the server asks for it, to answer an error. */
        THE_SERVER
    }

    private static final Map<String, For> PAGES = Map.ofEntries(
            entry("GET /", For.EVERYONE),
            entry("GET /appel", For.EVERYONE),
            entry("GET /appel/fiche.pdf", For.EVERYONE),
            entry("GET /vie-privee", For.EVERYONE),
            entry("GET /vos-donnees", For.EVERYONE),
            entry("GET /vos-donnees.pdf", For.EVERYONE),
            entry("GET /vos-donnees/registre-des-traitements", For.EVERYONE),
            entry("GET /vos-donnees/registre-des-traitements.pdf", For.EVERYONE),
            entry("GET /vos-donnees/examen-prealable", For.EVERYONE),
            entry("GET /vos-donnees/examen-prealable.pdf", For.EVERYONE),
            entry("GET /vos-donnees/{nom:[a-z-]+}", For.EVERYONE),
            entry("GET /vos-donnees/{nom:[a-z-]+}.pdf", For.EVERYONE),
            entry("GET /tirages", For.EVERYONE),
            entry("GET /tirages/{appel:[a-z0-9-]{1,32}}", For.EVERYONE),
            entry("GET /tirages/{appel:[a-z0-9-]{1,32}}/verifier", For.EVERYONE),
            entry("GET /tirages/{appel:[a-z0-9-]{1,32}}/liste.csv", For.EVERYONE),
            entry("GET /tirages/{appel:[a-z0-9-]{1,32}}/pv.json", For.EVERYONE),
            entry("GET /tirages/{appel:[a-z0-9-]{1,32}}/proces-verbal.pdf", For.EVERYONE),
            entry("GET /tirages/{appel:[a-z0-9-]{1,32}}/ceremonie.json", For.EVERYONE),
            entry("GET /tirages/{appel:[a-z0-9-]{1,32}}/recherche", For.EVERYONE),
            entry("POST /tirages/{appel:[a-z0-9-]{1,32}}/recherche", For.EVERYONE),
            entry("POST /tirages/{appel:[a-z0-9-]{1,32}}/recherche/photo", For.EVERYONE),
            entry("GET /tirages/{appel:[a-z0-9-]{1,32}}/listes-annulees/{empreinte:[0-9a-f]{64}}.csv", For.EVERYONE),
            entry("GET /tirages/{appel:[a-z0-9-]{1,32}}/cln-verificateur.jar", For.EVERYONE),
            entry("GET /tirages/{appel:[a-z0-9-]{1,32}}/cln-verificateur.html", For.EVERYONE),
            entry("GET /tirages/{appel:[a-z0-9-]{1,32}}/a-la-main", For.EVERYONE),
            entry("POST /tirages/{appel:[a-z0-9-]{1,32}}/a-la-main", For.EVERYONE),
            entry("GET /projection/{appel:[a-z0-9-]{1,32}}", For.EVERYONE),
            entry("GET /projection/{appel:[a-z0-9-]{1,32}}/etat", For.EVERYONE),
            // Whoever has the key; nobody finds it by trying.
            entry("GET /repetitions/{cle:" + CleDeSalle.FORME + "}", For.EVERYONE),
            entry("GET /repetitions/{cle:" + CleDeSalle.FORME + "}/etat", For.EVERYONE),
            entry("GET /verificateur/cln-verificateur.jar", For.EVERYONE),
            entry("GET /verificateur/cln-verificateur.html", For.EVERYONE),
            entry("GET /registre/etat", For.READERS_OF_THE_REGISTER),
            entry("GET /connexion", For.EVERYONE),
            entry("POST /connexion", For.EVERYONE),
            entry("GET /connexion/code", For.EVERYONE),
            entry("POST /connexion/code", For.EVERYONE),
            entry("GET /connexion/inscription", For.EVERYONE),
            entry("POST /connexion/inscription", For.EVERYONE),
            entry("POST /connexion/cle", For.EVERYONE),
            entry("POST /connexion/cle/options", For.EVERYONE),
            entry("GET /compte", For.SIGNED_IN),
            entry("GET /compte/codes", For.SIGNED_IN),
            entry("POST /compte/codes", For.SIGNED_IN),
            entry("POST /compte/mot-de-passe", For.SIGNED_IN),
            entry("POST /compte/sessions/fermer", For.SIGNED_IN),
            entry("POST /compte/telephone", For.SIGNED_IN),
            entry("GET /compte/cle", For.SIGNED_IN),
            entry("POST /compte/cle", For.SIGNED_IN),
            entry("POST /compte/cle/options", For.SIGNED_IN),
            entry("POST /compte/cle/preuve", For.SIGNED_IN),
            entry("POST /compte/cle/retirer", For.SIGNED_IN),
            entry("GET /api/borne/v1/adresses", For.KIOSKS),
            entry("GET /api/borne/v1/adresses/fichier", For.KIOSKS),
            entry("GET /api/borne/v1/bulletin", For.KIOSKS),
            entry("GET /api/borne/v1/statuts", For.KIOSKS),
            entry("POST /api/borne/v1/envelopes", For.KIOSKS),
            // A kiosk has no number yet, and brings a code instead.
            entry("POST /api/borne/v1/enrolment", For.EVERYONE),
            entry("GET /actuator", For.EVERYONE),
            entry("GET /actuator/health", For.EVERYONE),
            entry("GET /actuator/health/**", For.EVERYONE),
            entry("GET /error", For.THE_SERVER));

    @Autowired
    private ServletContext servlet;

    @Test
    void whom_every_screen_is_for_is_written_here() {
        var served =
                ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlet)).getRegisteredRoutes().stream()
                        .map(route -> route.getTemplate())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(served).isEqualTo(new TreeSet<>(SCREENS.keySet()));
    }

    @Test
    void whom_every_other_address_is_for_is_written_here() {
        assertThat(served()).isEqualTo(new TreeSet<>(PAGES.keySet()));
    }

    @Test
    void a_screen_opens_for_those_it_is_for_and_for_nobody_else() {
        new TreeMap<>(SCREENS).forEach((screen, roles) -> {
            for (Role role : Role.values()) {
                String shown = staff(role).screen(screen, "");
                assertThat(opened(shown))
                        .as("%s as %s: %s", screen, role, shown)
                        .isEqualTo(roles.contains(role));
            }
            assertThat(opened(stranger().screen(screen, "")))
                    .as(screen + " as nobody")
                    .isEqualTo(screen.equals(OPEN_TO_ALL));
            assertThat(stranger().get("/app/" + screen).location())
                    .as("the page itself")
                    .isEqualTo(screen.equals("premier-compte") || screen.equals(OPEN_TO_ALL) ? "" : "/connexion");
        });
    }

    @Test
    void every_other_address_answers_those_it_is_for_and_nobody_else() {
        new TreeMap<>(PAGES).forEach((address, whom) -> {
            expect(address, whom == For.EVERYONE, whom, stranger(), "/connexion");
            for (Role role : Role.values()) {
                expect(address, isFor(whom, role), whom, staff(role), "/compte");
            }
        });
    }

    private static boolean isFor(For whom, Role role) {
        return switch (whom) {
            case EVERYONE, SIGNED_IN -> true;
            case READERS_OF_THE_REGISTER ->
                Objects.requireNonNull(SCREENS.get("gestion/registre")).contains(role);
            case KIOSKS, THE_SERVER -> false;
        };
    }

    private static void expect(String address, boolean answered, For whom, Browser who, String pageWithAForm) {
        String method = address.substring(0, address.indexOf(' '));
        String target =
                address.substring(method.length() + 1).replace("**", "x").replaceAll("\\{.*\\}", "x");
        boolean form = method.equals("POST") && !target.startsWith("/api/");
        var reply =
                form ? who.submit(pageWithAForm, target) : who.send(method, target, List.of("Accept: text/html"), "");
        String as = address + " answered " + reply;
        assertThat(reply.status()).as(as).isLessThan(500);
        boolean sentToSignIn = reply.status() == 302 && reply.location().equals("/connexion");
        boolean refused = reply.status() == 401 || reply.status() == 403 || sentToSignIn;
        assertThat(refused).as(as).isEqualTo(!answered);
        if (whom == For.KIOSKS) {
            assertThat(reply.status()).as(as).isEqualTo(401);
        }
    }

    /** A screen that refuses says so, or sends elsewhere. */
    private static boolean opened(String shown) {
        assertThat(shown).doesNotContain("Cet écran n’a pas pu s’ouvrir", "Exception");
        return !shown.contains("Accès réservé") && !shown.contains("connexion\",\"_self\"") && !shown.contains("302 ");
    }

    private Set<String> served() {
        return hub.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info -> info.getPatternValues().stream()
                        .flatMap(pattern ->
                                info.getMethodsCondition().getMethods().isEmpty()
                                        ? List.of("GET " + pattern).stream()
                                        : info.getMethodsCondition().getMethods().stream()
                                                .map(method -> method + " " + pattern)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
