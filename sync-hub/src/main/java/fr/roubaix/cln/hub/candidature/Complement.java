package fr.roubaix.cln.hub.candidature;

import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;

import fr.roubaix.cln.web.FrenchDates;

/** What is asked of a person, in words. */
final class Complement {

    private Complement() {}

    static String phrase(DemandeDeComplement demande, Component vue) {
        return vue.getTranslation(
                "complement.phrase",
                demande.enOrdre().stream()
                        .map(manque -> vue.getTranslation("manque." + manque.name()))
                        .collect(Collectors.joining(", ")),
                FrenchDates.day(demande.echeance()),
                demande.precisions().texte());
    }
}
