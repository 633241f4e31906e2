package fr.roubaix.cln.web.saisie;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.web.access.ReadAloud;
import fr.roubaix.cln.web.saisie.AdressesProposees.Proposition;

/** The lines to choose from, the last of which says that none is right. How many there are is announced. */
final class LignesProposees extends Div implements LocaleChangeObserver {

    /** The last line: complete, and in a sector that nobody knows yet. */
    static final Proposition HORS_LISTE = new Proposition("", true, Optional.empty());

    private final RadioButtonGroup<Proposition> groupe = new RadioButtonGroup<>();
    private final Span annonce = new Span();
    private List<Proposition> proposees = List.of();
    private boolean enCours;

    /** @param choisie told what is chosen, {@link #HORS_LISTE} included; {@code null} when nothing is any more */
    LignesProposees(Consumer<@Nullable Proposition> choisie) {
        addClassName("saisie__propositions");
        groupe.setAriaLabel(getTranslation("saisie.propositions"));
        groupe.addClassNames("saisie__choix", "saisie__choix--propositions");
        groupe.setRenderer(new ComponentRenderer<>(this::ligne));
        groupe.setManualValidation(true);
        groupe.setVisible(false);
        groupe.addValueChangeListener(change -> {
            groupe.setInvalid(false);
            if (!enCours) {
                choisie.accept(change.getValue());
            }
        });
        annonce.addClassName("sr-only");
        annonce.getElement().setAttribute("role", "status");
        add(groupe, annonce);
    }

    private String libelle(Proposition une) {
        return une.equals(HORS_LISTE) ? getTranslation("saisie.propositions.aucune") : une.libelle();
    }

    private Div ligne(Proposition une) {
        var precision = new Span(getTranslation(
                une.equals(HORS_LISTE)
                        ? "saisie.propositions.aucune.precision"
                        : une.complete() ? "saisie.propositions.ville" : "saisie.propositions.numero"));
        precision.addClassName("saisie__proposition-precision");
        var libelle = new Span(libelle(une));
        if (!une.equals(HORS_LISTE)) {
            // As good as what was typed.
            ReadAloud.makePrivate(libelle);
        }
        var ligne = new Div(libelle, precision);
        ligne.addClassName("saisie__proposition");
        return ligne;
    }

    /** Shows these lines and the last one; nothing is chosen. */
    void proposer(List<Proposition> lignes) {
        proposees = List.copyOf(lignes);
        var toutes = new ArrayList<>(lignes);
        toutes.add(HORS_LISTE);
        enCours = true;
        groupe.setItems(toutes);
        groupe.clear();
        groupe.setVisible(true);
        enCours = false;
        annonce.setText(
                lignes.isEmpty()
                        ? getTranslation("saisie.propositions.annonce.aucune")
                        : getTranslation("saisie.propositions.annonce", lignes.size()));
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        groupe.setAriaLabel(getTranslation("saisie.propositions"));
        groupe.setErrorMessage(getTranslation("saisie.propositions.erreur"));
        if (groupe.isVisible()) {
            groupe.getListDataView().getItems().toList().forEach(groupe.getListDataView()::refreshItem);
        }
    }

    void vider() {
        proposees = List.of();
        enCours = true;
        groupe.clear();
        groupe.setVisible(false);
        enCours = false;
        annonce.setText("");
    }

    List<Proposition> proposees() {
        return proposees;
    }

    void choisir(Proposition une) {
        groupe.setValue(une);
    }

    void choisirHorsListe() {
        groupe.setValue(HORS_LISTE);
    }

    boolean horsListe() {
        return HORS_LISTE.equals(groupe.getValue());
    }

    Optional<Proposition> choix() {
        return groupe.isVisible() ? groupe.getOptionalValue() : Optional.empty();
    }

    /** Says that a line must be chosen, and takes the focus there. */
    void refuser() {
        groupe.setErrorMessage(getTranslation("saisie.propositions.erreur"));
        groupe.setInvalid(true);
        groupe.getElement()
                .getChildren()
                .filter(enfant -> enfant.getTag().equals("vaadin-radio-button"))
                .findFirst()
                .ifPresent(premier -> premier.callJsFunction("focus"));
    }
}
