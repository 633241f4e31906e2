package fr.roubaix.cln.hub.appel;

import java.util.EnumMap;
import java.util.Map;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

import fr.roubaix.cln.domaine.candidature.Langue;

/** What a call says, one language at a time, as residents will read it. The French title is that of the call. */
final class ChampsDesTextes extends Section {

    private final Map<Langue, Annonce.Texte> textes = new EnumMap<>(Langue.class);
    private final Map<Langue, Tab> onglets = new EnumMap<>(Langue.class);
    private final TextField titre = new TextField(getTranslation("appel.texte.titre"));
    private final TextArea corps = new TextArea(getTranslation("appel.texte.corps"));
    private final Div apercu = new Div();
    private Langue montree = Langue.FRANCAIS;

    /** Shows the French text first. */
    ChampsDesTextes(Annonce annonce) {
        this(annonce, Langue.FRANCAIS);
    }

    ChampsDesTextes(Annonce annonce, Langue premiere) {
        addClassName("panel");
        textes.putAll(annonce.textes());
        var langues = new Tabs();
        for (Langue langue : Langue.values()) {
            var onglet = new Tab();
            onglets.put(langue, onglet);
            langues.add(onglet);
            nommer(langue);
        }
        langues.addSelectedChangeListener(change -> {
            retenir();
            onglets.forEach((langue, onglet) -> {
                if (onglet.equals(change.getSelectedTab())) {
                    montrer(langue);
                }
            });
        });
        corps.setValueChangeMode(ValueChangeMode.LAZY);
        corps.setMinRows(7);
        corps.setMaxRows(12);
        corps.setHelperText(getTranslation("appel.texte.aide"));
        corps.addValueChangeListener(_ -> {
            retenir();
            apercevoir();
        });
        titre.addValueChangeListener(_ -> {
            retenir();
            apercevoir();
        });
        apercu.addClassName("apercu");
        var champs = new Div(titre, corps);
        champs.addClassName("formulaire");
        add(
                new H2(getTranslation("appel.textes")),
                new Paragraph(getTranslation("appel.textes.aide")),
                langues,
                champs,
                new H3(getTranslation("appel.texte.apercu")),
                apercu);
        langues.setSelectedTab(onglets.get(premiere));
        montrer(premiere);
    }

    TextArea corps() {
        return corps;
    }

    Langue langue() {
        return montree;
    }

    /** The text shown now. */
    Annonce.Texte texte() {
        return new Annonce.Texte(titre.getValue().strip(), corps.getValue().strip());
    }

    /** Every text, the French one under the title of the call. */
    Map<Langue, Annonce.Texte> valeurs(String titreFrancais) {
        retenir();
        var valeurs = new EnumMap<>(textes);
        valeurs.computeIfPresent(Langue.FRANCAIS, (_, texte) -> new Annonce.Texte(titreFrancais, texte.corps()));
        return valeurs;
    }

    private void retenir() {
        var texte = texte();
        if (texte.vide()) {
            textes.remove(montree);
        } else {
            textes.put(montree, texte);
        }
        nommer(montree);
    }

    private void montrer(Langue langue) {
        montree = langue;
        var texte = textes.getOrDefault(langue, new Annonce.Texte("", ""));
        // What one types goes its own way; the label and the help around it stay French.
        boolean droiteAGauche = langue.sens().equals("rtl");
        titre.setClassName("de-droite-a-gauche", droiteAGauche);
        corps.setClassName("de-droite-a-gauche", droiteAGauche);
        titre.setVisible(langue != Langue.FRANCAIS);
        // Listeners read the fields: the language is already the new one, and so is its text.
        String corpsVoulu = texte.corps();
        titre.setValue(texte.titre());
        corps.setValue(corpsVoulu);
        textes.put(langue, texte);
        retenir();
        apercevoir();
    }

    private void nommer(Langue langue) {
        var onglet = onglets.get(langue);
        if (onglet != null) {
            onglet.removeAll();
            var nom = new Span(langue.nom());
            nom.getElement().setAttribute("lang", langue.html());
            onglet.add(nom);
            if (!textes.containsKey(langue)) {
                var manque = new Span(getTranslation("appel.texte.manque"));
                manque.addClassName("manque");
                onglet.add(manque);
            }
        }
    }

    private void apercevoir() {
        apercu.removeAll();
        var lecture = new Annonce(textes, Map.of()).lire(montree);
        apercu.getElement()
                .setAttribute(
                        "lang",
                        lecture.map(Annonce.Lecture::langue).orElse(montree).html());
        apercu.getElement()
                .setAttribute(
                        "dir",
                        lecture.map(Annonce.Lecture::langue).orElse(montree).sens());
        if (lecture.isEmpty()) {
            apercu.add(new Paragraph(getTranslation("appel.texte.rien")));
        }
        lecture.ifPresent(lu -> {
            if (lu.langue() != montree) {
                var note = new Paragraph(
                        getTranslation("appel.texte.a-defaut", lu.langue().nom()));
                note.addClassNames("muted", "small");
                apercu.add(note);
            }
            lu.texte().paragraphes().forEach(paragraphe -> apercu.add(new Paragraph(paragraphe)));
        });
    }
}
