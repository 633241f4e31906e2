package fr.roubaix.cln.web.saisie;

import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.web.DrawnIcon;

/** The sector of the chosen address, in words and with its glyph; read aloud when it changes. */
final class SecteurTrouve extends Div implements LocaleChangeObserver {

    private Runnable encore = () -> {};

    SecteurTrouve() {
        addClassNames("card", "saisie__trouve");
        getElement().setAttribute("role", "status");
        montrer(Optional.empty());
    }

    /** Nothing yet, or the sector. */
    void montrer(Optional<Secteur> secteur) {
        encore = () -> montrer(secteur);
        removeAll();
        setVisible(true);
        setClassName("saisie__trouve--vide", secteur.isEmpty());
        setClassName("saisie__trouve--question", false);
        secteur.ifPresentOrElse(
                connu -> add(
                        DrawnIcon.of(connu),
                        phrase("saisie.trouve", "saisie__trouve-intitule"),
                        nom(connu),
                        phrase("saisie.trouve.precision", "saisie__trouve-precision")),
                () -> add(phrase("saisie.trouve.rien", "saisie__trouve-precision")));
    }

    /** The base cannot tell: the question comes below, and what becomes of the answer is said here. */
    void aConfirmer() {
        encore = this::aConfirmer;
        removeAll();
        setClassName("saisie__trouve--vide", false);
        setClassName("saisie__trouve--question", true);
        add(phrase("saisie.trouve.a-confirmer", "saisie__trouve-precision"));
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        encore.run();
    }

    private Paragraph phrase(String cle, String classe) {
        var phrase = new Paragraph(getTranslation(cle));
        phrase.addClassName(classe);
        return phrase;
    }

    private static Paragraph nom(Secteur secteur) {
        var nom = new Paragraph(secteur.nom());
        nom.addClassName("saisie__trouve-nom");
        return nom;
    }
}
