package fr.roubaix.cln.hub.droits;

import java.util.function.BiConsumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Saisie;
import fr.roubaix.cln.hub.candidature.Dossier;
import fr.roubaix.cln.hub.candidature.EffacementDUnePersonne;
import fr.roubaix.cln.hub.candidature.MotifDEffacement;
import fr.roubaix.cln.hub.shell.Avis;

/** What an erasure will do, its reason, and the number typed a second time: nothing undoes it. */
final class FormulaireDEffacement extends Section {

    private static final int CONSEQUENCES = 4;

    private final Dossier dossier;
    private final EffacementDUnePersonne effacement;
    private final BiConsumer<ReceiptCode, EffacementDUnePersonne.Issue> suite;
    private final Select<MotifDEffacement> motif = new Select<>();
    private final TextField confirmation = new TextField();

    FormulaireDEffacement(
            EffacementDUnePersonne.Sort.Effacable effacable,
            EffacementDUnePersonne effacement,
            BiConsumer<ReceiptCode, EffacementDUnePersonne.Issue> suite) {
        this.dossier = effacable.dossier();
        this.effacement = effacement;
        this.suite = suite;
        addClassName("panel");
        add(
                new H2(dossier.code().affiche()),
                SortDUnePersonne.fiche(dossier, this),
                new H3(getTranslation("droits.consequences")),
                consequences(effacable.apresLeTirage()));
        if (effacable.apresLeTirage()) {
            add(new Avis(Avis.Ton.ATTENTION, getTranslation("droits.recours")));
        }
        add(champs());
    }

    private UnorderedList consequences(boolean apresLeTirage) {
        var liste = new UnorderedList();
        liste.addClassName("puces");
        liste.add(new ListItem(
                getTranslation(apresLeTirage ? "droits.consequence.tiree" : "droits.consequence.retiree")));
        for (int i = 2; i <= CONSEQUENCES; i++) {
            liste.add(new ListItem(getTranslation("droits.consequence." + i)));
        }
        return liste;
    }

    private Div champs() {
        motif.setLabel(getTranslation("droits.motif"));
        motif.setItems(MotifDEffacement.values());
        motif.setItemLabelGenerator(MotifDEffacement::titre);
        motif.setManualValidation(true);
        motif.setWidthFull();
        confirmation.setLabel(getTranslation("droits.confirmation"));
        confirmation.setHelperText(getTranslation("droits.confirmation.aide"));
        confirmation.setManualValidation(true);
        confirmation.setMaxLength(20);
        var effacer = new Button(getTranslation("droits.effacer"), _ -> effacer());
        effacer.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        var champs = new Div(motif, confirmation, effacer);
        champs.addClassName("formulaire");
        return champs;
    }

    private void effacer() {
        MotifDEffacement choisi = motif.getValue();
        boolean retape = ReceiptCode.lire(confirmation.getValue()) instanceof Saisie.Lue<ReceiptCode>(var code)
                && code.equals(dossier.code());
        motif.setErrorMessage(getTranslation("droits.refus.motif"));
        motif.setInvalid(choisi == null);
        confirmation.setErrorMessage(getTranslation("droits.refus.confirmation"));
        confirmation.setInvalid(!retape);
        if (choisi != null && retape) {
            suite.accept(dossier.code(), effacement.effacer(dossier.code(), choisi));
        }
    }
}
