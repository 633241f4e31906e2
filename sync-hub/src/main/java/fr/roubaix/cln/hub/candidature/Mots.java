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

    /** Where it comes from: « Borne Nord », « Fiche papier, Sud ». */
    static String origine(Dossier dossier, Component vue) {
        return switch (dossier.circonstances().origine()) {
            case BORNE ->
                vue.getTranslation(
                        "candidatures.origine.mairie", dossier.mairie().nom());
            case PAPIER ->
                vue.getTranslation(
                        "candidatures.origine.papier", dossier.mairie().nom());
            case COURRIER, TELEPHONE, INTERNET ->
                vue.getTranslation(
                        "origine." + dossier.circonstances().origine().name());
        };
    }

    static Etiquette etat(Dossier dossier, boolean doublon, Component vue) {
        if (dossier.effacee()) {
            return new Etiquette(Etiquette.Ton.ARRET, vue.getTranslation("etat.EFFACEE"));
        }
        return switch (dossier.statut()) {
            case Statut.Retiree _ -> new Etiquette(Etiquette.Ton.ARRET, vue.getTranslation("etat.RETIREE"));
            case Statut.Irrecevable irrecevable ->
                new Etiquette(
                        Etiquette.Ton.ARRET,
                        vue.getTranslation("motif." + irrecevable.motif().name()));
            case Statut.Recevable _ ->
                doublon ? doublon(vue) : new Etiquette(Etiquette.Ton.OK, vue.getTranslation("etat.RECEVABLE"));
            case Statut.IrrecevabiliteProposee _ ->
                new Etiquette(Etiquette.Ton.ATTENTION, vue.getTranslation("etat.A_CONFIRMER"));
            case Statut.ACompleter _ -> new Etiquette(Etiquette.Ton.ATTENTE, vue.getTranslation("etat.A_COMPLETER"));
            case Statut.Completee _ ->
                doublon ? doublon(vue) : new Etiquette(Etiquette.Ton.ATTENTE, vue.getTranslation("etat.COMPLETEE"));
            case Statut.AExaminer _ -> doublon ? doublon(vue) : aExaminer(dossier, vue);
        };
    }

    private static Etiquette doublon(Component vue) {
        return new Etiquette(Etiquette.Ton.ATTENTION, vue.getTranslation("etat.DOUBLON"));
    }

    private static Etiquette aExaminer(Dossier dossier, Component vue) {
        return dossier.alertes().stream()
                .findFirst()
                .map(alerte -> new Etiquette(Etiquette.Ton.ATTENTION, vue.getTranslation("alerte." + alerte.name())))
                .orElseGet(() -> new Etiquette(Etiquette.Ton.ATTENTE, vue.getTranslation("etat.A_EXAMINER")));
    }

    /** Where it stands, by whose decision: one sentence; empty when nothing was decided. */
    static String statut(Statut statut, Component vue) {
        return switch (statut) {
            case Statut.AExaminer _ -> "";
            case Statut.ACompleter(var demande, var faite, var le, var par) ->
                vue.getTranslation(
                        faite.isPresent()
                                ? "candidature.a-completer." + demande.moyen().name()
                                : "candidature.a-completer-par."
                                        + demande.moyen().name(),
                        faite.map(Statut.Faite::par).orElse(par).valeur(),
                        faite.map(f -> FrenchDates.day(f.le())).orElseGet(() -> instant(le)),
                        FrenchDates.day(demande.echeance()));
            case Statut.Completee(var le, var par) ->
                vue.getTranslation("candidature.completee-par", par.valeur(), instant(le));
            case Statut.IrrecevabiliteProposee(var motif, var precisions, var le, var par) ->
                vue.getTranslation(
                        "candidature.irrecevabilite-proposee-par",
                        vue.getTranslation("motif." + motif.name()),
                        par.valeur(),
                        instant(le),
                        precisions.texte());
            case Statut.Recevable(var le, var par) ->
                vue.getTranslation("candidature.recevable-par", par.valeur(), instant(le));
            case Statut.Irrecevable(var motif, var precisions, var le, var par, var proposeePar) ->
                vue.getTranslation(
                        "candidature.irrecevable-par",
                        vue.getTranslation("motif." + motif.name()),
                        par.valeur(),
                        instant(le),
                        precisions.texte(),
                        proposeePar
                                .map(qui -> vue.getTranslation("candidature.proposee-par", qui.valeur()))
                                .orElse(""));
            case Statut.Retiree(var voie, var le, var par) ->
                vue.getTranslation(
                        "candidature.retiree-par",
                        vue.getTranslation("voie." + voie.name()),
                        par.valeur(),
                        instant(le));
        };
    }

    /** One decision of a history, as a sentence. */
    static String decision(Decision decision, Component vue) {
        return decision.retour().isPresent()
                ? vue.getTranslation("candidature.reprise-par", decision.par().valeur(), instant(decision.le()))
                : statut(decision.statut(), vue);
    }
}
