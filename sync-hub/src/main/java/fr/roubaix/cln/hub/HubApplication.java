package fr.roubaix.cln.hub;

import java.time.Clock;
import java.util.Locale;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;

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

    /** The time of day in Roubaix. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(Appel.ROUBAIX);
    }
}
