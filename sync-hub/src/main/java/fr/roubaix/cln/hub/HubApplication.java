package fr.roubaix.cln.hub;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.web.Words;

/** Starts the central application. */
// Staff sign in by our own steps: Spring must not make up a user of its own.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://cln/tokens.css")
@StyleSheet("context://cln/components.css")
@StyleSheet("context://cln/aura-bridge.css")
@StyleSheet("context://hub/hub.css")
public class HubApplication implements AppShellConfigurator {
    public static void main(String[] args) {
        SpringApplication.run(HubApplication.class, args);
    }

    /** The texts of the hub, and those of the building blocks it shares with kiosks. */
    @Bean
    I18NProvider words() {
        return new Words(Locale.FRENCH);
    }

    /** A demonstration may be given on another day, the same for hub and kiosk: its clock is ahead or behind by so much. */
    @Bean
    @Profile("demo")
    @ConditionalOnMissingBean
    Clock demonstrationClock(@Value("${cln.demo.decalage:0s}") Duration ahead) {
        return Clock.offset(Clock.system(Appel.ROUBAIX), ahead);
    }

    /** The time of day in Roubaix. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(Appel.ROUBAIX);
    }
}
