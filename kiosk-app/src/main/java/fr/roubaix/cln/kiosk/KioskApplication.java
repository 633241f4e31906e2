package fr.roubaix.cln.kiosk;

import java.time.Clock;
import java.time.Duration;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.web.Words;
import fr.roubaix.cln.web.language.Language;

/** Starts the application of a mairie. */
@SpringBootApplication
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://cln/tokens.css")
@StyleSheet("context://cln/components.css")
@StyleSheet("context://cln/aura-bridge.css")
@StyleSheet("context://cln/saisie.css")
@StyleSheet("context://cln/borne.css")
@StyleSheet("context://cln/agent.css")
@StyleSheet("context://cln/acces.css")
@StyleSheet("context://cln/langues.css")
public class KioskApplication implements AppShellConfigurator {
    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "/cln/icons/favicon.svg", "any");
    }

    public static void main(String[] args) {
        SpringApplication.run(KioskApplication.class, args);
    }

    /** The texts of the kiosk, and those of the building blocks it shares. */
    @Bean
    I18NProvider words() {
        return new Words(Language.locales()).withStaff("vaadin-i18n.personnel");
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
