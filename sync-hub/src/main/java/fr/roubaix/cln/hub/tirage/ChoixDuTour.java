package fr.roubaix.cln.hub.tirage;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

import fr.roubaix.cln.domaine.tirage.AnnonceDrand;
import fr.roubaix.cln.domaine.tirage.ChaineDrand;
import fr.roubaix.cln.web.FrenchDates;

/** Where a round of drand to come is typed; it says at once when that round is published. */
final class ChoixDuTour extends Div {

    /** Time enough for thirty throws read aloud. */
    private static final Duration CONSEIL = Duration.ofHours(1);

    private final Clock clock;
    private final String aide;
    private final Select<ChaineDrand> chaine = new Select<>();
    private final TextField tour;

    /**
     * Asks for it.
     *
     * @param nom the key of the name of the field; the same with {@code .aide} says what to type, before the round advised
     */
    ChoixDuTour(Clock clock, String nom) {
        this.clock = clock;
        this.aide = nom + ".aide";
        addClassName("formulaire");
        chaine.setLabel(getTranslation("tirage.drand.chaine"));
        chaine.setItems(ChaineDrand.values());
        chaine.setItemLabelGenerator(ChaineDrand::nom);
        chaine.setValue(ChaineDrand.QUICKNET);
        chaine.addValueChangeListener(_ -> aider());
        tour = new TextField(getTranslation(nom));
        tour.setManualValidation(true);
        tour.setValueChangeMode(ValueChangeMode.LAZY);
        tour.addValueChangeListener(_ -> aider());
        aider();
        add(chaine, tour);
    }

    /** What is typed; empty when nothing is, or no round of drand. */
    Optional<AnnonceDrand> annonce() {
        String saisi = tour.getValue().strip();
        return saisi.matches("[1-9][0-9]{0,9}")
                ? Optional.of(new AnnonceDrand(chaine.getValue(), Long.parseLong(saisi)))
                : Optional.empty();
    }

    boolean vide() {
        return tour.getValue().isBlank();
    }

    /** Says what is wrong with the round, at its field. */
    void refuser(Refus refus) {
        tour.setInvalid(true);
        tour.setErrorMessage(getTranslation("tirage.refus." + refus.name()));
        tour.focus();
    }

    private void aider() {
        tour.setInvalid(false);
        tour.setHelperText(annonce()
                .map(annonce ->
                        getTranslation("tirage.drand.publication", FrenchDates.shortInstant(annonce.publieLe())))
                .orElseGet(() -> getTranslation(
                        aide,
                        Long.toString(AnnonceDrand.aPartirDe(
                                        chaine.getValue(), clock.instant().plus(CONSEIL))
                                .tour()))));
    }
}
