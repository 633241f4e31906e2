package fr.roubaix.cln.hub.tirage;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;

import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.hub.tirage.Cahier.Desistement.Cause;
import fr.roubaix.cln.web.FrenchDates;

/** Whoever withdrew once the dice were being thrown. */
final class PanneauDesDesistements extends Section {

    PanneauDesDesistements(EtatDuTirage etat, Ceremonie ceremonie, boolean agit, Consumer<Optional<Refus>> suite) {
        addClassName("panel");
        var liste = new UnorderedList();
        etat.cahier()
                .desistements()
                .forEach(d -> liste.add(new ListItem(getTranslation(
                        "tirage.desistement.ligne",
                        d.id().affiche(),
                        getTranslation("tirage.desistement.cause." + d.cause().name()),
                        d.acte().par().valeur(),
                        FrenchDates.shortInstant(d.acte().le())))));
        var contenu = new Div(new Paragraph(getTranslation("tirage.desistement.aide")), liste);
        if (agit && !(etat.tirage().orElse(null) instanceof Tirage.Clos)) {
            contenu.add(formulaire(etat.id(), ceremonie, suite));
        }
        add(new Details(getTranslation("tirage.desistement"), contenu));
    }

    private Div formulaire(CeremonieId id, Ceremonie ceremonie, Consumer<Optional<Refus>> suite) {
        var numero = new TextField(getTranslation("tirage.desistement.numero"));
        numero.setHelperText(getTranslation("tirage.public.desistement"));
        var cause = new Select<Cause>();
        cause.setLabel(getTranslation("tirage.desistement.cause"));
        cause.setItems(Cause.values());
        cause.setItemLabelGenerator(c -> getTranslation("tirage.desistement.cause." + c.name()));
        cause.setValue(Cause.RETRAIT_DE_LA_PERSONNE);
        var noter = new Button(
                getTranslation("tirage.desistement.noter"),
                _ -> suite.accept(lire(id, numero.getValue())
                        .map(code -> ceremonie.noterLeDesistement(id, code, cause.getValue()))
                        .orElse(Optional.of(Refus.NUMERO_INCONNU))));
        var formulaire = new Div(numero, cause, noter);
        formulaire.addClassName("formulaire");
        return formulaire;
    }

    /** As it is printed on a receipt, in five and five; a code of a rehearsal keeps its hyphen. */
    private static Optional<IdDeListe> lire(CeremonieId id, String saisi) {
        String texte = saisi.strip().toUpperCase(Locale.ROOT);
        String code = id.repetition() ? texte : texte.replaceAll("[ -]", "");
        return code.matches("[A-Z0-9-]{1,32}") ? Optional.of(new IdDeListe(code)) : Optional.empty();
    }
}
