package fr.roubaix.cln.hub.candidature;

import java.time.Instant;
import java.time.LocalDate;

import com.vaadin.flow.component.Component;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.hub.shell.Etiquette;
import fr.roubaix.cln.web.FrenchDates;

/** How an application is said on screen. */
final class Mots {

    private Mots() {}

    static String jour(Instant instant) {
        return FrenchDates.shortDay(LocalDate.ofInstant(instant, Appel.ROUBAIX));
    }

    static String instant(Instant instant) {
        return FrenchDates.instant(instant);
    }

    static String age(Dossier dossier, Component vue) {
        return dossier.classe().map(ClasseAge::code).orElseGet(() -> vue.getTranslation("candidatures.moins-de-16"));
    }

    static Etiquette etat(Dossier dossier, Component vue) {
        if (dossier.effacee()) {
            return new Etiquette(Etiquette.Ton.ARRET, vue.getTranslation("etat.EFFACEE"));
        }
        return switch (dossier.statut()) {
            case Statut.Recevable _ -> new Etiquette(Etiquette.Ton.OK, vue.getTranslation("etat.RECEVABLE"));
            case Statut.Irrecevable irrecevable ->
                new Etiquette(
                        Etiquette.Ton.ARRET,
                        vue.getTranslation("motif." + irrecevable.motif().name()));
            case Statut.AExaminer _ -> aExaminer(dossier, vue);
        };
    }

    private static Etiquette aExaminer(Dossier dossier, Component vue) {
        return dossier.alertes().stream()
                .findFirst()
                .map(alerte -> new Etiquette(Etiquette.Ton.ATTENTION, vue.getTranslation("alerte." + alerte.name())))
                .orElseGet(() -> new Etiquette(Etiquette.Ton.ATTENTE, vue.getTranslation("etat.A_EXAMINER")));
    }
}
