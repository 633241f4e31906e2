package fr.roubaix.cln.hub.tirage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;

import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.Plan;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Balise;
import fr.roubaix.cln.hub.shell.Etiquette;

/**
 * The plan under both readings of criterion 3, side by side and row against row, before one is chosen; what differs is framed
 * and said in words. Once one is chosen it stays marked beside the other, until the plan is confirmed.
 */
final class LecturesComparees extends Section {

    private final List<Plan> plans;
    private final Optional<Lecture> retenue;
    private final Optional<Consumer<Lecture>> choisir;

    /**
     * Shows both.
     *
     * @param retenue the one chosen so far
     * @param choisir told of a choice; empty for whoever may not choose
     */
    LecturesComparees(ListeDuTirage liste, Optional<Lecture> retenue, Optional<Consumer<Lecture>> choisir) {
        this.plans = Arrays.stream(Lecture.values())
                .map(lecture -> Plan.pour(liste, lecture))
                .toList();
        this.retenue = retenue;
        this.choisir = choisir;
        addClassName("lectures");
        var colonnes = new Div();
        colonnes.addClassName("lectures__deux");
        plans.forEach(plan -> colonnes.add(lecture(plan)));
        var raisons = new Section(new RaisonsDuPlan(plans), ConstatsDuPlan.interpretations(plans.getFirst()));
        raisons.addClassNames("panel", "plan");
        add(new H2(getTranslation("tirage.lecture")), differences(), colonnes, raisons);
    }

    private Div differences() {
        List<String> phrases = new ArrayList<>();
        for (Secteur secteur : Secteur.values()) {
            if (siegesDifferents(secteur)) {
                phrases.add(getTranslation("tirage.differe.sieges", secteur.nom()));
            }
            for (Sexe sexe : Sexe.values()) {
                for (boolean prioritaire : new boolean[] {true, false}) {
                    if (chancesDifferentes(secteur, sexe, prioritaire)) {
                        phrases.add(chance(secteur, sexe, prioritaire));
                    }
                }
            }
        }
        if (phrases.isEmpty()) {
            return new Div(new Avis(Avis.Ton.INFORMATION, getTranslation("tirage.differe.rien")));
        }
        var liste = new UnorderedList();
        liste.addClassName("phrases");
        phrases.forEach(phrase -> liste.add(new ListItem(phrase)));
        return new Div(
                new Paragraph(getTranslation("tirage.differe", phrases.size())),
                new Details(getTranslation("tirage.differe.detail"), liste));
    }

    private String chance(Secteur secteur, Sexe sexe, boolean prioritaire) {
        List<String> valeurs = plans.stream()
                .map(plan -> new CasesDuPlan(plan, this)
                        .chance(secteur, sexe, prioritaire)
                        .orElseThrow()
                        .toString())
                .toList();
        return getTranslation(
                "tirage.differe.chance",
                secteur.nom(),
                getTranslation("tirage.sieges." + (sexe == Sexe.F ? "femmes" : "hommes")),
                getTranslation(prioritaire ? "tirage.prioritaires" : "tirage.autres"),
                valeurs.getFirst(),
                valeurs.getLast());
    }

    private boolean siegesDifferents(Secteur secteur) {
        return !plans.getFirst().possibles(secteur).equals(plans.getLast().possibles(secteur));
    }

    private boolean chancesDifferentes(Secteur secteur, Sexe sexe, boolean prioritaire) {
        return plans.stream()
                        .map(plan -> new CasesDuPlan(plan, this).chance(secteur, sexe, prioritaire))
                        .distinct()
                        .count()
                > 1;
    }

    private Section lecture(Plan plan) {
        var cases = new CasesDuPlan(plan, this);
        String nom = getTranslation("tirage.lecture." + plan.lecture().name());
        boolean choisie = retenue.equals(Optional.of(plan.lecture()));
        var titre = new Div(new H3(nom));
        titre.addClassName("panel__h");
        if (choisie) {
            titre.add(new Etiquette(Etiquette.Ton.OK, getTranslation("tirage.lecture.celle-ci")));
        }
        titre.add(cases.parite());
        var section = new Section(
                titre, Balise.de("p", plan.lecture().phrase()).classe("muted"), table(cases), new ConstatsDuPlan(plan));
        section.addClassNames("panel", "plan", "lecture");
        if (choisie) {
            section.addClassName("lecture--retenue");
        } else {
            choisir.ifPresent(suite -> section.add(bouton(plan.lecture(), nom, suite)));
        }
        return section;
    }

    private Button bouton(Lecture lecture, String nom, Consumer<Lecture> suite) {
        String mots = getTranslation(retenue.isEmpty() ? "tirage.lecture.retenir" : "tirage.lecture.changer");
        var bouton = new Button(mots, _ -> suite.accept(lecture));
        bouton.setAriaLabel(getTranslation("tirage.lecture.bouton", mots, nom));
        if (retenue.isEmpty()) {
            bouton.addThemeVariants(ButtonVariant.PRIMARY);
        }
        return bouton;
    }

    private Balise table(CasesDuPlan cases) {
        var haut = Balise.de(
                "tr",
                cases.titre("tirage.secteur.candidats").attribut("rowspan", "2"),
                cases.titre("tirage.sieges.femmes").attribut("colspan", "2"),
                cases.titre("tirage.sieges.hommes").attribut("rowspan", "2"),
                cases.titre("tirage.chance-femme").attribut("colspan", "2"),
                cases.titre("tirage.chance-homme").attribut("colspan", "2"));
        var bas = Balise.de(
                "tr",
                cases.titre("tirage.prevu"),
                cases.titre("tirage.retenu"),
                cases.titre("tirage.prioritaires"),
                cases.titre("tirage.autres"),
                cases.titre("tirage.prioritaires"),
                cases.titre("tirage.autres"));
        var corps = Balise.de("tbody");
        for (Secteur secteur : Secteur.values()) {
            boolean sieges = siegesDifferents(secteur);
            corps.add(Balise.de(
                    "tr",
                    cases.secteurEtCandidats(secteur),
                    marquee(cases.prevu(secteur), sieges),
                    marquee(cases.sieges(secteur, Sexe.F), sieges),
                    marquee(cases.sieges(secteur, Sexe.H), sieges),
                    chance(cases, secteur, Sexe.F, true),
                    chance(cases, secteur, Sexe.F, false),
                    chance(cases, secteur, Sexe.H, true),
                    chance(cases, secteur, Sexe.H, false)));
        }
        var total = Balise.de(
                "tr",
                Balise.de("td", getTranslation("tirage.total")),
                Balise.de("td"),
                cases.sieges(Sexe.F),
                cases.sieges(Sexe.H),
                Balise.de("td", cases.controle()).attribut("colspan", "4").classe("controle"));
        return Balise.de("table", Balise.de("thead", haut, bas), corps, Balise.de("tfoot", total))
                .classe("table");
    }

    private Balise chance(CasesDuPlan cases, Secteur secteur, Sexe sexe, boolean prioritaire) {
        return marquee(cases.caseDeChance(secteur, sexe, prioritaire), chancesDifferentes(secteur, sexe, prioritaire));
    }

    private static Balise marquee(Balise cellule, boolean differe) {
        return differe ? cellule.classe("differe") : cellule;
    }
}
