package fr.roubaix.cln.domaine.calendrier;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Working days in Roubaix: Monday to Friday, public holidays excepted (Code du travail, art. L3133-1). */
public final class JoursOuvres {

    private static final Set<MonthDay> FETES_FIXES = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 8),
            MonthDay.of(7, 14),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(11, 11),
            MonthDay.of(12, 25));

    /** Days after Easter Sunday: Easter Monday, Ascension, Whit Monday. */
    private static final Set<Long> FETES_MOBILES = Set.of(1L, 39L, 50L);

    private JoursOuvres() {}

    /** Whether one works on that day. */
    public static boolean estOuvre(LocalDate jour) {
        return jour.getDayOfWeek() != DayOfWeek.SATURDAY && jour.getDayOfWeek() != DayOfWeek.SUNDAY && !estFerie(jour);
    }

    /** Whether that day is a public holiday. */
    public static boolean estFerie(LocalDate jour) {
        return FETES_FIXES.contains(MonthDay.from(jour))
                || FETES_MOBILES.contains(ChronoUnit.DAYS.between(paques(jour.getYear()), jour));
    }

    /** That day, or the next working day when it is none (CPC, art. 642). */
    public static LocalDate nextOrSame(LocalDate jour) {
        LocalDate ouvre = jour;
        while (!estOuvre(ouvre)) {
            ouvre = ouvre.plusDays(1);
        }
        return ouvre;
    }

    /** Easter Sunday in the Gregorian calendar (Butcher's method, as in Meeus, <i>Astronomical Algorithms</i>, ch. 8). */
    static LocalDate paques(int annee) {
        int a = annee % 19;
        int b = annee / 100;
        int c = annee % 100;
        int g = (b - (b + 8) / 25 + 1) / 3;
        int h = (19 * a + b - b / 4 - g + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(annee, n / 31, n % 31 + 1);
    }
}
