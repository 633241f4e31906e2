package fr.roubaix.cln.kiosk.candidature;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import com.vaadin.flow.component.Component;

/** Dates in full, as people say them. */
final class EnClair {

    private EnClair() {}

    /** With the weekday; French says "1er" for the first day of a month. */
    static String jour(Component ecran, LocalDate jour) {
        return date(ecran, jour, "candidature.date.avec-jour");
    }

    /** Without the weekday: nobody says on which weekday they were born. */
    static String date(Component ecran, LocalDate jour) {
        return date(ecran, jour, "candidature.date");
    }

    private static String date(Component ecran, LocalDate jour, String motif) {
        String cle = jour.getDayOfMonth() == 1 ? motif + ".premier" : motif;
        Locale langue = Locale.of(ecran.getTranslation("candidature.langue"));
        return DateTimeFormatter.ofPattern(ecran.getTranslation(cle), langue).format(jour);
    }
}
