package fr.roubaix.cln.hub.shell;

import java.util.Locale;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The door of the staff screens, and what every page of theirs says of itself to the style sheets. */
@Configuration(proxyBeanMethods = false)
class Accueil implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/app", "/app/");
    }

    @Bean
    VaadinServiceInitListener attributsDePage() {
        return Accueil::marquer;
    }

    private static void marquer(ServiceInitEvent service) {
        service.getSource().setSystemMessagesProvider(_ -> messages(service.getSource()));
        service.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(new ErreursDEcran()));
        service.addIndexHtmlRequestListener(page -> page.getDocument()
                .child(0)
                .attr("lang", "fr")
                .attr("data-profile", "hub")
                .attr("data-theme", "clair"));
    }

    /** What the client says by itself. A session that ended leads to sign-in, which says why one is there. */
    private static SystemMessages messages(VaadinService service) {
        var textes = service.getInstantiator().getI18NProvider();
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setSessionExpiredURL("/connexion?expiree");
        messages.setInternalErrorCaption(textes.getTranslation("erreur.incident.titre", Locale.FRENCH));
        messages.setInternalErrorMessage(textes.getTranslation("erreur.client", Locale.FRENCH));
        messages.setInternalErrorURL("/app/");
        messages.setCookiesDisabledCaption(textes.getTranslation("erreur.cookies.titre", Locale.FRENCH));
        messages.setCookiesDisabledMessage(textes.getTranslation("erreur.cookies", Locale.FRENCH));
        return messages;
    }
}
