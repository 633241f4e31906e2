package fr.roubaix.cln.hub.tirage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.Effectif;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.Plan;
import fr.roubaix.cln.domaine.tirage.Repartition;

/**
 * Why each sector has its seats. A sentence stands once, before the sectors it holds for: tables that tie, sectors alike and
 * both readings share most of them.
 */
final class RaisonsDuPlan extends Div {

    private final int lectures;

    /** Shows the reasons of one plan, or of several that are compared. */
    RaisonsDuPlan(List<Plan> plans) {
        this.lectures = plans.size();
        var liste = new DescriptionList();
        liste.addClassName("raisons");
        Map<String, List<Cas>> parPhrase = new LinkedHashMap<>();
        plans.forEach(plan ->
                plan.effectifs().stream().map(Effectif::secteur).forEach(secteur -> raisons(plan, secteur, parPhrase)));
        parPhrase.forEach((phrase, cas) ->
                liste.add(new DescriptionList.Term(titre(cas)), new DescriptionList.Description(phrase)));
        add(new H3(getTranslation("tirage.pourquoi")), liste);
    }

    private static void raisons(Plan plan, Secteur secteur, Map<String, List<Cas>> parPhrase) {
        List<Repartition> possibles = plan.possibles(secteur);
        possibles.stream()
                .flatMap(possible -> possible.phrases().stream())
                .distinct()
                .forEach(phrase -> parPhrase
                        .computeIfAbsent(phrase, _ -> new ArrayList<>())
                        .add(new Cas(
                                secteur,
                                plan.lecture(),
                                possibles.stream().allMatch(p -> p.phrases().contains(phrase)))));
    }

    /** Sectors alike in what makes the sentence hold stand together. */
    private String titre(List<Cas> cas) {
        Map<Secteur, List<Cas>> parSecteur =
                cas.stream().collect(Collectors.groupingBy(Cas::secteur, java.util.TreeMap::new, Collectors.toList()));
        Map<String, TreeSet<Secteur>> parMention = new LinkedHashMap<>();
        parSecteur.forEach((secteur, siens) ->
                parMention.computeIfAbsent(mention(siens), _ -> new TreeSet<>()).add(secteur));
        return parMention.entrySet().stream()
                .map(entree -> entree.getValue().stream().map(Secteur::nom).collect(Collectors.joining(", "))
                        + entree.getKey())
                .collect(Collectors.joining(" ; "));
    }

    /** Nothing where the sentence holds whatever the dice and the reading. */
    private String mention(List<Cas> cas) {
        String certitude = cas.stream().allMatch(Cas::certain) ? "" : " " + getTranslation("tirage.selon-les-des");
        String lecture = cas.size() == lectures
                ? ""
                : " "
                        + getTranslation(
                                "tirage.raison.sous",
                                getTranslation("tirage.lecture."
                                        + cas.getFirst().lecture().name()));
        return certitude + lecture;
    }

    /**
     * Where a sentence holds.
     *
     * @param certain whether it does in every table that ties; otherwise the dice decide
     */
    private record Cas(Secteur secteur, Lecture lecture, boolean certain) {}
}
