package fr.roubaix.cln.kiosk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Random;

import com.vaadin.flow.i18n.I18NProvider;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.integration.autoconfigure.IntegrationAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.GenericApplicationContext;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.habitant.Adresse;
import fr.roubaix.cln.domaine.habitant.Contact;
import fr.roubaix.cln.domaine.habitant.DateDeNaissance;
import fr.roubaix.cln.domaine.habitant.Habitant;
import fr.roubaix.cln.domaine.habitant.Nom;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.web.Words;
import fr.roubaix.cln.web.language.Language;

/**
 * The kiosk as it is, started in a process of its own for faults and measures: without the pieces that tests put beside it
 * on this class path, and with the clock that they want.
 */
public final class StartedKiosk {

    private StartedKiosk() {}

    /** The journal and what moves between it and the hub. Not annotated as a configuration, so that no test finds it. */
    @ImportAutoConfiguration({
        ConfigurationPropertiesAutoConfiguration.class,
        IntegrationAutoConfiguration.class,
        TaskSchedulingAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    @ComponentScan(
            basePackageClasses = KioskApplication.class,
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "fr\\.roubaix\\.cln\\.kiosk\\.((?!KioskStorage$|sync\\.).*|.*Test(\\$.*)?)"))
    static class WithoutScreens {}

    /** The whole application. Found by no test either. */
    @EnableAutoConfiguration
    @ComponentScan(
            basePackageClasses = KioskApplication.class,
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "fr\\.roubaix\\.cln\\.kiosk\\.(KioskApplication|.*Test(\\$.*)?)"))
    static class WithScreens {

        /** As in the application, which stands aside here. */
        @Bean
        I18NProvider words() {
            return new Words(Language.locales()).withStaff("vaadin-i18n.personnel");
        }
    }

    public static ConfigurableApplicationContext withScreens(Clock clock, String... arguments) {
        return start(WithScreens.class, WebApplicationType.SERVLET, clock, arguments);
    }

    public static ConfigurableApplicationContext withoutScreens(Clock clock, String... arguments) {
        return start(WithoutScreens.class, WebApplicationType.NONE, clock, arguments);
    }

    private static ConfigurableApplicationContext start(
            Class<?> what, WebApplicationType web, Clock clock, String... arguments) {
        ApplicationContextInitializer<GenericApplicationContext> withClock =
                context -> context.registerBean("clock", Clock.class, () -> clock);
        return new SpringApplicationBuilder(what)
                .initializers(withClock)
                .web(web)
                .bannerMode(Banner.Mode.OFF)
                .run(arguments);
    }

    /** The form of somebody who does not exist. */
    public static FicheDeCandidature form(Random random) {
        return new FicheDeCandidature(
                new Habitant(
                        new Nom("Épreuve"),
                        null,
                        new Nom("Essai"),
                        new DateDeNaissance(LocalDate.of(1960, 1, 1).plusDays(random.nextInt(10_000))),
                        new Adresse(1 + random.nextInt(200) + " rue de l’Exemple", "")),
                Secteur.parNumero(1 + random.nextInt(5)).orElseThrow(),
                Parite.SANS_PREFERENCE,
                Contact.AUCUN,
                Publication.SECTEUR_SEUL);
    }
}
