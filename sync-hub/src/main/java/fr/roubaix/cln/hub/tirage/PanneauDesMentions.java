package fr.roubaix.cln.hub.tirage;

import java.util.Optional;
import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;

import fr.roubaix.cln.hub.documents.TexteImprimable;
import fr.roubaix.cln.hub.tirage.Cahier.Mention.Genre;
import fr.roubaix.cln.web.FrenchDates;

/** Remarks and incidents, as they were asked to be written. */
final class PanneauDesMentions extends Section {

    PanneauDesMentions(EtatDuTirage etat, Ceremonie ceremonie, Consumer<Optional<Refus>> suite) {
        addClassName("panel");
        var liste = new UnorderedList();
        etat.cahier()
                .mentions()
                .forEach(mention -> liste.add(new ListItem(getTranslation(
                        "tirage.mention",
                        getTranslation("tirage.mention." + mention.genre().name()),
                        mention.texte(),
                        mention.acte().par().valeur(),
                        FrenchDates.shortInstant(mention.acte().le())))));
        add(new H2(getTranslation("tirage.mentions")), liste);
        if (etat.tirage().orElse(null) instanceof Tirage.Clos) {
            return;
        }
        var genre = new Select<Genre>();
        genre.setLabel(getTranslation("tirage.mention.genre"));
        genre.setItems(Genre.values());
        genre.setItemLabelGenerator(g -> getTranslation("tirage.mention." + g.name()));
        genre.setValue(Genre.REMARQUE);
        var texte = new TextArea(getTranslation("tirage.mention.texte"));
        texte.setHelperText(getTranslation("tirage.public.texte"));
        texte.setMaxLength(TexteImprimable.MAXIMUM);
        texte.setManualValidation(true);
        texte.setWidthFull();
        var porter = new Button(
                getTranslation("tirage.mention.porter"),
                _ -> suite(ceremonie.porter(etat.id(), genre.getValue(), texte.getValue()), texte, suite));
        var formulaire = new Div(genre, texte, porter);
        formulaire.addClassName("formulaire");
        add(formulaire);
    }

    /** What is wrong with the text is said at its field, and what was typed stays. */
    private void suite(Optional<Refus> refus, TextArea texte, Consumer<Optional<Refus>> suite) {
        var auChamp = refus.filter(
                un -> un == Refus.TEXTE_MAL_FORME || un == Refus.NOM_DE_CANDIDAT || un == Refus.TEXTES_SUSPENDUS);
        texte.setInvalid(auChamp.isPresent());
        auChamp.ifPresentOrElse(
                dit -> {
                    texte.setErrorMessage(getTranslation("tirage.refus." + dit.name()));
                    texte.focus();
                },
                () -> suite.accept(refus));
    }
}
