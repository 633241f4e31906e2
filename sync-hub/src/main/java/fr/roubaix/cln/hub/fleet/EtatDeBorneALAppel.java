package fr.roubaix.cln.hub.fleet;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;

import fr.roubaix.cln.hub.fleet.Completude.Borne;
import fr.roubaix.cln.hub.fleet.Completude.Derogation;
import fr.roubaix.cln.hub.shell.Balise;
import fr.roubaix.cln.hub.shell.Etiquette;
import fr.roubaix.cln.web.FrenchDates;

/** One kiosk before the draw: its state in a word, what is missing, what to do, and the derogation. */
final class EtatDeBorneALAppel extends Div {

    /** What is wrong with the reason; the rest is said above the list. */
    private static final Set<Completude.Refus> AU_CHAMP = EnumSet.of(
            Completude.Refus.MOTIF_TROP_COURT,
            Completude.Refus.MOTIF_MAL_FORME,
            Completude.Refus.NOM_DE_CANDIDAT,
            Completude.Refus.TEXTES_SUSPENDUS);

    EtatDeBorneALAppel(
            Borne borne, boolean deroge, Function<String, Optional<Completude.Refus>> accorder, Runnable retirer) {
        addClassName("mairies__borne");
        var entete = new Div(Balise.de("h3", getTranslation("completude.borne", borne.nom(), borne.id())), etat(borne));
        entete.addClassName("mairies__entete");
        add(entete);
        borne.cloture()
                .ifPresent(cloture -> add(Balise.de(
                                "p",
                                getTranslation(
                                        "completude.cloture",
                                        cloture.agent(),
                                        FrenchDates.instant(cloture.recueLe()),
                                        cloture.formulairesPapier()))
                        .classe("small")));
        add(Balise.de("p", contact(borne)).classe("muted", "small"));
        if (!borne.manques().isEmpty()) {
            var manques = new UnorderedList();
            manques.addClassName("manques");
            borne.manques()
                    .forEach(manque -> manques.add(new ListItem(
                            Balise.de("p", manque.phrase()),
                            Balise.de("p", aFaire(borne, manque)).classe("small"))));
            add(manques);
        }
        borne.derogation().ifPresent(derogation -> add(accordee(derogation, deroge, retirer)));
        if (deroge && !borne.reglee()) {
            add(formulaire(accorder));
        }
    }

    private Etiquette etat(Borne borne) {
        if (borne.manques().isEmpty()) {
            return new Etiquette(Etiquette.Ton.OK, getTranslation("completude.etat.complete"));
        }
        return borne.derogation().isPresent()
                ? new Etiquette(Etiquette.Ton.ATTENTE, getTranslation("completude.etat.derogation"))
                : new Etiquette(Etiquette.Ton.ATTENTION, getTranslation("completude.etat.manque"));
    }

    private String contact(Borne borne) {
        String entendue = borne.entendueLe()
                .map(le -> getTranslation(
                        "completude.contact",
                        FrenchDates.instant(le),
                        borne.file().orElse(0L)))
                .orElse(getTranslation("completude.jamais-entendue"));
        return borne.revoqueeLe()
                .map(le -> getTranslation("completude.revoquee", FrenchDates.instant(le)) + " " + entendue)
                .orElse(entendue);
    }

    private String aFaire(Borne borne, Manque manque) {
        return getTranslation(
                borne.revoqueeLe().isPresent()
                        ? "completude.faire.revoquee"
                        : "completude.faire." + manque.getClass().getSimpleName());
    }

    private Div accordee(Derogation derogation, boolean deroge, Runnable retirer) {
        var bloc = new Div(
                Balise.de(
                        "p",
                        getTranslation(
                                "completude.derogation.par", derogation.par(), FrenchDates.instant(derogation.le()))),
                Balise.de("blockquote", derogation.motif()));
        bloc.addClassName("derogation");
        if (deroge) {
            bloc.add(new Button(getTranslation("completude.derogation.retirer"), _ -> retirer.run()));
        }
        return bloc;
    }

    private Details formulaire(Function<String, Optional<Completude.Refus>> accorder) {
        var motif = new TextArea(getTranslation("completude.derogation.motif"));
        motif.setHelperText(getTranslation("completude.derogation.aide"));
        motif.setMaxLength(1000);
        motif.setManualValidation(true);
        motif.setWidthFull();
        var bouton = new Button(getTranslation("completude.derogation.accorder"), _ -> {
            var refus = accorder.apply(motif.getValue());
            var auChamp = refus.filter(AU_CHAMP::contains);
            motif.setInvalid(auChamp.isPresent());
            auChamp.ifPresent(dit ->
                    motif.setErrorMessage(getTranslation("completude.refus." + dit.name(), Completude.MOTIF_MINIMAL)));
            if (motif.isInvalid()) {
                motif.focus();
            }
        });
        bouton.addThemeVariants(ButtonVariant.ERROR);
        var contenu = new Div(motif, bouton);
        contenu.addClassName("formulaire");
        return new Details(getTranslation("completude.derogation.titre"), contenu);
    }
}
