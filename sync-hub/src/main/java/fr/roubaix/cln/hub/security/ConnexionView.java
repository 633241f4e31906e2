package fr.roubaix.cln.hub.security;

import java.util.Optional;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.web.WebAttributes;

import fr.roubaix.cln.web.Wordmark;

/** Sign-in of staff. */
@Route(value = "connexion", autoLayout = false)
@AnonymousAllowed
class ConnexionView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final LoginForm formulaire = new LoginForm();
    private final Paragraph expiree = new Paragraph(getTranslation("connexion.expiree"));

    ConnexionView() {
        addClassName("seuil");
        formulaire.setAction("connexion");
        formulaire.setForgotPasswordButtonVisible(false);
        formulaire.setI18n(textes("connexion.refus"));
        expiree.setVisible(false);
        expiree.addClassName("seuil__avis");
        expiree.getElement().setAttribute("role", "status");
        add(new Wordmark(), expiree, formulaire);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parametres = event.getLocation().getQueryParameters().getParameters();
        expiree.setVisible(parametres.containsKey("expiree"));
        if (parametres.containsKey("error")) {
            formulaire.setI18n(textes(raison()));
            formulaire.setError(true);
        }
    }

    /** Why the last attempt failed: the sign-in filter leaves its exception in the session. */
    private static String raison() {
        var echec = Optional.ofNullable(VaadinService.getCurrentRequest())
                .map(VaadinRequest::getWrappedSession)
                .map(session -> session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION))
                .orElse("");
        return switch (echec) {
            case LockedException _ -> "connexion.verrou";
            case TropDeConnexions _ -> "connexion.affluence";
            default -> "connexion.refus";
        };
    }

    private LoginI18n textes(String erreur) {
        var textes = LoginI18n.createDefault();
        var champs = textes.getForm();
        champs.setTitle(getTranslation("connexion.titre"));
        champs.setUsername(getTranslation("compte.identifiant"));
        champs.setPassword(getTranslation("compte.mot-de-passe"));
        champs.setSubmit(getTranslation("connexion.entrer"));
        var message = textes.getErrorMessage();
        message.setTitle(getTranslation(erreur + ".titre"));
        message.setMessage(getTranslation(erreur + ".message"));
        message.setUsername(getTranslation("connexion.identifiant-manquant"));
        message.setPassword(getTranslation("connexion.mot-de-passe-manquant"));
        return textes;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("connexion.titre");
    }
}
