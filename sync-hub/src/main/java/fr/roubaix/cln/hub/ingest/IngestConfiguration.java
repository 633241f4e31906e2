package fr.roubaix.cln.hub.ingest;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

import fr.roubaix.cln.hub.limites.Portier;
import fr.roubaix.cln.hub.privacy.TrousseauFile;

/** The keys of the hub, and who may come to the door of the kiosks. */
@Configuration(proxyBeanMethods = false)
class IngestConfiguration {

    @Bean
    Trousseau trousseau(TrousseauFile file, JdbcClient jdbc, Clock clock) {
        return new KnownTrousseau(file, jdbc, clock).readOrCreate();
    }

    /** Every request stands alone, signed by a kiosk; enrolment alone comes before a kiosk has a number. */
    @Bean
    @Order(1)
    SecurityFilterChain kioskDoor(HttpSecurity http, Kiosks kiosks, Portier portier, Clock clock) {
        return http.securityMatcher("/api/borne/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        refusal -> refusal.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(HttpMethod.POST, KioskSignatureFilter.ENROLMENT)
                                .permitAll()
                                .anyRequest()
                                .hasAuthority(KioskSignatureFilter.KIOSK))
                .addFilterBefore(new KioskSignatureFilter(kiosks, portier, clock), AuthorizationFilter.class)
                .build();
    }
}
