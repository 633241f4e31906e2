package fr.roubaix.cln.kiosk.agent;

import java.time.LocalDate;
import java.util.Optional;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;

import fr.roubaix.cln.domaine.candidature.NumeroDOriginal;
import fr.roubaix.cln.domaine.habitant.Saisie;
import fr.roubaix.cln.kiosk.agent.SaisieDeFichePapier.Refus;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.Message.FichePapier;

/** What stands on the paper beside the answers: its number, the mairie's stamp, the postmark, the signature. */
final class ChampsDuPapier extends Div {

    /** Longer than any number: more is a wrong paste, and the field says so. */
    private static final int LONGUEUR = 200;

    private final TextField original = new TextField();
    private final ChampDeJour recueLe = new ChampDeJour("agent.fiche.recue-le");
    private final ChampDeJour posteeLe = new ChampDeJour("agent.fiche.postee-le");
    private final Checkbox signee = new Checkbox();

    ChampsDuPapier(LocalDate aujourdhui) {
        addClassNames("saisie", "agent__papier-champs");
        original.setLabel(getTranslation("agent.fiche.original"));
        original.setHelperText(getTranslation("agent.fiche.original.aide"));
        original.setMaxLength(LONGUEUR);
        original.setManualValidation(true);
        original.setAutocomplete(Autocomplete.OFF);
        original.addValueChangeListener(_ -> original.setInvalid(false));
        original.addClassName("saisie__champ");
        recueLe.remplir(aujourdhui);
        signee.setLabel(getTranslation("agent.fiche.signee"));
        signee.addClassName("saisie__attestation");
        add(original, recueLe, posteeLe, signee);
    }

    /** What was read; empty, and the errors shown at their fields, when something is wrong. */
    Optional<FichePapier> lire(AgentId agent) {
        var numero = lireLOriginal();
        var recue = recueLe.lire();
        var postee = posteeLe.vide() ? Optional.<LocalDate>empty() : posteeLe.lire();
        if (posteeLe.vide()) {
            posteeLe.setInvalid(false);
        }
        if (recue.isPresent()
                && postee.filter(jour -> jour.isAfter(recue.get())).isPresent()) {
            posteeLe.refuser("agent.fiche.postee-apres");
        }
        return allerALaPremiereErreur() || numero.isEmpty() || recue.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new FichePapier(numero.get(), signee.getValue(), recue.get(), postee.orElse(null), agent));
    }

    void refuser(Refus refus) {
        String cle = "agent.fiche.refus." + refus.name();
        switch (refus) {
            case ORIGINAL_DEJA_SAISI -> refuserLOriginal(cle);
            case JOUR_A_VENIR, AVANT_L_APPEL, HORS_DELAI -> recueLe.refuser(cle);
        }
        allerALaPremiereErreur();
    }

    private Optional<NumeroDOriginal> lireLOriginal() {
        original.setInvalid(false);
        return switch (NumeroDOriginal.lire(original.getValue())) {
            case Saisie.Lue<NumeroDOriginal>(var lu) -> Optional.of(lu);
            case Saisie.Refusee<NumeroDOriginal>(var motif) -> {
                refuserLOriginal(
                        switch (motif) {
                            case VIDE -> "agent.fiche.original.vide";
                            case TROP_LONG -> "agent.fiche.original.trop-long";
                            default -> "agent.fiche.original.mal-forme";
                        });
                yield Optional.empty();
            }
        };
    }

    private void refuserLOriginal(String cle) {
        original.setErrorMessage(getTranslation(cle));
        original.setInvalid(true);
    }

    private boolean allerALaPremiereErreur() {
        for (var champ : new TextField[] {original, recueLe, posteeLe}) {
            if (champ.isInvalid()) {
                champ.focus();
                return true;
            }
        }
        return false;
    }
}
