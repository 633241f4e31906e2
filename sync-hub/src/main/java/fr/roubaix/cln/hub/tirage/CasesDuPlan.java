package fr.roubaix.cln.hub.tirage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.Chance;
import fr.roubaix.cln.domaine.tirage.Fraction;
import fr.roubaix.cln.domaine.tirage.Plan;
import fr.roubaix.cln.domaine.tirage.Repartition;
import fr.roubaix.cln.hub.shell.Balise;
import fr.roubaix.cln.hub.shell.Etiquette;
import fr.roubaix.cln.web.DrawnIcon;

/** The cells of a plan, the same wherever it is shown: seats as squares and exact chances, each 0 and 1 in words too. */
final class CasesDuPlan {

    private final Plan plan;
    private final List<Chance> chances;
    private final Component traducteur;

    /** Draws the cells of a plan with the translations of a component. */
    CasesDuPlan(Plan plan, Component traducteur) {
        this.plan = plan;
        this.chances = plan.chances();
        this.traducteur = traducteur;
    }

    Balise titre(String cle) {
        return Balise.de("th", traducteur.getTranslation(cle)).attribut("scope", "col");
    }

    Balise secteur(Secteur secteur) {
        var nom = new Span(DrawnIcon.of(secteur), Balise.de("b", secteur.nom()));
        nom.addClassName("avec-secteur");
        return Balise.de("th", nom).attribut("scope", "row");
    }

    /** A sector with its candidates below, where they have no columns of their own. */
    Balise secteurEtCandidats(Secteur secteur) {
        var effectif = plan.effectif(secteur);
        var cellule = secteur(secteur);
        cellule.add(Balise.de(
                        "small",
                        traducteur.getTranslation(
                                "tirage.effectif",
                                effectif.femmes().candidats(),
                                effectif.hommes().candidats()))
                .classe("effectif"));
        return cellule;
    }

    Etiquette parite() {
        return plan.ecart() == 0
                ? new Etiquette(Etiquette.Ton.OK, traducteur.getTranslation("tirage.parite-atteinte"))
                : new Etiquette(Etiquette.Ton.ATTENTION, traducteur.getTranslation("tirage.ecart", plan.ecart()));
    }

    /** The women that criterion 2 asks for; a table that departs from it says so. */
    Balise prevu(Secteur secteur) {
        List<Repartition> possibles = plan.possibles(secteur);
        var nombre = new Span(Integer.toString(possibles.getFirst().nominal()));
        return possibles.stream().anyMatch(possible -> possible.derogation().isPresent())
                ? drapeau("alert", nombre, "tirage.derogation.mot").classe("zero")
                : Balise.de("td", nombre);
    }

    /** As many small squares as seats; when tables tie, the numbers that the dice may give. */
    Balise sieges(Secteur secteur, Sexe sexe) {
        List<Integer> nombres = nombres(plan.possibles(secteur), sexe);
        var sieges = new Div(Balise.de("b", texte(nombres)));
        sieges.addClassName("sieges");
        for (int i = 0; i < nombres.getFirst(); i++) {
            sieges.add(sexe == Sexe.F ? Balise.de("i") : Balise.de("i").classe("h"));
        }
        return Balise.de("td", sieges);
    }

    /** The seats of one sex over the whole council, renewed members included. */
    Balise sieges(Sexe sexe) {
        return Balise.de(
                "td",
                Balise.de(
                        "b",
                        texte(plan.tables().stream()
                                .map(table -> plan.repartition(table).stream()
                                        .mapToInt(repartition -> nombre(repartition, sexe))
                                        .sum())
                                .distinct()
                                .sorted()
                                .toList())));
    }

    private static List<Integer> nombres(List<Repartition> possibles, Sexe sexe) {
        return possibles.stream().map(r -> nombre(r, sexe)).distinct().sorted().toList();
    }

    private static int nombre(Repartition repartition, Sexe sexe) {
        return sexe == Sexe.F ? repartition.femmes() : repartition.hommes();
    }

    private static String texte(List<Integer> nombres) {
        return nombres.stream().map(String::valueOf).collect(Collectors.joining("/"));
    }

    /** The chance of one person of a group; empty for a group without a candidate. */
    Optional<Fraction> chance(Secteur secteur, Sexe sexe, boolean prioritaire) {
        return chances.stream()
                .filter(c -> c.secteur() == secteur && c.sexe() == sexe && c.prioritaire() == prioritaire)
                .map(Chance::valeur)
                .findFirst();
    }

    Balise caseDeChance(Secteur secteur, Sexe sexe, boolean prioritaire) {
        Optional<Fraction> valeur = chance(secteur, sexe, prioritaire);
        if (valeur.isEmpty()) {
            return Balise.de("td", traducteur.getTranslation("tirage.personne")).classe("muted");
        }
        Fraction fraction = valeur.get();
        var nombre = new Span(fraction.toString());
        if (fraction.equals(Fraction.ZERO)) {
            return drapeau("alert", nombre, "tirage.aucune-chance").classe("fr", "zero");
        }
        if (fraction.equals(Fraction.UN)) {
            return drapeau("check", nombre, "tirage.retenu-d-office").classe("fr", "un");
        }
        return Balise.de("td", nombre, Balise.de("small", pourcentage(fraction)))
                .classe("fr");
    }

    /** A cell that says something in a drawing and in words. */
    private Balise drapeau(String dessin, Span nombre, String cle) {
        return Balise.de(
                "td",
                new DrawnIcon(dessin),
                nombre,
                Balise.de("small", traducteur.getTranslation(cle)).classe("drapeau"));
    }

    private static String pourcentage(Fraction fraction) {
        BigDecimal valeur = new BigDecimal(fraction.numerateur())
                .multiply(BigDecimal.valueOf(100))
                .divide(new BigDecimal(fraction.denominateur()), 1, RoundingMode.HALF_UP);
        return String.format(Locale.FRANCE, "%.1f\u00a0%%", valeur);
    }

    /** What checks the fractions: weighted by the size of the groups, they add up to the seats to fill. */
    String controle() {
        Fraction somme = chances.stream()
                .map(chance -> chance.valeur().fois(Fraction.de(chance.candidats(), 1)))
                .reduce(Fraction.ZERO, Fraction::plus);
        if (!somme.equals(Fraction.de(plan.siegesATirer(), 1))) {
            throw new IllegalStateException("the chances add up to " + somme + ", not " + plan.siegesATirer());
        }
        return traducteur.getTranslation("tirage.controle", plan.siegesATirer());
    }
}
