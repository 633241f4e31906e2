package fr.roubaix.cln.hub.affichage;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;

import fr.roubaix.cln.hub.affichage.InscriptionDesDates.Refus;
import fr.roubaix.cln.hub.affichage.InscriptionDesDates.Suivi;
import fr.roubaix.cln.hub.affichage.Parution.Support;
import fr.roubaix.cln.web.FrenchDates;

/** When and where the procès-verbal was published, what was corrected, and a form for who may. */
final class PanneauDePublication extends Section {

    private final Suivi suivi;
    private final InscriptionDesDates inscription;
    private final Consumer<Optional<Refus>> fait;
    private final ChampsDeDate champs;
    private final Select<Support> support = new Select<>();
    private final TextField ou = new TextField();

    PanneauDePublication(
            Suivi suivi, InscriptionDesDates inscription, boolean inscrit, Consumer<Optional<Refus>> fait) {
        this.suivi = suivi;
        this.inscription = inscription;
        this.fait = fait;
        String etiquette = getTranslation("affichage.publie-le");
        this.champs = new ChampsDeDate(etiquette, etiquette, suivi);
        addClassName("panel");
        support.setLabel(getTranslation("affichage.support"));
        support.setItems(Support.values());
        support.setItemLabelGenerator(s -> getTranslation("affichage.support." + s.name()));
        support.setManualValidation(true);
        support.addValueChangeListener(change -> nommer(change.getValue()));
        ou.setMaxLength(Parution.MAXIMUM);
        ou.setManualValidation(true);
        ou.addClassName("toute");
        support.setValue(Support.SITE);
        add(
                new H2(getTranslation("affichage.publication")),
                new Paragraph(getTranslation("affichage.publication.aide")),
                etat(),
                new HistoireDUneDate<>(suivi.dates().parutions(), this::enFrancais));
        if (inscrit) {
            add(suivi.dates().parutions().isEmpty() ? premiere() : correction());
        }
    }

    /** A web page is given by its address, an issue of the collection by its number. */
    private void nommer(Support choisi) {
        ou.setLabel(getTranslation("affichage.ou." + choisi.name()));
        ou.setHelperText(getTranslation("affichage.ou." + choisi.name() + ".aide"));
    }

    private Component etat() {
        return new Paragraph(
                suivi.dates().parution().map(this::enFrancais).orElseGet(() -> getTranslation("affichage.pas-publie")));
    }

    private String enFrancais(Parution parution) {
        return getTranslation("affichage.publie", FrenchDates.day(parution.le()), parution.ou());
    }

    private Div premiere() {
        var inscrire = new Button(getTranslation("affichage.inscrire"), _ -> inscrire());
        inscrire.setAriaLabel(getTranslation("affichage.inscrire.ou", getTranslation("affichage.publication")));
        var formulaire = new Div(champs.jour(), support, ou, inscrire);
        formulaire.addClassNames("formulaire", "formulaire--deux");
        return formulaire;
    }

    private Details correction() {
        suivi.dates().parution().ifPresent(parution -> {
            champs.jour().setValue(parution.le());
            support.setValue(parution.support());
            ou.setValue(parution.ou());
        });
        String publication = getTranslation("affichage.publication");
        var corriger = new Button(getTranslation("affichage.corriger"), _ -> inscrire());
        corriger.setAriaLabel(getTranslation("affichage.corriger.ou", publication));
        var boutons = new Div(corriger);
        if (suivi.dates().parution().isPresent()) {
            var retirer = new Button(
                    getTranslation("affichage.retirer"),
                    _ -> suite(inscription.retirerLaPublication(
                            suivi.procesVerbal().id(), vu(), champs.motif().getValue())));
            retirer.setAriaLabel(getTranslation("affichage.retirer.ou", publication));
            retirer.addThemeVariants(ButtonVariant.TERTIARY);
            boutons.add(retirer);
        }
        boutons.addClassName("actions");
        champs.motif().addClassName("toute");
        var formulaire = new Div(champs.jour(), support, ou, champs.motif(), boutons);
        formulaire.addClassNames("formulaire", "formulaire--deux");
        return new Details(getTranslation("affichage.changer"), formulaire);
    }

    private void inscrire() {
        suite(inscription.publier(
                suivi.procesVerbal().id(),
                vu(),
                champs.jour().getValue(),
                support.getValue(),
                ou.getValue(),
                champs.motif().getValue()));
    }

    private int vu() {
        return suivi.dates().parutions().size();
    }

    private void suite(Optional<Refus> refus) {
        champs.dire(refus, List.<HasValidation>of(support, ou), fait);
    }
}
