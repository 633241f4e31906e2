package fr.roubaix.cln.hub.security;

import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** The accounts of staff, and a form for a new one. */
@Route("gestion/comptes")
@Menu(title = "menu.comptes", order = 90, icon = "users")
@RolesAllowed("ADMIN")
class ComptesView extends Main implements HasDynamicTitle {

    private final CreationDeCompte creation;
    private final ListeDesComptes liste;
    private final GestionDesSessions sessions;
    private final ReinitialisationDuSecondFacteur reinitialisation;
    private final Grid<ListeDesComptes.Ligne> grille = new Grid<>();
    private final ChampsDeCompte champs = new ChampsDeCompte(this);
    private final CheckboxGroup<Role> roles = new CheckboxGroup<>();
    private final Paragraph bilan = new Paragraph();

    ComptesView(
            CreationDeCompte creation,
            ListeDesComptes liste,
            GestionDesSessions sessions,
            ReinitialisationDuSecondFacteur reinitialisation) {
        this.creation = creation;
        this.liste = liste;
        this.sessions = sessions;
        this.reinitialisation = reinitialisation;
        addClassName("page");
        var entete = new Header(
                new Div(new H1(getTranslation("menu.comptes")), new Paragraph(getTranslation("comptes.aide"))));
        entete.addClassName("page__head");
        grille.addColumn(ligne -> ligne.identifiant().valeur()).setHeader(getTranslation("compte.identifiant"));
        grille.addColumn(ListeDesComptes.Ligne::nom).setHeader(getTranslation("compte.nom"));
        grille.addColumn(this::roles).setHeader(getTranslation("compte.roles"));
        grille.addColumn(ligne -> ligne.creePar().valeur()).setHeader(getTranslation("compte.cree-par"));
        grille.addComponentColumn(this::actes)
                .setHeader(getTranslation("comptes.actes"))
                .setAutoWidth(true);
        grille.setAllRowsVisible(true);
        grille.setItems(liste.lignes());
        add(entete, grille, formulaire());
    }

    private Section formulaire() {
        roles.setLabel(getTranslation("compte.roles"));
        roles.setItems(Role.values());
        roles.setItemLabelGenerator(role -> getTranslation("role." + role.name() + ".aide"));
        roles.addClassName("toute");
        bilan.getElement().setAttribute("role", "status");
        bilan.addClassName("toute");
        var creer = new Button(getTranslation("comptes.creer"), _ -> creer());
        creer.addThemeVariants(ButtonVariant.PRIMARY);
        var champsEtBouton = new Div();
        champsEtBouton.addClassNames("formulaire", "formulaire--deux");
        champs.ajouterA(champsEtBouton);
        champsEtBouton.add(roles, creer, bilan);
        var section = new Section(new H2(getTranslation("comptes.nouveau")), champsEtBouton);
        section.addClassName("panel");
        return section;
    }

    private void creer() {
        champs.effacerErreurs();
        roles.setInvalid(false);
        bilan.setText("");
        switch (creation.creer(champs.demande(roles.getValue()))) {
            case CreationDeCompte.Issue.Cree(var identifiant) -> {
                champs.vider();
                roles.clear();
                grille.setItems(liste.lignes());
                bilan.setText(getTranslation("comptes.cree", identifiant.valeur()));
            }
            case CreationDeCompte.Issue.AConfirmer(var identifiant) -> {
                champs.vider();
                roles.clear();
                bilan.setText(getTranslation("comptes.a-confirmer", identifiant.valeur()));
            }
            case CreationDeCompte.Issue.Refus refus -> {
                if (!champs.montrer(refus)) {
                    roles.setErrorMessage(getTranslation("compte.refus." + refus.name()));
                    roles.setInvalid(true);
                }
            }
        }
    }

    private Div actes(ListeDesComptes.Ligne ligne) {
        String qui = ligne.identifiant().valeur();
        var fermer = new Button(getTranslation("comptes.fermer-sessions"), _ -> {
            int fermees = sessions.fermerToutes(ligne.identifiant());
            bilan.setText(getTranslation("comptes.sessions-fermees", qui, fermees));
        });
        var retirer = new Button(
                getTranslation("comptes.retirer-telephone"),
                _ -> question(qui, () -> reinitialisation.reinitialiser(ligne.identifiant())));
        fermer.addThemeVariants(ButtonVariant.SMALL);
        retirer.addThemeVariants(ButtonVariant.SMALL);
        var actes = new Div(fermer, retirer);
        actes.addClassName("actions");
        return actes;
    }

    private void question(String qui, Supplier<ReinitialisationDuSecondFacteur.Issue> acte) {
        var question = new ConfirmDialog();
        question.setHeader(getTranslation("comptes.retirer-telephone.question", qui));
        question.setText(getTranslation("comptes.retirer-telephone.suite"));
        question.setCancelable(true);
        question.setCancelText(getTranslation("action.annuler"));
        question.setConfirmText(getTranslation("comptes.retirer-telephone"));
        question.addConfirmListener(_ -> {
            bilan.setText(getTranslation("comptes.telephone-retire." + acte.get(), qui));
        });
        question.open();
    }

    private String roles(ListeDesComptes.Ligne ligne) {
        return ligne.roles().stream()
                .sorted()
                .map(role -> getTranslation("role." + role.name()))
                .collect(Collectors.joining(", "));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("enseigne.titre", getTranslation("menu.comptes"));
    }
}
