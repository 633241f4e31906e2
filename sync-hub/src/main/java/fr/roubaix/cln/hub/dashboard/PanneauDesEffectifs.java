package fr.roubaix.cln.hub.dashboard;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.shell.Balise;
import fr.roubaix.cln.web.DrawnIcon;

/** Five small charts on one scale: women and men of each sector by age class, with numbers beside every bar. */
final class PanneauDesEffectifs extends Section {

    /** The longest bar has this step of the style sheet's ten. */
    private static final int CRANS = 10;

    /** From the oldest, as on the axis. */
    private static final List<ClasseAge> CLASSES =
            List.of(ClasseAge.A_PARTIR_DE_65, ClasseAge.DE_26_A_64, ClasseAge.DE_16_A_25);

    private final Effectifs effectifs;

    PanneauDesEffectifs(Effectifs effectifs) {
        this.effectifs = effectifs;
        addClassName("panel");
        var titre = new Div(
                new H2(getTranslation("tableau.effectifs", effectifs.total())),
                legende("f", "tableau.femmes", effectifs.de(Parite.FEMMES)),
                legende("h", "tableau.hommes", effectifs.de(Parite.HOMMES)),
                legende("s", "tableau.sans-preference", effectifs.de(Parite.SANS_PREFERENCE)));
        titre.addClassName("panel__h");
        var axe = new Div();
        axe.addClassName("ax");
        CLASSES.forEach(classe -> axe.add(new Span(getTranslation("classe." + classe.name()))));
        var secteurs = new Div(axe);
        secteurs.addClassName("sms");
        for (Secteur secteur : Secteur.values()) {
            secteurs.add(figure(secteur));
        }
        add(titre, secteurs);
    }

    private Component legende(String classe, String cle, int nombre) {
        var legende = new Span(Balise.de("i").classe(classe), new Span(getTranslation(cle, nombre)));
        legende.addClassName("lg");
        return legende;
    }

    private Component figure(Secteur secteur) {
        int femmes = effectifs.de(secteur, Parite.FEMMES);
        int hommes = effectifs.de(secteur, Parite.HOMMES);
        int sansPreference = effectifs.de(secteur, Parite.SANS_PREFERENCE);
        var totaux = new Div(total(femmes, "tirage.f"), total(hommes, "tirage.h"));
        totaux.addClassName("tot");
        var figure = Balise.de(
                        "figure",
                        Balise.de(
                                "figcaption",
                                DrawnIcon.of(secteur),
                                new Span(secteur.nom()),
                                Balise.de("span", Integer.toString(effectifs.de(secteur)))
                                        .classe("muted")),
                        totaux)
                .classe("sm")
                .attribut(
                        "aria-label", getTranslation("tableau.secteur", secteur.nom(), femmes, hommes, sansPreference));
        CLASSES.forEach(classe -> figure.add(barres(secteur, classe)));
        var note = new Div(sansPreference == 0 ? "" : getTranslation("tableau.sans-preference", sansPreference));
        note.addClassName("nt");
        figure.add(note);
        return figure;
    }

    private Span total(int nombre, String cle) {
        return new Span(new Span(Integer.toString(nombre)), Balise.de("small", getTranslation(cle)));
    }

    private Component barres(Secteur secteur, ClasseAge classe) {
        int femmes = effectifs.de(secteur, Parite.FEMMES, classe);
        int hommes = effectifs.de(secteur, Parite.HOMMES, classe);
        var gauche = new Span(nombre(femmes), barre(femmes));
        gauche.addClassName("l");
        var droite = new Span(barre(hommes), nombre(hommes));
        droite.addClassName("r");
        var barres = new Div(gauche, droite);
        barres.addClassName("pr");
        return barres;
    }

    private static Component nombre(int nombre) {
        return Balise.de("b", Integer.toString(nombre));
    }

    private Component barre(int nombre) {
        int cran = nombre == 0 ? 0 : Math.max(1, Math.round((float) nombre * CRANS / effectifs.plusGrand()));
        return Balise.de("i").classe("b" + cran);
    }
}
