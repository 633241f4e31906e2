package fr.roubaix.cln.hub.tirage;

import java.util.List;
import java.util.function.Predicate;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;

import fr.roubaix.cln.domaine.tirage.Constat;
import fr.roubaix.cln.domaine.tirage.Plan;
import fr.roubaix.cln.hub.shell.Avis;

/** What the officials must say before the dice, beside the shares: unattainable parity, vacant seats, groups without a chance. */
final class ConstatsDuPlan extends Div {

    ConstatsDuPlan(Plan plan) {
        addClassName("constats");
        var sansChance = constats(plan, Constat.SansChance.class::isInstance);
        constats(plan, constat -> !(constat instanceof Constat.Interpretation || constat instanceof Constat.SansChance))
                .forEach(constat -> add(new Avis(Avis.Ton.ATTENTION, constat.phrase())));
        if (!plan.sortNecessaire()) {
            add(new Avis(Avis.Ton.INFORMATION, getTranslation("tirage.sort-sans-effet")));
        }
        if (!sansChance.isEmpty()) {
            add(new Avis(Avis.Ton.ATTENTION, getTranslation("tirage.sans-chance", sansChance.size())));
            add(new Details(getTranslation("tirage.sans-chance.detail"), phrases(sansChance)));
        }
    }

    /** The points on which the text can be read otherwise: the same for every plan. */
    static Details interpretations(Plan plan) {
        var details = new Details();
        details.setSummaryText(details.getTranslation("tirage.interpretations"));
        details.add(phrases(constats(plan, Constat.Interpretation.class::isInstance)));
        return details;
    }

    private static List<Constat> constats(Plan plan, Predicate<Constat> lesquels) {
        return plan.constats().stream().filter(lesquels).toList();
    }

    private static UnorderedList phrases(List<Constat> constats) {
        var phrases = new UnorderedList();
        phrases.addClassName("phrases");
        constats.forEach(constat -> phrases.add(new ListItem(constat.phrase())));
        return phrases;
    }
}
