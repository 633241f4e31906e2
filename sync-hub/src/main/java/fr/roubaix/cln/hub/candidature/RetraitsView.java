package fr.roubaix.cln.hub.candidature;

import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import fr.roubaix.cln.hub.candidature.Retrait.Etat;
import fr.roubaix.cln.hub.candidature.Retrait.Suite;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Etiquette;
import fr.roubaix.cln.hub.shell.Page;
import fr.roubaix.cln.web.FrenchDates;

/** What people took back in the mairies, and the hub did not simply apply: who, when, where, and what to do about it. */
@Route("gestion/retraits")
@Menu(title = "menu.retraits", order = 32, icon = "hand")
@RolesAllowed("SECRETARIAT")
class RetraitsView extends Page {

    private final TraitementDesRetraits retraits;
    private final Div contenu = new Div();

    RetraitsView(TraitementDesRetraits retraits) {
        super("menu.retraits");
        this.retraits = retraits;
        contenu.addClassName("voix");
        add(contenu);
        montrer();
    }

    private void montrer() {
        contenu.removeAll();
        List<Retrait> ouverts = retraits.ouverts();
        sousTitre(getTranslation("retraits.resume", ouverts.size()));
        if (ouverts.isEmpty()) {
            var vide = new Div(new Paragraph(getTranslation("retraits.aucun")));
            vide.addClassName("vide");
            contenu.add(vide);
        }
        ouverts.forEach(retrait -> contenu.add(panneau(retrait)));
        var finis = retraits.finis();
        if (!finis.isEmpty()) {
            contenu.add(finis(finis));
        }
    }

    private Div panneau(Retrait retrait) {
        boolean attend = retrait.etat() == Etat.ATTEND;
        var raison = retrait.raison()
                .map(une -> getTranslation("retraits.raison." + une.name()))
                .orElseGet(() -> getTranslation("retraits.attend"));
        var panneau = new Div(
                new H2(retrait.code().affiche()),
                new Etiquette(
                        attend ? Etiquette.Ton.ATTENTE : Etiquette.Ton.ATTENTION,
                        getTranslation("retraits.etat." + retrait.etat().name())),
                new Paragraph(demande(retrait)),
                new Paragraph(raison));
        retraits.identiteVue(retrait)
                .ifPresent(vue -> panneau.add(new Paragraph(getTranslation(
                        "retraits.identite",
                        vue.nom().valeur(),
                        FrenchDates.day(vue.naissance().jour())))));
        var actions = new Div();
        actions.addClassName("actions");
        retraits.suites(retrait).forEach(suite -> actions.add(bouton(retrait, suite)));
        panneau.add(actions);
        panneau.addClassName("panel");
        return panneau;
    }

    private String demande(Retrait retrait) {
        return getTranslation(
                "retraits.demande",
                FrenchDates.instant(retrait.demandeLe()),
                retrait.mairie().nom(),
                retrait.borne().numero(),
                retrait.agent().valeur(),
                getTranslation(retrait.parIdentite() ? "retraits.preuve.identite" : "retraits.preuve.recu"));
    }

    private Button bouton(Retrait retrait, Suite suite) {
        var bouton = new Button(
                getTranslation("retraits.suite." + suite.name()),
                _ -> fait(retraits.regler(retrait.envelope(), suite), retrait));
        bouton.setDisableOnClick(true);
        bouton.setAriaLabel(getTranslation(
                "retraits.suite.pour",
                getTranslation("retraits.suite." + suite.name()),
                retrait.code().affiche()));
        if (suite == Suite.RETIREE) {
            bouton.addThemeVariants(ButtonVariant.PRIMARY);
        }
        return bouton;
    }

    private void fait(Optional<Refus> refus, Retrait retrait) {
        montrer();
        dire(
                refus.isEmpty() ? Avis.Ton.REUSSITE : Avis.Ton.ERREUR,
                refus.map(r -> getTranslation("candidature.refus." + r.name()))
                        .orElseGet(() ->
                                getTranslation("retraits.regle", retrait.code().affiche())));
    }

    private Section finis(List<Retrait> finis) {
        var liste = new UnorderedList();
        finis.forEach(retrait ->
                liste.add(new ListItem(retrait.code().affiche() + " · " + demande(retrait) + " " + fin(retrait))));
        var section = new Section(new H2(getTranslation("retraits.finis")), liste);
        section.addClassNames("panel", "small");
        return section;
    }

    private String fin(Retrait retrait) {
        return retrait.reglement()
                .map(reglement -> getTranslation(
                        "retraits.fini.regle",
                        getTranslation(
                                "retraits.fini.suite." + reglement.suite().name()),
                        reglement.par().valeur(),
                        FrenchDates.instant(reglement.le())))
                .orElseGet(() -> retrait.raison()
                        .map(raison -> getTranslation("retraits.raison." + raison.name()))
                        .orElseGet(() -> getTranslation("retraits.fini.applique")));
    }
}
