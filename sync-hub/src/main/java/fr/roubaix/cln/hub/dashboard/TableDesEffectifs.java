package fr.roubaix.cln.hub.dashboard;

import java.util.List;

import com.vaadin.flow.component.details.Details;

import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.shell.Balise;

/** The numbers behind the drawings, for whoever reads tables better, or copies them. */
final class TableDesEffectifs extends Details {

    TableDesEffectifs(Effectifs effectifs, List<ClasseAge> classes) {
        setSummaryText(getTranslation("tableau.table"));
        var groupes = Balise.de("tr", Balise.de("td"));
        var titres = Balise.de("tr", colonne(getTranslation("tableau.table.secteur")));
        for (Parite parite : Parite.values()) {
            groupes.add(Balise.de("th", getTranslation("tableau.table." + parite))
                    .attribut("scope", "colgroup")
                    .attribut("colspan", Integer.toString(classes.size() + 1)));
            classes.forEach(classe -> titres.add(colonne(getTranslation("classe." + classe.name()))));
            titres.add(colonne(getTranslation("tableau.table.ensemble")));
        }
        groupes.add(Balise.de("td"));
        titres.add(colonne(getTranslation("tableau.table.total")));
        var corps = Balise.de("tbody");
        for (Secteur secteur : Secteur.values()) {
            corps.add(ligne(effectifs, secteur, classes));
        }
        add(Balise.de("table", Balise.de("thead", groupes, titres), corps).classe("table"));
    }

    private static Balise ligne(Effectifs effectifs, Secteur secteur, List<ClasseAge> classes) {
        var ligne = Balise.de("tr", Balise.de("th", secteur.nom()).attribut("scope", "row"));
        for (Parite parite : Parite.values()) {
            classes.forEach(classe -> ligne.add(nombre(effectifs.de(secteur, parite, classe))));
            ligne.add(nombre(effectifs.de(secteur, parite)));
        }
        ligne.add(nombre(effectifs.de(secteur)));
        return ligne;
    }

    private static Balise colonne(String texte) {
        return Balise.de("th", texte).attribut("scope", "col");
    }

    private static Balise nombre(int nombre) {
        return Balise.de("td", Integer.toString(nombre)).classe("nombre");
    }
}
