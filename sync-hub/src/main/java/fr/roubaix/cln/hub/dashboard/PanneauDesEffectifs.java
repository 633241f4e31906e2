package fr.roubaix.cln.hub.dashboard;

import java.util.List;
import java.util.stream.Collectors;

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

    /** Seats of a sector (art. 7 §3, criterion 1). */
    private static final int SIEGES = 4;

    /** Keys of what follows from none, one, two or three women. */
    private static final List<String> TROP_PEU = List.of("aucune-femme", "une-femme", "deux-femmes", "trois-femmes");

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
        add(titre, secteurs, new TableDesEffectifs(effectifs, CLASSES));
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
        var reste = new Div(sansPreference == 0 ? "" : getTranslation("tableau.sans-preference", sansPreference));
        reste.addClassName("nt");
        figure.add(
                new Pyramide(
                        secteur.name(),
                        dit(secteur),
                        CLASSES,
                        effectifs.plusGrand(),
                        (parite, classe) -> effectifs.de(secteur, parite, classe)),
                reste,
                note(femmes, effectifs.de(secteur)));
        return figure;
    }

    private Span total(int nombre, String cle) {
        return new Span(new Span(Integer.toString(nombre)), Balise.de("small", getTranslation(cle)));
    }

    /** What the number of women asks for (art. 7 §3, criterion 2), as far as it is known today. */
    private Div note(int femmes, int total) {
        String cle = total <= SIEGES ? "tous-retenus" : femmes < TROP_PEU.size() ? TROP_PEU.get(femmes) : "tirage";
        boolean attention = total < SIEGES || femmes < 2;
        var note = new Div(
                new DrawnIcon(attention ? "alert" : femmes < TROP_PEU.size() ? "info" : "dice"),
                new Span(getTranslation("tableau.note." + cle)));
        note.addClassName("nt");
        if (attention) {
            note.addClassName("nt--warn");
        }
        return note;
    }

    private String dit(Secteur secteur) {
        return CLASSES.stream()
                .map(classe -> getTranslation(
                        "tableau.classe",
                        getTranslation("classe." + classe.name()),
                        effectifs.de(secteur, Parite.FEMMES, classe),
                        effectifs.de(secteur, Parite.HOMMES, classe)))
                .collect(Collectors.joining(" ; "));
    }
}
