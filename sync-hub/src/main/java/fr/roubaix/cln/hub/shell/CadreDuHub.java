package fr.roubaix.cln.hub.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.Wordmark;

/** The frame of every staff screen: the menu of what this person may open, and who they are. */
@Layout
@PermitAll
class CadreDuHub extends Div implements RouterLayout, AfterNavigationObserver {

    /** Where the bare address leads too. */
    private static final String ACCUEIL = "gestion";

    private static final Logger LOG = LoggerFactory.getLogger(CadreDuHub.class);

    private final List<RouterLink> liens = new ArrayList<>();
    private final Map<String, Span> nombres = new HashMap<>();
    private final List<CompteAuMenu> comptes;

    CadreDuHub(AuthenticationContext authentification, List<CompteAuMenu> comptes) {
        this.comptes = comptes;
        addClassName("hub");
        var menu = new Nav();
        menu.addClassName("nav");
        menu.getElement().setAttribute("aria-label", getTranslation("menu.principal"));
        var entrees = new Div();
        entrees.addClassName("nav__liens");
        MenuConfiguration.getMenuEntries().forEach(entree -> entrees.add(lien(entree)));
        menu.add(new Wordmark(), entrees);
        // An error page may have to be shown to nobody in particular.
        if (authentification.isAuthenticated()) {
            menu.add(moi(authentification));
        }
        add(menu);
    }

    private RouterLink lien(MenuEntry entree) {
        var lien = new RouterLink(entree.menuClass());
        lien.add(new DrawnIcon(entree.icon()), new Span(getTranslation(entree.title())));
        liens.add(lien);
        var nombre = new Span();
        nombre.addClassName("n");
        nombre.setVisible(false);
        nombres.put(lien.getHref(), nombre);
        lien.add(nombre);
        return lien;
    }

    private void compter() {
        for (CompteAuMenu compte : comptes) {
            var nombre = nombres.get(compte.ecran());
            if (nombre != null) {
                long combien = compte.combien();
                nombre.setText(Long.toString(combien));
                nombre.setVisible(combien > 0);
            }
        }
    }

    private Div moi(AuthenticationContext authentification) {
        String nom = authentification.getPrincipalName().orElseThrow();
        var initiale = new Span(nom.substring(0, 1).toUpperCase(java.util.Locale.ROOT));
        initiale.addClassName("avatar");
        initiale.getElement().setAttribute("aria-hidden", "true");
        var qualites = new Span(authentification.getGrantedRoles().stream()
                .map(role -> getTranslation("role." + role))
                .sorted()
                .collect(Collectors.joining(", ")));
        qualites.addClassNames("muted", "small");
        var compte = new Anchor("/compte", nom);
        compte.setRouterIgnore(true);
        compte.setTitle(getTranslation("menu.mon-compte"));
        var identite = new Div(new Div(compte), qualites);
        var sortir = new Button(new DrawnIcon("exit"), _ -> authentification.logout());
        sortir.addThemeVariants(ButtonVariant.TERTIARY);
        sortir.setAriaLabel(getTranslation("menu.se-deconnecter"));
        sortir.setTooltipText(getTranslation("menu.se-deconnecter"));
        var moi = new Div(initiale, identite, sortir);
        moi.addClassName("nav__me");
        return moi;
    }

    /** The current entry is said to screen readers, not only painted. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        try {
            compter();
        } catch (RuntimeException e) {
            // The menu stands without its numbers rather than not at all, above all beside the page that tells of an
            // incident.
            LOG.warn("The numbers beside the menu could not be read", e);
        }
        String ici = event.getLocation().getPath();
        for (RouterLink lien : liens) {
            String cible = lien.getHref();
            boolean courant = ici.equals(cible) || (ici.isEmpty() && cible.equals(ACCUEIL));
            if (courant) {
                lien.getElement().setAttribute("aria-current", "page");
            } else {
                lien.getElement().removeAttribute("aria-current");
            }
        }
    }
}
