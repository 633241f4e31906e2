package fr.roubaix.cln.hub.tirage;

import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.Effectif;
import fr.roubaix.cln.domaine.tirage.Plan;
import fr.roubaix.cln.hub.shell.Balise;

/** What is known before the dice: seats by sector, the exact chances of everyone, then the reasons. */
final class TableDuPlan extends Section {

    private final Plan plan;
    private final CasesDuPlan cases;

    TableDuPlan(Plan plan) {
        this.plan = plan;
        this.cases = new CasesDuPlan(plan, this);
        addClassNames("panel", "plan");
        var titre = new Div(new H2(getTranslation("tirage.plan")), cases.parite());
        titre.addClassName("panel__h");
        add(
                titre,
                Balise.de(
                                "p",
                                getTranslation(
                                        "tirage.lecture.sous", plan.lecture().phrase()))
                        .classe("muted"),
                table(),
                new ConstatsDuPlan(plan),
                new RaisonsDuPlan(List.of(plan)),
                ConstatsDuPlan.interpretations(plan));
    }

    private Balise table() {
        var haut = Balise.de(
                "tr",
                cases.titre("tirage.secteur").attribut("rowspan", "2"),
                cases.titre("tirage.candidats").attribut("colspan", "2"),
                cases.titre("tirage.femmes").attribut("colspan", "2"),
                cases.titre("tirage.hommes").attribut("rowspan", "2"),
                cases.titre("tirage.chance-femme").attribut("colspan", "2"),
                cases.titre("tirage.chance-homme").attribut("colspan", "2"));
        var bas = Balise.de(
                "tr",
                cases.titre("tirage.f").classe("num"),
                cases.titre("tirage.h").classe("num"),
                cases.titre("tirage.prevu"),
                cases.titre("tirage.retenu"),
                cases.titre("tirage.prioritaires"),
                cases.titre("tirage.autres"),
                cases.titre("tirage.prioritaires"),
                cases.titre("tirage.autres"));
        var corps = Balise.de("tbody");
        plan.effectifs().forEach(effectif -> corps.add(ligne(effectif)));
        return Balise.de("table", Balise.de("thead", haut, bas), corps, Balise.de("tfoot", total()))
                .classe("table");
    }

    private Balise ligne(Effectif effectif) {
        Secteur secteur = effectif.secteur();
        return Balise.de(
                "tr",
                cases.secteur(secteur),
                Balise.de("td", Integer.toString(effectif.femmes().candidats())).classe("num"),
                Balise.de("td", Integer.toString(effectif.hommes().candidats())).classe("num"),
                cases.prevu(secteur),
                cases.sieges(secteur, Sexe.F),
                cases.sieges(secteur, Sexe.H),
                cases.caseDeChance(secteur, Sexe.F, true),
                cases.caseDeChance(secteur, Sexe.F, false),
                cases.caseDeChance(secteur, Sexe.H, true),
                cases.caseDeChance(secteur, Sexe.H, false));
    }

    private Balise total() {
        int femmes =
                plan.effectifs().stream().mapToInt(e -> e.femmes().candidats()).sum();
        int hommes =
                plan.effectifs().stream().mapToInt(e -> e.hommes().candidats()).sum();
        return Balise.de(
                "tr",
                Balise.de("td", getTranslation("tirage.total")),
                Balise.de("td", Integer.toString(femmes)).classe("num"),
                Balise.de("td", Integer.toString(hommes)).classe("num"),
                Balise.de("td"),
                cases.sieges(Sexe.F),
                cases.sieges(Sexe.H),
                Balise.de("td", cases.controle()).attribut("colspan", "4").classe("controle"));
    }
}
