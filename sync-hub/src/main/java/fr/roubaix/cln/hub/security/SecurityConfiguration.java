package fr.roubaix.cln.hub.security;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Staff screens under {@code /app} ask for a sign-in; each view and each use case names the roles it serves. Style
 * sheets and icons are for everyone. The kiosks' door has its own chain, asked first.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity
class SecurityConfiguration {

    /** Where sign-in happens and what static files are called, as the browser sees them. */
    private static final String[] OUVERTS = {"/", "/cln/**", "/aura/**", "/hub/**", "/favicon.ico", "/actuator/health"};

    /**
     * Everything comes from the hub itself, and no other site may frame it. Vaadin's client starts from inline scripts,
     * compiles templates and sets styles: without these three words its pages stay blank.
     */
    private static final String CONTENU = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; object-src 'none';"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(100)
    SecurityFilterChain staff(HttpSecurity http) {
        // An error page tells nothing that the refused address did not.
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(OUVERTS)
                .permitAll());
        // An address that nobody serves must reach the page that says so.
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.loginView(ConnexionView.class).anyRequest(requests -> requests.authenticated()));
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENU))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)));
        return http.build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }
}
