package fr.roubaix.cln.web.saisie;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.habitant.DateDeNaissance;
import fr.roubaix.cln.domaine.habitant.Saisie.Lue;
import fr.roubaix.cln.domaine.habitant.Saisie.Motif;
import fr.roubaix.cln.domaine.habitant.Saisie.Refusee;

/**
 * Day, month and year, three fields in one group, with a number pad on a shared terminal, never a calendar. The error is one sentence under
 * the group, because it is about the date as a whole more often than about one field; the field to correct is marked
 * and takes the focus.
 */
public final class ChampsDeNaissance extends Reponse<DateDeNaissance> implements LocaleChangeObserver {

    private static final String ERREUR = "naissance-erreur";

    private final Supplier<LocalDate> aujourdhui;
    private final TextField jour;
    private final TextField mois;
    private final TextField annee;
    private final Div groupe;
    private final Paragraph erreur = new Paragraph();
    private @Nullable Motif refus;

    /** @param aujourdhui the day in Roubaix when the fields are read */
    public ChampsDeNaissance(Poste poste, Supplier<LocalDate> aujourdhui) {
        this.aujourdhui = aujourdhui;
        jour = champ(poste, "jour", 2, Autocomplete.BDAY_DAY);
        mois = champ(poste, "mois", 2, Autocomplete.BDAY_MONTH);
        annee = champ(poste, "annee", 4, Autocomplete.BDAY_YEAR);
        groupe = new Div(jour, mois, annee);
        addClassName("saisie--naissance");
        groupe.addClassName("saisie__date");
        groupe.getElement().setAttribute("role", "group");
        groupe.getElement().setAttribute("aria-label", getTranslation("saisie.naissance.libelle"));
        erreur.setId(ERREUR);
        erreur.addClassName("saisie__erreur");
        erreur.getElement().setAttribute("role", "alert");
        var gauche = new Div(groupe, erreur, new Pourquoi("saisie.naissance.pourquoi"));
        gauche.addClassName("saisie__gauche");
        add(poste == Poste.PARTAGE ? new Pave(gauche) : gauche);
    }

    private TextField champ(Poste poste, String nom, int chiffres, Autocomplete sens) {
        var champ = new TextField();
        nommer(champ, nom);
        champ.setAllowedCharPattern("[0-9]");
        champ.getElement().setAttribute("inputmode", "numeric");
        champ.getElement().setAttribute(Pave.CHIFFRES, Integer.toString(chiffres));
        champ.setAutocomplete(poste == Poste.PERSONNEL ? sens : Autocomplete.OFF);
        champ.setManualValidation(true);
        champ.addValueChangeListener(_ -> champ.setInvalid(false));
        champ.addClassName("saisie__chiffres");
        return champ;
    }

    @Override
    public Optional<DateDeNaissance> lire() {
        return switch (DateDeNaissance.lire(jour.getValue(), mois.getValue(), annee.getValue(), aujourdhui.get())) {
            case Lue(var naissance) -> {
                effacerErreur();
                yield Optional.of(naissance);
            }
            case Refusee(var motif) -> {
                refuser(motif);
                yield Optional.empty();
            }
        };
    }

    private void refuser(Motif motif) {
        effacerErreur();
        refus = motif;
        dire(motif);
        groupe.getElement().setAttribute("aria-describedby", ERREUR);
        var faux = aCorriger(motif);
        faux.setInvalid(true);
        faux.focus();
    }

    private void dire(Motif motif) {
        erreur.setText(getTranslation("saisie.naissance.erreur." + motif.name()));
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        nommer(jour, "jour");
        nommer(mois, "mois");
        nommer(annee, "annee");
        groupe.getElement().setAttribute("aria-label", getTranslation("saisie.naissance.libelle"));
        if (refus != null) {
            dire(refus);
        }
    }

    private void nommer(TextField champ, String nom) {
        champ.setLabel(getTranslation("saisie." + nom + ".libelle"));
        champ.setHelperText(getTranslation("saisie." + nom + ".aide"));
    }

    private TextField aCorriger(Motif motif) {
        return switch (motif) {
            case MOIS_MANQUANT, MOIS_HORS_LIMITES -> mois;
            case ANNEE_MANQUANTE, ANNEE_SUR_QUATRE_CHIFFRES, DATE_FUTURE, AGE_INVRAISEMBLABLE -> annee;
            default -> jour;
        };
    }

    private void effacerErreur() {
        List.of(jour, mois, annee).forEach(champ -> champ.setInvalid(false));
        refus = null;
        erreur.setText("");
        groupe.getElement().removeAttribute("aria-describedby");
    }

    @Override
    public void remplir(DateDeNaissance naissance) {
        jour.setValue("%02d".formatted(naissance.jour().getDayOfMonth()));
        mois.setValue("%02d".formatted(naissance.jour().getMonthValue()));
        annee.setValue("%04d".formatted(naissance.jour().getYear()));
        effacerErreur();
    }
}
