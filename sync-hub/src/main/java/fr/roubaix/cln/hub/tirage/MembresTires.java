package fr.roubaix.cln.hub.tirage;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.tirage.Designe;
import fr.roubaix.cln.domaine.tirage.ProcesVerbal;
import fr.roubaix.cln.hub.shell.Balise;
import fr.roubaix.cln.hub.shell.Etiquette;
import fr.roubaix.cln.web.DrawnIcon;

/** The members drawn, sector by sector, by code. */
final class MembresTires extends Section {

    MembresTires(ProcesVerbal pv) {
        addClassNames("panel", "plan", "membres");
        var titre = new Div(
                new H2(getTranslation("tirage.membres", pv.designes().size())),
                new Etiquette(Etiquette.Ton.OK, getTranslation("tirage.fait")));
        titre.addClassName("panel__h");
        var entete = Balise.de("tr");
        for (String cle : new String[] {
            "tirage.secteur",
            "candidatures.numero",
            "candidatures.sexe",
            "candidatures.age",
            "tirage.comment",
            "tirage.rang"
        }) {
            entete.add(Balise.de("th", getTranslation(cle)).attribut("scope", "col"));
        }
        var corps = Balise.de("tbody");
        pv.designes().forEach(designe -> corps.add(ligne(designe)));
        add(
                titre,
                equilibre(pv),
                Balise.de("table", Balise.de("thead", entete), corps).classe("table"));
    }

    /** Women and men as as many squares, then the classes: at a glance what the list below says line by line. */
    private Balise equilibre(ProcesVerbal pv) {
        var equilibre = Balise.de("p").classe("equilibre");
        for (Sexe sexe : Sexe.values()) {
            long nombre = pv.designes().stream()
                    .filter(designe -> designe.personne().sexe() == sexe)
                    .count();
            var sieges = new Span(
                    new Span(getTranslation(sexe == Sexe.F ? "tirage.sieges.femmes" : "tirage.sieges.hommes")),
                    Balise.de("b", Long.toString(nombre)));
            sieges.addClassName("sieges");
            for (long i = 0; i < nombre; i++) {
                sieges.add(sexe == Sexe.F ? Balise.de("i") : Balise.de("i").classe("h"));
            }
            equilibre.add(sieges);
        }
        for (ClasseAge classe : ClasseAge.values()) {
            long nombre = pv.designes().stream()
                    .filter(designe -> designe.personne().classe() == classe)
                    .count();
            equilibre.add(new Span(new Span(classe.code() + " "), Balise.de("b", Long.toString(nombre))));
        }
        return equilibre;
    }

    private Balise ligne(Designe designe) {
        var personne = designe.personne();
        var secteur = new Span(
                DrawnIcon.of(personne.secteur()), new Span(personne.secteur().nom()));
        secteur.addClassName("avec-secteur");
        return Balise.de(
                "tr",
                Balise.de("td", secteur),
                Balise.de("td", Balise.de("b", personne.id().affiche())).classe("mono"),
                Balise.de("td", getTranslation("sexe." + personne.sexe().name())),
                Balise.de("td", personne.classe().code()),
                Balise.de("td", designe.attribution().phrase()).classe("why"),
                Balise.de("td", designe.rang().hex().substring(0, 8) + "…").classe("mono", "muted"));
    }
}
