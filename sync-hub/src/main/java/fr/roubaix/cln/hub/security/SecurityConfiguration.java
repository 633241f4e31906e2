package fr.roubaix.cln.hub.security;

import java.time.Clock;
import java.util.Set;
import java.util.regex.Pattern;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

import fr.roubaix.cln.hub.limites.FiltreDAffluence;
import fr.roubaix.cln.hub.limites.Portier;
import fr.roubaix.cln.hub.limites.TailleDesDemandes;

/**
 * Two webs. Staff screens under {@code /app} ask for a sign-in; each view and each use case names the roles it serves.
 * Everything else is for everyone, under the strictest policy a page can live with. The kiosks' door has its own chain,
 * asked first.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity
class SecurityConfiguration {

    /**
     * Everything comes from the hub itself, and no other site may frame it. Vaadin's client starts from inline scripts,
     * compiles templates and sets styles: without these three words its pages stay blank.
     */
    private static final String CONTENU = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; object-src 'none';"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** A page may load its own styles, fonts and pictures, and send its own forms; nothing else at all. */
    private static final String CONTENU_PUBLIC =
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Pages that offer a passkey, which the browser gives to a script alone. */
    private static final Set<String> AVEC_CLES = Set.of("/connexion", "/compte/cle");

    /** Pages of a draw that do it again in the visitor's browser, from its two files, or copy what one points at. */
    private static final Pattern AVEC_CALCUL = Pattern.compile("/tirages/[a-z0-9-]+/(verifier|a-la-main)");

    /** The room's view of a draw, which keeps itself up to date. */
    private static final Pattern VIVANTE = Pattern.compile("/(projection|repetitions)/[a-z0-9-]+");

    /** The room's view of a rehearsal: its address is its key, which no other site and no search engine may learn. */
    private static final String REPETITIONS = "/repetitions/";

    private static final String SCRIPTS = "; script-src 'self'; connect-src 'self'";

    /** Questions put to a draw by a form: they change nothing, and must not cost a session. */
    private static final String[] QUESTIONS = {
        "/tirages/*/recherche", "/tirages/*/recherche/photo", "/tirages/*/a-la-main"
    };

    private static final String CAPACITES = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(),"
            + " display-capture=(), browsing-topics=()";

    private static final String CONNEXION = "/connexion";

    private static final long UN_AN = 31_536_000;

    @Bean
    @Order(100)
    SecurityFilterChain staff(HttpSecurity http, SessionsOuvertes sessions, Portier portier, Clock clock) {
        http.securityMatcher("/app", "/app/**");
        http.addFilterBefore(new SuiviDesSessions(sessions, clock), SecurityContextHolderFilter.class);
        http.addFilterAfter(new FiltreDAffluence(portier), HeaderWriterFilter.class);
        http.addFilterAfter(new TailleDesDemandes(), FiltreDAffluence.class);
        // An error page tells nothing that the refused address did not.
        http.authorizeHttpRequests(requests ->
                requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll());
        // Vaadin would look for the sign-in page among its own screens.
        http.exceptionHandling(refus -> refus.authenticationEntryPoint(versLaConnexion()));
        // An address that nobody serves must reach the page that says so.
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.loginView(CONNEXION, CONNEXION + "?sortie")
                        .addLogoutHandler(new FinDeSession(sessions))
                        .anyRequest(requests -> requests.authenticated()));
        http.headers(headers -> entetes(headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENU))));
        return http.build();
    }

    @Bean
    @Order(200)
    SecurityFilterChain everyone(HttpSecurity http, SessionsOuvertes sessions, Portier portier, Clock clock) {
        http.addFilterBefore(new SuiviDesSessions(sessions, clock), SecurityContextHolderFilter.class);
        http.addFilterAfter(new FiltreDAffluence(portier), HeaderWriterFilter.class);
        http.addFilterAfter(new TailleDesDemandes(), FiltreDAffluence.class);
        // Only the server itself may ask for the page of an error.
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/error")
                .denyAll()
                .requestMatchers("/compte", "/compte/**", "/registre/**")
                .authenticated()
                .anyRequest()
                .permitAll());
        http.exceptionHandling(refus -> refus.authenticationEntryPoint(versLaConnexion()));
        http.csrf(jetons -> jetons.ignoringRequestMatchers(QUESTIONS));
        http.logout(sortie -> sortie.logoutUrl("/deconnexion")
                .addLogoutHandler(new FinDeSession(sessions))
                .logoutSuccessUrl(CONNEXION + "?sortie"));
        http.headers(headers -> {
            headers.addHeaderWriter((request, response) -> response.setHeader(
                    "Content-Security-Policy",
                    avecScripts(request.getRequestURI()) ? CONTENU_PUBLIC + SCRIPTS : CONTENU_PUBLIC));
            headers.addHeaderWriter((request, response) -> {
                if (request.getRequestURI().startsWith(REPETITIONS)) {
                    response.setHeader("Referrer-Policy", "no-referrer");
                    response.setHeader("X-Robots-Tag", "noindex, nofollow");
                }
            });
            entetes(headers);
        });
        return http.build();
    }

    private static boolean avecScripts(String adresse) {
        return AVEC_CLES.contains(adresse)
                || AVEC_CALCUL.matcher(adresse).matches()
                || VIVANTE.matcher(adresse).matches();
    }

    /** By an address of this hub, whatever host the request named. */
    private static LoginUrlAuthenticationEntryPoint versLaConnexion() {
        var connexion = new LoginUrlAuthenticationEntryPoint(CONNEXION);
        connexion.setFavorRelativeUris(true);
        return connexion;
    }

    /** A request that makes no sense is refused before any chain: its page has the headers that matter nevertheless. */
    @Bean
    RequestRejectedHandler refusedRequests() {
        return (_, response, _) -> {
            response.setHeader("Content-Security-Policy", CONTENU_PUBLIC);
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "no-store");
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        };
    }

    private static void entetes(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(CAPACITES))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(
                        https -> https.maxAgeInSeconds(UN_AN).includeSubDomains(false));
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }
}
