package fr.roubaix.cln.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.web.language.Language;

/**
 * Days and hours as residents read them in their own language. Digits are Western in Arabic too: people in Roubaix read
 * them on every letter and bus stop, the Maghreb writes no others, and a date must look like the one on the receipt.
 */
public final class Dates {

    private final Language language;

    private Dates(Language language) {
        this.language = language;
    }

    /** Of the language that a locale speaks. */
    public static Dates in(Locale locale) {
        return new Dates(Language.of(locale));
    }

    /** With its weekday: "Friday 6 June 2025". */
    public String fullDay(LocalDate day) {
        return switch (language) {
            case FRENCH, EASY_FRENCH -> FrenchDates.fullDay(day);
            case PORTUGUESE -> written("EEEE, d 'de' MMMM 'de' y", day);
            case ENGLISH, ARABIC -> written("EEEE d MMMM y", day);
        };
    }

    /** Without: "6 June 2025". */
    public String day(LocalDate day) {
        return switch (language) {
            case FRENCH, EASY_FRENCH -> FrenchDates.day(day);
            case PORTUGUESE -> written("d 'de' MMMM 'de' y", day);
            case ENGLISH, ARABIC -> written("d MMMM y", day);
        };
    }

    /** On 24 hours: "18 h 05", and "18:05" outside French. */
    public String hour(LocalTime hour) {
        return switch (language) {
            case FRENCH, EASY_FRENCH -> FrenchDates.hour(hour);
            case ENGLISH, ARABIC, PORTUGUESE -> "%02d:%02d".formatted(hour.getHour(), hour.getMinute());
        };
    }

    /** Day and hour in Roubaix. */
    public String fullInstant(Instant instant) {
        var there = instant.atZone(Appel.ROUBAIX);
        return fullDay(there.toLocalDate()) + at() + hour(there.toLocalTime());
    }

    /** The last day on which a call takes candidatures, with its hour when the call has one. */
    public String end(Appel appel) {
        LocalTime hour = appel.heure();
        String day = fullDay(appel.jusquAu());
        return hour == null ? day : day + (language == Language.ARABIC ? "، " : ", ") + hour(hour);
    }

    private String at() {
        return switch (language) {
            case FRENCH, EASY_FRENCH -> " à ";
            case ENGLISH -> " at ";
            case ARABIC -> " على الساعة ";
            case PORTUGUESE -> " às ";
        };
    }

    private String written(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(day);
    }
}
