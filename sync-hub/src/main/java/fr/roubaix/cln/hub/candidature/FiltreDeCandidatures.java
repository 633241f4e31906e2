package fr.roubaix.cln.hub.candidature;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.web.DrawnIcon;

/** What narrows the list: words, a sector, a state. */
final class FiltreDeCandidatures extends Div {

    /** The states one may ask for. */
    enum Etat {
        A_EXAMINER,
        EN_ALERTE,
        RECEVABLE,
        IRRECEVABLE;

        boolean accepte(Dossier dossier) {
            if (dossier.effacee()) {
                return false;
            }
            return switch (this) {
                case A_EXAMINER -> dossier.statut() instanceof Statut.AExaminer;
                case EN_ALERTE ->
                    dossier.statut() instanceof Statut.AExaminer
                            && !dossier.alertes().isEmpty();
                case RECEVABLE -> dossier.statut() instanceof Statut.Recevable;
                case IRRECEVABLE -> dossier.statut() instanceof Statut.Irrecevable;
            };
        }
    }

    private final TextField mots = new TextField(getTranslation("candidatures.chercher"));
    private final Select<Secteur> secteur = new Select<>();
    private final Select<Etat> etat = new Select<>();
    private final Span compte = new Span();

    FiltreDeCandidatures(Runnable change) {
        addClassName("flt");
        mots.setPrefixComponent(new DrawnIcon("search"));
        mots.setClearButtonVisible(true);
        mots.setValueChangeMode(ValueChangeMode.LAZY);
        mots.addValueChangeListener(_ -> change.run());
        secteur.setLabel(getTranslation("candidatures.secteur"));
        secteur.setItems(Secteur.values());
        secteur.setEmptySelectionAllowed(true);
        secteur.setEmptySelectionCaption(getTranslation("candidatures.tous-les-secteurs"));
        secteur.setItemLabelGenerator(s -> s == null ? getTranslation("candidatures.tous-les-secteurs") : s.nom());
        secteur.addValueChangeListener(_ -> change.run());
        etat.setLabel(getTranslation("candidatures.etat"));
        etat.setItems(Etat.values());
        etat.setEmptySelectionAllowed(true);
        etat.setEmptySelectionCaption(getTranslation("candidatures.tous-les-etats"));
        etat.setItemLabelGenerator(
                e -> e == null ? getTranslation("candidatures.tous-les-etats") : getTranslation("etat." + e.name()));
        etat.addValueChangeListener(_ -> change.run());
        compte.addClassNames("compte", "muted", "small");
        compte.getElement().setAttribute("role", "status");
        add(mots, secteur, etat, compte);
    }

    Predicate<IndexDeLAppel.Ligne> predicat() {
        List<String> cherches =
                List.of(Recherche.cle(mots.getValue()).toLowerCase(Locale.ROOT).split("\\s+"));
        Secteur s = secteur.getValue();
        Etat e = etat.getValue();
        return ligne -> cherches.stream().allMatch(ligne.cle()::contains)
                && (s == null || ligne.dossier().secteur() == s)
                && (e == null || e.accepte(ligne.dossier()));
    }

    void compter(int montrees, int toutes) {
        compte.setText(getTranslation("candidatures.affichees", montrees, toutes));
    }
}
