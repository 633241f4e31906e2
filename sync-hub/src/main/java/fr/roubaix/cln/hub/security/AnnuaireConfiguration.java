package fr.roubaix.cln.hub.security;

import java.time.Clock;
import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;

import fr.roubaix.cln.hub.limites.FiltreDAffluence;
import fr.roubaix.cln.hub.limites.Portier;
import fr.roubaix.cln.hub.limites.TailleDesDemandes;

/** Sign-in through the city's directory, when {@code cln.hub.oidc.emetteur} names one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("cln.hub.oidc.emetteur")
@EnableConfigurationProperties(Annuaire.class)
class AnnuaireConfiguration {

    static final String NOM = "annuaire";

    /** Asked for at the first sign-in through it: a hub starts without its directory. */
    @Bean
    SupplierClientRegistrationRepository directory(Annuaire annuaire) {
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration(annuaire)));
    }

    private static ClientRegistration registration(Annuaire annuaire) {
        return ClientRegistrations.fromOidcIssuerLocation(annuaire.emetteur())
                .registrationId(NOM)
                .clientId(annuaire.client())
                .clientSecret(annuaire.secret())
                .scope(List.of("openid", "profile"))
                .userNameAttributeName("sub")
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }

    @Bean
    @Order(150)
    SecurityFilterChain throughTheDirectory(
            HttpSecurity http, EntreeParAnnuaire entree, SessionsOuvertes sessions, Portier portier, Clock clock) {
        http.securityMatcher("/oauth2/**", "/login/oauth2/**");
        http.addFilterBefore(new SuiviDesSessions(sessions, clock), SecurityContextHolderFilter.class);
        http.addFilterAfter(new FiltreDAffluence(portier), HeaderWriterFilter.class);
        http.addFilterAfter(new TailleDesDemandes(), FiltreDAffluence.class);
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        // Its answer signs nobody in by itself: it stays in the request.
        http.securityContext(
                context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()));
        http.oauth2Login(annuaire -> annuaire.loginPage("/connexion")
                .authorizedClientRepository(new AucunJeton())
                .successHandler(entree)
                .failureHandler(entree));
        return http.build();
    }
}
