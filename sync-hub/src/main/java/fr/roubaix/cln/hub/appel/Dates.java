package fr.roubaix.cln.hub.appel;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.timepicker.TimePicker;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.web.FrenchDates;

/** Dates and hours as staff read and type them, in French. */
final class Dates {

    private Dates() {}

    static String longue(LocalDate date) {
        return FrenchDates.fullDay(date);
    }

    static String fin(Appel appel, Component vue) {
        LocalTime heure = appel.heure();
        return heure == null
                ? vue.getTranslation("appel.fin.minuit", longue(appel.jusquAu()))
                : vue.getTranslation("appel.fin.heure", longue(appel.jusquAu()), FrenchDates.hour(heure));
    }

    /** A date field that reads {@code jj/mm/aaaa} and says what is wrong with anything else. */
    static DatePicker champ(Component vue, String cle, @Nullable LocalDate valeur) {
        var champ = new DatePicker(vue.getTranslation(cle));
        champ.setLocale(Locale.FRANCE);
        champ.setI18n(textes(vue));
        champ.setHelperText(vue.getTranslation("date.forme"));
        champ.setValue(valeur);
        return champ;
    }

    static TimePicker heure(Component vue, String cle, @Nullable LocalTime valeur) {
        var champ = new TimePicker(vue.getTranslation(cle));
        champ.setLocale(Locale.FRANCE);
        champ.setHelperText(vue.getTranslation("appel.heure.aide"));
        champ.setI18n(new TimePicker.TimePickerI18n().setBadInputErrorMessage(vue.getTranslation("heure.mal-formee")));
        champ.setValue(valeur);
        return champ;
    }

    private static DatePicker.DatePickerI18n textes(Component vue) {
        var symboles = java.text.DateFormatSymbols.getInstance(Locale.FRANCE);
        var jours = symboles.getWeekdays();
        var courts = symboles.getShortWeekdays();
        return new DatePicker.DatePickerI18n()
                .setDateFormats("dd/MM/yyyy", "d/M/yyyy")
                .setMonthNames(List.of(symboles.getMonths()).subList(0, 12))
                .setWeekdays(List.of(jours).subList(1, 8))
                .setWeekdaysShort(List.of(courts).subList(1, 8))
                .setFirstDayOfWeek(1)
                .setToday(vue.getTranslation("date.aujourdhui"))
                .setCancel(vue.getTranslation("action.annuler"))
                .setBadInputErrorMessage(vue.getTranslation("date.mal-formee"));
    }
}
