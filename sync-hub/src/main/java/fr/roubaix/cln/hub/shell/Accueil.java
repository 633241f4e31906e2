package fr.roubaix.cln.hub.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.jspecify.annotations.Nullable;
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
    VaadinServiceInitListener attributsDePage(List<EcranSansCompte> sansCompte) {
        return service -> marquer(service, sansCompte);
    }

    private static void marquer(ServiceInitEvent service, List<EcranSansCompte> sansCompte) {
        service.getSource()
                .setSystemMessagesProvider(info -> messages(service.getSource(), ecran(sansCompte, info.getRequest())));
        service.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(new ErreursDEcran()));
        service.addIndexHtmlRequestListener(page -> page.getDocument()
                .child(0)
                .attr("lang", "fr")
                .attr(
                        "data-profile",
                        ecran(sansCompte, page.getVaadinRequest())
                                .map(EcranSansCompte::profil)
                                .orElse("hub"))
                .attr("data-theme", "clair"));
    }

    private static Optional<EcranSansCompte> ecran(List<EcranSansCompte> sansCompte, @Nullable VaadinRequest request) {
        return request == null
                ? Optional.empty()
                : sansCompte.stream().filter(ecran -> ecran.sert(request)).findFirst();
    }

    /** What the client says by itself. A session of staff that ended leads to sign-in, which says why one is there. */
    private static SystemMessages messages(VaadinService service, Optional<EcranSansCompte> ecran) {
        var textes = service.getInstantiator().getI18NProvider();
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setSessionExpiredURL(
                ecran.map(EcranSansCompte::apresExpiration).orElse("/connexion?expiree"));
        messages.setInternalErrorCaption(textes.getTranslation("erreur.incident.titre", Locale.FRENCH));
        messages.setInternalErrorMessage(textes.getTranslation("erreur.client", Locale.FRENCH));
        messages.setInternalErrorURL(ecran.map(e -> "/app/" + e.chemin()).orElse("/app/"));
        messages.setCookiesDisabledCaption(textes.getTranslation("erreur.cookies.titre", Locale.FRENCH));
        messages.setCookiesDisabledMessage(textes.getTranslation("erreur.cookies", Locale.FRENCH));
        return messages;
    }
}
