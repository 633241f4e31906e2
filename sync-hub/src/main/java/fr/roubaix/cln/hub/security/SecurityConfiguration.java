package fr.roubaix.cln.hub.security;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;

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

    @Bean
    @Order(100)
    SecurityFilterChain staff(HttpSecurity http) {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(OUVERTS).permitAll());
        http.with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView(ConnexionView.class));
        return http.build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }
}
