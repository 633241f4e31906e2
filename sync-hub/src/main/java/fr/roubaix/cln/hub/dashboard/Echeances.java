package fr.roubaix.cln.hub.dashboard;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.shell.Balise;
import fr.roubaix.cln.hub.tirage.Tirage;
import fr.roubaix.cln.web.FrenchDates;

/** How far the call has come: its six steps, the present one marked, and the days left. */
final class Echeances extends Section {

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("EEE d MMM", Locale.FRANCE);

    private static final int LISTE = 3;
    private static final int TIRAGE = 4;
    private static final int NOTIFICATION = 5;

    private final OrderedList liste = new OrderedList();
    private int numero;

    Echeances(AppelSuivi suivi, Optional<Tirage> tirage, Clock clock) {
        addClassName("ph");
        Appel appel = suivi.appel();
        int present = present(suivi, tirage);
        etape(
                "tableau.etape.appel",
                present,
                getTranslation(
                        "tableau.du-au", FrenchDates.shortDay(appel.ouvreLe()), FrenchDates.shortDay(appel.jusquAu())));
        etape("tableau.etape.cloture", present, suivi.clos() ? getTranslation("tableau.fait") : fin(appel));
        etape(
                "tableau.etape.liste",
                present,
                tirage.isPresent() ? getTranslation("tableau.fait") : getTranslation("tableau.apres-examen"));
        boolean tire = tirage.filter(Tirage.ResultatConnu.class::isInstance).isPresent();
        etape("tableau.etape.tirage", present, tire ? getTranslation("tableau.fait") : jour(appel.tirageLe()));
        etape("tableau.etape.notification", present, getTranslation("tableau.apres-affichage"));
        etape("tableau.etape.installation", present, getTranslation("tableau.date-des-elus"));
        add(restant(suivi, LocalDate.ofInstant(clock.instant(), Appel.ROUBAIX)), liste);
    }

    private static int present(AppelSuivi suivi, Optional<Tirage> tirage) {
        if (!suivi.clos()) {
            return 1;
        }
        return tirage.map(etat -> etat instanceof Tirage.ResultatConnu ? NOTIFICATION : TIRAGE)
                .orElse(LISTE);
    }

    private void etape(String cle, int present, String date) {
        numero++;
        var point = new Span(Integer.toString(numero));
        point.addClassName("dot");
        var element = new ListItem(
                point,
                new Div(
                        Balise.de("b", getTranslation(cle)),
                        Balise.de("span", date).classe("muted", "small")));
        if (numero == present) {
            element.addClassName("now");
            element.getElement().setAttribute("aria-current", "step");
        }
        liste.add(element);
    }

    private Div restant(AppelSuivi suivi, LocalDate aujourdhui) {
        LocalDate but = suivi.clos() ? suivi.appel().tirageLe() : suivi.appel().jusquAu();
        long jours = Math.max(0, ChronoUnit.DAYS.between(aujourdhui, but));
        var restant = new Div(
                Balise.de("b", Long.toString(jours)),
                new Span(getTranslation(
                        suivi.clos() ? "tableau.jours-avant-tirage" : "tableau.jours-avant-cloture", jours)));
        restant.addClassName("left");
        return restant;
    }

    private static String fin(Appel appel) {
        LocalTime heure = appel.heure();
        return heure == null ? jour(appel.jusquAu()) : jour(appel.jusquAu()) + ", " + FrenchDates.hour(heure);
    }

    private static String jour(LocalDate date) {
        return date.format(JOUR);
    }
}
