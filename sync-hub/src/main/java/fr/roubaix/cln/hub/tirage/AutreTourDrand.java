package fr.roubaix.cln.hub.tirage;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

import fr.roubaix.cln.domaine.tirage.AnnonceDrand;

/** Where another round of drand is proposed, with its reason, when the one announced comes before the dice are complete. */
final class AutreTourDrand extends Details {

    /** Proposes it. */
    @FunctionalInterface
    interface Acte {
        Optional<Refus> proposer(AnnonceDrand annonce, String motif);
    }

    private final ChoixDuTour tour;
    private final TextField motif = new TextField(getTranslation("tirage.drand.autre.motif"));
    private final Acte acte;
    private final Consumer<Optional<Refus>> suite;

    /**
     * Asks for it.
     *
     * @param suite told what became of the proposal, unless a field says what is wrong
     */
    AutreTourDrand(Clock clock, Acte acte, Consumer<Optional<Refus>> suite) {
        this.tour = new ChoixDuTour(clock, "tirage.drand.autre.tour");
        this.acte = acte;
        this.suite = suite;
        motif.setHelperText(getTranslation("tirage.public.texte"));
        motif.setManualValidation(true);
        motif.setWidthFull();
        var formulaire = new Div(
                new Paragraph(getTranslation("tirage.drand.autre.aide")),
                tour,
                motif,
                new Button(getTranslation("tirage.drand.autre.proposer"), _ -> proposer()));
        formulaire.addClassName("formulaire");
        setSummaryText(getTranslation("tirage.drand.autre"));
        add(formulaire);
    }

    private void proposer() {
        motif.setInvalid(false);
        var annonce = tour.annonce();
        if (annonce.isEmpty()) {
            tour.refuser(Refus.DRAND_TOUR_MAL_FORME);
            return;
        }
        var refus = acte.proposer(annonce.get(), motif.getValue());
        switch (refus.orElse(null)) {
            case DRAND_DEJA_PUBLIE, DRAND_MEME_TOUR -> tour.refuser(refus.get());
            case MOTIF_MANQUANT, TEXTE_MAL_FORME, NOM_DE_CANDIDAT, TEXTES_SUSPENDUS -> {
                motif.setInvalid(true);
                motif.setErrorMessage(
                        getTranslation("tirage.refus." + refus.get().name()));
                motif.focus();
            }
            case null, default -> suite.accept(refus);
        }
    }
}
