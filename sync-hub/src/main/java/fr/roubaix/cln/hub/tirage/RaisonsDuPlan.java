package fr.roubaix.cln.hub.tirage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.Effectif;
import fr.roubaix.cln.domaine.tirage.Plan;
import fr.roubaix.cln.domaine.tirage.Repartition;

/**
 * Why each sector has its seats. A sentence stands once, before the sectors it holds for: tables that tie, and sectors
 * alike, share most of them.
 */
final class RaisonsDuPlan extends Div {

    private final Plan plan;

    RaisonsDuPlan(Plan plan) {
        this.plan = plan;
        var liste = new DescriptionList();
        liste.addClassName("raisons");
        Map<Raison, Set<Secteur>> secteurs = new LinkedHashMap<>();
        plan.effectifs().stream()
                .map(Effectif::secteur)
                .forEach(secteur -> raisons(secteur)
                        .forEach(raison -> secteurs.computeIfAbsent(raison, _ -> new TreeSet<>())
                                .add(secteur)));
        secteurs.forEach((raison, concernes) -> liste.add(
                new DescriptionList.Term(titre(raison, concernes)), new DescriptionList.Description(raison.phrase())));
        add(new H3(getTranslation("tirage.pourquoi")), liste);
    }

    private List<Raison> raisons(Secteur secteur) {
        List<Repartition> possibles = plan.possibles(secteur);
        return possibles.stream()
                .flatMap(possible -> possible.phrases().stream())
                .distinct()
                .map(phrase -> new Raison(
                        phrase, possibles.stream().allMatch(p -> p.phrases().contains(phrase))))
                .toList();
    }

    private String titre(Raison raison, Set<Secteur> secteurs) {
        String noms = secteurs.stream().map(Secteur::nom).collect(Collectors.joining(", "));
        return raison.certaine() ? noms : getTranslation("tirage.selon-les-des", noms);
    }

    /**
     * A sentence.
     *
     * @param certaine whether it holds in every table that ties; otherwise the dice decide
     */
    private record Raison(String phrase, boolean certaine) {}
}
