package fr.roubaix.cln.hub.security;

import java.util.Set;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

import fr.roubaix.cln.web.Wordmark;

/** Creates the first administrator with the code of the start-up log; leads to sign-in once there is an account. */
@Route(value = "premier-compte", autoLayout = false)
@AnonymousAllowed
class PremierCompteView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final String CONNEXION = "/connexion";

    private final CreationDeCompte creation;
    private final Comptes comptes;
    private final TextField code = new TextField();
    private final ChampsDeCompte champs = new ChampsDeCompte(this);

    PremierCompteView(CreationDeCompte creation, Comptes comptes) {
        this.creation = creation;
        this.comptes = comptes;
        addClassName("seuil");
        code.setLabel(getTranslation("premier-compte.code"));
        code.setHelperText(getTranslation("premier-compte.code.aide"));
        code.setRequiredIndicatorVisible(true);
        code.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        var creer = new Button(getTranslation("premier-compte.creer"), _ -> creer());
        creer.addThemeVariants(ButtonVariant.PRIMARY);
        var carte = new Div(
                new H2(getTranslation("premier-compte.titre")),
                new Paragraph(getTranslation("premier-compte.aide")),
                code);
        carte.addClassNames("seuil__carte", "formulaire");
        champs.ajouterA(carte);
        carte.add(creer);
        add(new Wordmark(), carte);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!comptes.aucun()) {
            event.forwardToUrl(CONNEXION);
        }
    }

    private void creer() {
        champs.effacerErreurs();
        code.setInvalid(false);
        switch (creation.creerLePremier(code.getValue(), champs.demande(Set.of(Role.ADMIN)))) {
            case CreationDeCompte.Issue.Cree _, CreationDeCompte.Issue.AConfirmer _ ->
                getUI().ifPresent(ui -> ui.getPage().setLocation(CONNEXION));
            case CreationDeCompte.Issue.Refus refus -> {
                if (!champs.montrer(refus)) {
                    code.setErrorMessage(getTranslation("compte.refus." + refus.name()));
                    code.setInvalid(true);
                }
            }
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("enseigne.titre", getTranslation("premier-compte.titre"));
    }
}
