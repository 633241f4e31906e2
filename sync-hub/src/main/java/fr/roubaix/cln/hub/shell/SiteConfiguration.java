package fr.roubaix.cln.hub.shell;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

/** The pages outside the staff screens speak French, whatever the browser asks for. */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration {

    @Bean
    MessageSource messageSource() {
        var textes = new ResourceBundleMessageSource();
        textes.setBasenames(
                "textes.site",
                "textes.connexion",
                "textes.erreurs",
                "textes.registre",
                "textes.documents",
                "textes.protection",
                "textes.notices",
                "textes.tirages",
                "textes.projection",
                "cln-i18n.mots");
        textes.setDefaultEncoding("UTF-8");
        textes.setDefaultLocale(Locale.FRENCH);
        return textes;
    }

    @Bean
    LocaleResolver localeResolver() {
        return new FixedLocaleResolver(Locale.FRENCH);
    }
}
