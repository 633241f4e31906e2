package fr.roubaix.cln.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import fr.roubaix.cln.domaine.candidature.Appel;

/**
 * Days and hours as people in Roubaix read them: the first of a month is "1er", hours go to 24 and are written "18 h
 * 05" with no-break spaces (Lexique des règles typographiques en usage à l'Imprimerie nationale, "heure").
 */
public final class FrenchDates {

    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.FRENCH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.FRENCH);
    private static final DateTimeFormatter SHORT_MONTH = DateTimeFormatter.ofPattern("MMM", Locale.FRENCH);

    private FrenchDates() {}

    /** "samedi 1er mai 2027". */
    public static String fullDay(LocalDate day) {
        return WEEKDAY.format(day) + " " + day(day);
    }

    /** "1er mai 2027": nobody says on which weekday they were born. */
    public static String day(LocalDate day) {
        return number(day) + " " + MONTH.format(day) + " " + day.getYear();
    }

    /** "1er févr.", where there is little room and the year is known. */
    public static String shortDay(LocalDate day) {
        return number(day) + " " + SHORT_MONTH.format(day);
    }

    /** "18 h 05", and "18 h" on the hour. */
    public static String hour(LocalTime hour) {
        String whole = hour.getHour() + "\u00a0h";
        return hour.getMinute() == 0 ? whole : whole + "\u00a0%02d".formatted(hour.getMinute());
    }

    /** "samedi 1er mai 2027 à 18 h 05", in Roubaix. */
    public static String fullInstant(Instant instant) {
        var there = inRoubaix(instant);
        return fullDay(there.toLocalDate()) + " à " + hour(there.toLocalTime());
    }

    /** "1er mai 2027 à 18 h 05", in Roubaix. */
    public static String instant(Instant instant) {
        var there = inRoubaix(instant);
        return day(there.toLocalDate()) + " à " + hour(there.toLocalTime());
    }

    /** "1er mai à 18 h 05", in Roubaix. */
    public static String shortInstant(Instant instant) {
        var there = inRoubaix(instant);
        return shortDay(there.toLocalDate()) + " à " + hour(there.toLocalTime());
    }

    /** The last day on which a call takes candidatures, with its hour when the call has one. */
    public static String end(Appel appel) {
        LocalTime hour = appel.heure();
        String day = fullDay(appel.jusquAu());
        return hour == null ? day : day + ", " + hour(hour);
    }

    private static ZonedDateTime inRoubaix(Instant instant) {
        return instant.atZone(Appel.ROUBAIX);
    }

    private static String number(LocalDate day) {
        return day.getDayOfMonth() == 1 ? "1er" : Integer.toString(day.getDayOfMonth());
    }
}
