package fr.roubaix.cln.hub.tirage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.Chance;
import fr.roubaix.cln.domaine.tirage.Constat;
import fr.roubaix.cln.domaine.tirage.Effectif;
import fr.roubaix.cln.domaine.tirage.Fraction;
import fr.roubaix.cln.domaine.tirage.Plan;
import fr.roubaix.cln.domaine.tirage.Repartition;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Balise;
import fr.roubaix.cln.hub.shell.Etiquette;
import fr.roubaix.cln.web.DrawnIcon;

/** What is known before the dice: seats by sector, the exact chances of everyone, then the reasons. */
final class TableDuPlan extends Section {

    private final Plan plan;
    private final List<Chance> chances;

    TableDuPlan(Plan plan) {
        this.plan = plan;
        this.chances = plan.chances();
        addClassNames("panel", "plan");
        var titre = new Div(new H2(getTranslation("tirage.plan")), parite());
        titre.addClassName("panel__h");
        add(titre, table(), new RaisonsDuPlan(plan));
        var sansChance = constats(Constat.SansChance.class::isInstance);
        constats(constat -> !(constat instanceof Constat.Interpretation || constat instanceof Constat.SansChance))
                .forEach(constat -> add(new Avis(Avis.Ton.ATTENTION, constat.phrase())));
        if (!plan.sortNecessaire()) {
            add(new Avis(Avis.Ton.INFORMATION, getTranslation("tirage.sort-sans-effet")));
        }
        if (!sansChance.isEmpty()) {
            add(new Avis(Avis.Ton.ATTENTION, getTranslation("tirage.sans-chance", sansChance.size())));
            add(replie("tirage.sans-chance.detail", sansChance));
        }
        add(replie("tirage.interpretations", constats(Constat.Interpretation.class::isInstance)));
    }

    private List<Constat> constats(Predicate<Constat> lesquels) {
        return plan.constats().stream().filter(lesquels).toList();
    }

    private Details replie(String cle, List<Constat> constats) {
        var phrases = new UnorderedList();
        phrases.addClassName("phrases");
        constats.forEach(constat -> phrases.add(new ListItem(constat.phrase())));
        return new Details(getTranslation(cle), phrases);
    }

    private Etiquette parite() {
        return plan.ecart() == 0
                ? new Etiquette(Etiquette.Ton.OK, getTranslation("tirage.parite-atteinte"))
                : new Etiquette(Etiquette.Ton.ATTENTION, getTranslation("tirage.ecart", plan.ecart()));
    }

    private Balise table() {
        var haut = Balise.de(
                "tr",
                titre("tirage.secteur").attribut("rowspan", "2"),
                titre("tirage.candidats").attribut("colspan", "2"),
                titre("tirage.femmes").attribut("colspan", "2"),
                titre("tirage.hommes").attribut("rowspan", "2"),
                titre("tirage.chance-femme").attribut("colspan", "2"),
                titre("tirage.chance-homme").attribut("colspan", "2"));
        var bas = Balise.de(
                "tr",
                titre("tirage.f").classe("num"),
                titre("tirage.h").classe("num"),
                titre("tirage.prevu"),
                titre("tirage.retenu"),
                titre("tirage.prioritaires"),
                titre("tirage.autres"),
                titre("tirage.prioritaires"),
                titre("tirage.autres"));
        var corps = Balise.de("tbody");
        plan.effectifs().forEach(effectif -> corps.add(ligne(effectif)));
        return Balise.de("table", Balise.de("thead", haut, bas), corps, Balise.de("tfoot", total()))
                .classe("table");
    }

    private Balise titre(String cle) {
        return Balise.de("th", getTranslation(cle)).attribut("scope", "col");
    }

    private Balise ligne(Effectif effectif) {
        Secteur secteur = effectif.secteur();
        List<Repartition> possibles = plan.possibles(secteur);
        Repartition premiere = possibles.getFirst();
        var nom = new Span(DrawnIcon.of(secteur), Balise.de("b", secteur.nom()));
        nom.addClassName("avec-secteur");
        return Balise.de(
                "tr",
                Balise.de("td", nom),
                Balise.de("td", Integer.toString(effectif.femmes().candidats())).classe("num"),
                Balise.de("td", Integer.toString(effectif.hommes().candidats())).classe("num"),
                Balise.de("td", Integer.toString(premiere.nominal())),
                Balise.de("td", sieges(possibles, true)),
                Balise.de("td", sieges(possibles, false)),
                chance(secteur, Sexe.F, true),
                chance(secteur, Sexe.F, false),
                chance(secteur, Sexe.H, true),
                chance(secteur, Sexe.H, false));
    }

    /** As many small squares as seats; when tables tie, the numbers that the dice may give. */
    private static Div sieges(List<Repartition> possibles, boolean femmes) {
        List<Integer> nombres = possibles.stream()
                .map(r -> femmes ? r.femmes() : r.hommes())
                .distinct()
                .sorted()
                .toList();
        String texte = String.join("/", nombres.stream().map(String::valueOf).toList());
        var sieges = new Div(Balise.de("b", texte));
        sieges.addClassName("sieges");
        for (int i = 0; i < nombres.getFirst(); i++) {
            sieges.add(femmes ? Balise.de("i") : Balise.de("i").classe("h"));
        }
        return sieges;
    }

    private Balise chance(Secteur secteur, Sexe sexe, boolean prioritaire) {
        Optional<Fraction> valeur = chances.stream()
                .filter(c -> c.secteur() == secteur && c.sexe() == sexe && c.prioritaire() == prioritaire)
                .map(Chance::valeur)
                .findFirst();
        if (valeur.isEmpty()) {
            return Balise.de("td", getTranslation("tirage.personne")).classe("muted");
        }
        Fraction fraction = valeur.get();
        var cellule = Balise.de("td", new Span(fraction.toString())).classe("fr");
        if (fraction.equals(Fraction.ZERO)) {
            return cellule.classe("zero");
        }
        if (fraction.equals(Fraction.UN)) {
            cellule.add(Balise.de("small", getTranslation("tirage.retenu-d-office")));
        } else {
            cellule.add(Balise.de("small", pourcentage(fraction)));
        }
        return cellule;
    }

    private static String pourcentage(Fraction fraction) {
        BigDecimal valeur = new BigDecimal(fraction.numerateur())
                .multiply(BigDecimal.valueOf(100))
                .divide(new BigDecimal(fraction.denominateur()), 1, RoundingMode.HALF_UP);
        return String.format(Locale.FRANCE, "%.1f %%", valeur);
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
                Balise.de("td", getTranslation("tirage.sieges-a-tirer", plan.siegesATirer()))
                        .attribut("colspan", "7"));
    }
}
