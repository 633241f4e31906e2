package fr.roubaix.cln.hub.shell;

import com.vaadin.flow.server.ServiceInitEvent;
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
        registry.addRedirectViewController("/", "/app/");
        registry.addRedirectViewController("/app", "/app/");
    }

    @Bean
    VaadinServiceInitListener attributsDePage() {
        return Accueil::marquer;
    }

    private static void marquer(ServiceInitEvent service) {
        service.addIndexHtmlRequestListener(page -> page.getDocument()
                .child(0)
                .attr("lang", "fr")
                .attr("data-profile", "hub")
                .attr("data-theme", "clair"));
    }
}
