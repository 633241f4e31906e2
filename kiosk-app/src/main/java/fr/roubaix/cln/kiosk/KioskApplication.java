package fr.roubaix.cln.kiosk;

import java.time.Clock;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

import fr.roubaix.cln.domaine.candidature.Appel;

/** Starts the application of a mairie. */
@SpringBootApplication
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://cln/tokens.css")
@StyleSheet("context://cln/components.css")
@StyleSheet("context://cln/aura-bridge.css")
@StyleSheet("context://cln/saisie.css")
@StyleSheet("context://cln/borne.css")
public class KioskApplication implements AppShellConfigurator {
    public static void main(String[] args) {
        SpringApplication.run(KioskApplication.class, args);
    }

    /** The time of day in Roubaix. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(Appel.ROUBAIX);
    }
}
