package fr.roubaix.cln.kiosk.home;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import fr.roubaix.cln.domaine.candidature.Appel;

/** Dates as residents read them: in full, with the weekday; hours on 24. */
final class FrenchDates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.FRENCH);

    private FrenchDates() {}

    static String day(LocalDate date) {
        return date.getDayOfMonth() == 1 ? DAY.format(date).replaceFirst(" 1 ", " 1er ") : DAY.format(date);
    }

    /** The last day, with its hour when the call has one. */
    static String end(Appel appel) {
        LocalTime heure = appel.heure();
        if (heure == null) {
            return day(appel.jusquAu());
        }
        String minutes = heure.getMinute() == 0 ? "" : "\u00a0%02d".formatted(heure.getMinute());
        return day(appel.jusquAu()) + ", " + heure.getHour() + "\u00a0h" + minutes;
    }
}
